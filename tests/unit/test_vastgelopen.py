"""Not understood again and again: other words, then a human; nothing is lost and the form goes on."""

from __future__ import annotations

import pytest

from loket.domain.gesprek.knoppen import GENOEG, LATER, UITLEG, VERSTUREN
from loket.domain.gesprek.stand import Afloop, Fase, Lijst
from loket.domain.vragen.lezers import BEGREEP_NIET, TOCH_ZO
from tests.unit.praatje import Praatje

ONZIN = ("asdf", "qwx", "mlkj")


def test_other_words_then_a_human_and_the_question_stays() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere")
    vraag, antwoorden = praatje.vraag, dict(praatje.stand.antwoorden)

    eerste = praatje.zeg("asdf").tekst
    tweede = praatje.zeg("qwx").tekst
    derde = praatje.zeg("mlkj").tekst

    assert "mens" not in eerste
    assert "typ bijvoorbeeld “Ja” of “Nee”" in tweede
    assert "{jo-lijn}" in derde
    assert "overslaan" in derde
    assert LATER in praatje.knoppen
    assert (praatje.vraag, praatje.stand.antwoorden) == (vraag, antwoorden)
    assert praatje.zeg("nee").vraag != vraag, "the form goes on"


def test_the_loket_of_the_region_where_it_is_known() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere", "2100 Deurne (Antwerpen)", *ONZIN)

    assert "loket van Antwerpen: 03 000 00 00" in praatje.tekst
    assert "{jo-lijn}" in praatje.tekst
    assert "overslaan" not in praatje.tekst, "without a way to reach you nobody can answer"
    assert praatje.vraag == "bereik"


def test_an_answer_in_between_starts_counting_anew() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "asdf", "qwx", "ja", "asdf", "qwx")

    assert "{jo-lijn}" not in praatje.tekst
    assert "{jo-lijn}" in praatje.zeg("mlkj").tekst


def test_later_misses_get_the_hint_again_and_every_third_the_human() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", *ONZIN)
    teksten = [praatje.zeg("asdf").tekst for _ in range(3)]

    assert ["{jo-lijn}" in tekst for tekst in teksten] == [False, False, True]


@pytest.mark.parametrize("zin", ["huh?", UITLEG, "weet ik niet"])
def test_the_same_explanation_is_not_given_for_ever(zin: str) -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere", "2100 Deurne (Antwerpen)", zin, zin, zin)

    assert praatje.vraag == "bereik"
    assert "{jo-lijn}" in praatje.tekst


def test_a_topic_asked_in_between_was_understood() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "asdf", "qwx")
    praatje.zeg("wat kost dat?", onderwerp="kost", zekerheid=1.0)

    assert praatje.onderwerp == "kost"
    assert "{jo-lijn}" not in praatje.zeg("asdf").tekst


@pytest.mark.parametrize(
    ("fase", "zinnen"),
    [
        (Fase.OVERZICHT, (GENOEG,)),
        (Fase.WIJZIGEN, (GENOEG, "iets wijzigen")),
        (Fase.TOESTEMMING, (GENOEG, VERSTUREN)),
        (Fase.STOPPEN, ("stop",)),
        (Fase.WISSEN, ("wis alles",)),
    ],
)
def test_at_the_end_of_an_aanvraag_too(fase: Fase, zinnen: tuple[str, ...]) -> None:
    praatje = Praatje().zeg(
        "Bemiddeling",
        "Ik ben een jongere",
        "2100 Deurne (Antwerpen)",
        "0470 12 34 56",
        "Nee, niemand",
        "altijd",
        "Ruzie over het weekend.",
        *zinnen,
    )
    assert praatje.fase is fase
    antwoorden = dict(praatje.stand.antwoorden)
    teksten = [praatje.zeg(zin).tekst for zin in ONZIN]

    assert "yp " in teksten[1], "what to type"
    assert "loket van Antwerpen" in teksten[2]
    assert (praatje.fase, praatje.stand.antwoorden, praatje.afloop) == (fase, antwoorden, None)


def test_later_keeps_everything_and_goes_on_where_it_was() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere", *ONZIN)
    antwoorden = dict(praatje.stand.antwoorden)
    praatje.zeg(LATER)

    assert praatje.afloop is Afloop.LATER
    assert praatje.stand.antwoorden == antwoorden
    assert praatje.stand.huidige == "verblijf"


def test_nonsense_of_three_words_is_no_answer_in_own_words() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere")
    vraag = praatje.vraag

    assert praatje.zeg("zzkl mmpr vvt", onzin=True).vraag == vraag
    assert praatje.gezegd[0].tekst == BEGREEP_NIET
    assert praatje.zeg("mijn mama roept altijd").vraag == vraag
    assert TOCH_ZO in praatje.gezegd[-1].knoppen
