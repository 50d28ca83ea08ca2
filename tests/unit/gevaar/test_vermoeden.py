"""The question that is asked when there may be danger, and its answers."""

import pytest

from loket.contacten import HULPLIJNEN
from loket.domain.gevaar import JA_GEVAAR, NEE_GEVAAR, Gevaar, lees_antwoord, lijnen_voor, vraag_naar
from loket.domain.uiting import Soort


@pytest.mark.parametrize("gevaar", Gevaar)
def test_the_question_shows_the_lines_at_once(gevaar: Gevaar) -> None:
    uiting = vraag_naar([gevaar])
    assert uiting.lijnen == lijnen_voor([gevaar])
    assert uiting.soort is Soort.GEVAAR
    assert uiting.knoppen == (JA_GEVAAR, NEE_GEVAAR)
    assert "aan niemand door" in uiting.tekst
    for zin in uiting.tekst.replace("?", ".").split("."):
        assert len(zin.split()) <= 20


def test_of_more_kinds_the_most_urgent_is_asked_about_with_all_lines() -> None:
    soorten = (Gevaar.GEWELD, Gevaar.ZELFDODING)
    assert vraag_naar(soorten).tekst == vraag_naar([Gevaar.ZELFDODING]).tekst
    assert set(vraag_naar(soorten).lijnen) == set(lijnen_voor(soorten))


def test_without_a_kind_there_are_lines_too() -> None:
    assert set(vraag_naar([]).lijnen) <= set(HULPLIJNEN)
    assert vraag_naar([]).lijnen


@pytest.mark.parametrize(
    ("tekst", "is_gevaar"),
    [
        (JA_GEVAAR, True),
        ("ja", True),
        ("ja er is gevaar!", True),
        (NEE_GEVAAR, False),
        ("nee hoor", False),
        ("Gent", None),
        ("misschien", None),
        ("", None),
    ],
)
def test_the_answer_is_read(tekst: str, is_gevaar: bool | None) -> None:
    assert lees_antwoord(tekst) is is_gevaar


@pytest.mark.parametrize(
    ("tekst", "is_gevaar"), [(JA_GEVAAR, True), (NEE_GEVAAR, False), ("ja", None), ("nee", None)]
)
def test_later_on_only_the_buttons_answer_it(tekst: str, is_gevaar: bool | None) -> None:
    assert lees_antwoord(tekst, gevraagd=False) is is_gevaar
