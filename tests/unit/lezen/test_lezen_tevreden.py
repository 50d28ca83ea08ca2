"""Whether people are content, as they say it."""

from __future__ import annotations

from datetime import date

import pytest

from loket.domain.aanvraag import Antwoord, Status
from loket.domain.vragen.opvolging import OORDEEL_VRAGEN, Tevreden, tevreden
from loket.domain.vragen.vraag import Gelezen, Lezing
from loket.plaatsen import laad_plaatsen

(VRAAG,) = OORDEEL_VRAGEN


@pytest.mark.parametrize(
    ("tekst", "oordeel"),
    [
        ("Ja", Tevreden.JA),
        ("ja hoor", Tevreden.JA),
        ("heel tevreden", Tevreden.JA),
        ("Deels", Tevreden.DEELS),
        ("een beetje", Tevreden.DEELS),
        ("Nee", Tevreden.NEE),
        ("niet tevreden", Tevreden.NEE),
        ("ontevreden", Tevreden.NEE),
        ("nee, totaal niet", Tevreden.NEE),
        ("waarom wil je dat weten van mij", Tevreden.ZWIJGT),
        ("mijn buurvrouw heeft een rode fiets", Tevreden.ZWIJGT),
        ("", Tevreden.ZWIJGT),
    ],
)
def test_an_answer_or_none(tekst: str, oordeel: Tevreden) -> None:
    """What is no answer is never counted as one, and never asked about again."""
    gelezen = VRAAG.lees(tekst, VRAAG, Lezing(date(2026, 11, 16), laad_plaatsen()))
    assert isinstance(gelezen, Gelezen)
    assert tevreden({"tevreden": Antwoord(Status.GEGEVEN, tekst, gelezen.waarde)}) is oordeel


def test_skipped_is_no_answer() -> None:
    assert tevreden({}) is tevreden({"tevreden": Antwoord(Status.WEET_NIET)}) is Tevreden.ZWIJGT
