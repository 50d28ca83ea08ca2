"""Right after an answer to danger: calling, secrecy, and nobody is told that he answers badly."""

from __future__ import annotations

import pytest

from loket.domain.gesprek.stand import Lijst
from loket.domain.gevaar import WIE_OPNEEMT, lees_daarna
from loket.domain.gevaar.daarna import GEHEIM, GRAPJE
from loket.domain.uiting import Uiting
from tests.unit.praatje import Praatje


@pytest.mark.parametrize(
    ("zin", "antwoord"),
    [
        ("wa gebeurt er als ik bel", WIE_OPNEEMT),
        ("k durf ni bellen", WIE_OPNEEMT),
        ("kost da geld om te bellen", WIE_OPNEEMT),
        ("wat is awel", WIE_OPNEEMT),
        ("moet ik 1712 bellen?", WIE_OPNEEMT),
        ("ma zeg het aan niemand", GEHEIM),
        ("ga je da doorvertellen", GEHEIM),
        ("mijn papa mag dit ni weten", GEHEIM),
        ("beloof je da ge niks doorzegt", GEHEIM),
        ("blijft da geheim", GEHEIM),
        ("vertelt ge da aan mijn mama", GEHEIM),
        ("zegt gij da nu tegen mama", GEHEIM),
        ("was een grapje", GRAPJE),
        ("ik meende da nie", GRAPJE),
        ("ik wil gewoon verder", GRAPJE),
        ("huh nee ik wil ni dood", GRAPJE),
        ("verder met mijn aanvraag", None),
        ("zo kan het niet verder", None),
        ("nee ik kan niet meer verder", None),
        ("ik ben 15", None),
        ("0499 12 34 56", None),
        ("nee", None),
        ("ze weten het niet", None),
        ("dat wil ik niet zeggen", None),
        ("an@example.org", None),
        ("ja, mijn moeder weet het", None),
    ],
)
def test_what_is_asked_about_the_lines(zin: str, antwoord: Uiting | None) -> None:
    assert lees_daarna(zin) == antwoord


def in_het_advies() -> Praatje:
    return Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "nee", "nee", "geen", "nee", "nee", "allebei")


@pytest.mark.parametrize(("zin", "geleden"), [("ma zeg het aan niemand", 1), ("wat als ik bel", 3)])
def test_it_is_answered_in_a_form_too_and_the_question_stays(zin: str, geleden: int) -> None:
    praatje = in_het_advies()
    vraag, gemist = praatje.vraag, praatje.stand.gemist
    praatje.zeg(zin, gevaar=frozenset(), na_gevaar=geleden)

    assert praatje.gezegd[0] == lees_daarna(zin)
    assert (praatje.vraag, praatje.stand.gemist) == (vraag, gemist)


def test_right_after_danger_no_answer_is_wrong() -> None:
    praatje = in_het_advies()
    assert praatje.vraag == "leeftijd"
    praatje.zeg("hij is soms zo kwaad", gevaar=frozenset(), na_gevaar=1)

    assert praatje.gezegd[0] == WIE_OPNEEMT
    assert praatje.stand.gemist == 0


def test_an_answer_right_after_danger_is_taken() -> None:
    assert in_het_advies().zeg("15", gevaar=frozenset(), na_gevaar=1).afloop is not None
