"""What the real bot does is counted: not understood, and danger as a number alone."""

from __future__ import annotations

from tests.stapel import Stapel


def test_danger_and_what_is_not_understood_are_counted(stapel: Stapel) -> None:
    def tel() -> tuple[float, float]:
        metingen = stapel.metingen()
        return metingen["assistent_gevaar_total", ""], metingen["assistent_terugval_total", ""]

    gevaar, terugval = tel()
    gesprek = stapel.begin()
    gesprek.zeg("Wat is bemiddeling?")
    assert tel() == (gevaar, terugval)
    gesprek.zeg("qwrtz plmkn vbxgh zzzz")
    assert tel() == (gevaar, terugval + 1)
    gesprek.zeg("Ik wil niet meer leven.", "id-gevaar")
    assert tel() == (gevaar + 1, terugval + 1)
    gesprek.zeg("Ik wil niet meer leven.", "id-gevaar")  # the same message again is no second danger
    assert tel() == (gevaar + 1, terugval + 1)


def test_the_model_belongs_to_the_program(stapel: Stapel) -> None:
    status, gezond = stapel.gezondheid()
    assert (status, gezond["onderdelen"]["model"]) == (200, True)
    assert not [alarm for alarm in gezond["alarmen"] if "model" in alarm]
