"""Every text that people read is plain Dutch: short sentences. The thresholds stand here, in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from loket.domain.advies import REDENEN
from loket.domain.begrippen import Rol
from loket.domain.gesprek.stand import VRAGEN
from loket.domain.gevaar import ANTWOORDEN
from loket.kennis import laad_kennis

PROJECT = Path(__file__).parents[2]

MAX_WOORDEN = 20
"""No sentence is longer."""
MAX_GEMIDDELD = 12
"""The average over all texts of a kind, in words a sentence."""

CODE_MET_TEKSTEN = (
    "actions/gesprek.py",
    "actions/kennis.py",
    "actions/formulier.py",
    "loket/domain/gesprek/antwoorden.py",
    "loket/domain/gesprek/afronden.py",
    "loket/domain/gesprek/stellen.py",
    "loket/domain/gesprek/oogst.py",
    "loket/domain/gesprek/knoppen.py",
    "loket/domain/overzicht.py",
    "loket/domain/vragen/lezers.py",
    "loket/domain/vragen/aanvraag.py",
    "loket/domain/vragen/advies.py",
    "bot/channels/chat.py",
)
"""Modules whose string constants of some length are said to people."""


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text; a line is the end of one too."""
    delen = re.split(r"(?<=[.!?:])\s+|\n+", tekst)
    return [deel.strip(" •→-") for deel in delen if len(deel.split()) > 1]


def teksten_in(pad: Path) -> Iterator[str]:
    """String constants of four words or more, docstrings left out; an f-string's values count as a word."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    losse = {id(k.value) for k in ast.walk(boom) if isinstance(k, ast.Expr)}
    in_f = {
        id(deel)
        for k in ast.walk(boom)
        if isinstance(k, ast.JoinedStr)
        for deel in ast.walk(k)
        if deel is not k
    }
    for knoop in ast.walk(boom):
        if id(knoop) in losse or id(knoop) in in_f:
            continue
        if isinstance(knoop, ast.JoinedStr):
            tekst = "".join(d.value if isinstance(d, ast.Constant) else "woord" for d in knoop.values)  # type: ignore[misc]
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            tekst = knoop.value
        else:
            continue
        if len(tekst.split()) >= 4 and not re.search(r"[\\|(]\?|\\b", tekst):
            yield tekst


def soorten() -> dict[str, list[str]]:
    kennis = laad_kennis()
    vragen = [vraag for lijst in VRAGEN.values() for vraag in lijst]
    return {
        "vragen": [t for vraag in vragen for t in (*vraag.tekst.alle(), *vraag.uitleg.alle())],
        "adviesredenen": [reden.tekst for reden in REDENEN.values()],
        "gevaar": list(ANTWOORDEN.values()),
        "antwoorden": [
            tekst
            for onderwerp in kennis.values()
            for rol in (Rol.JONGERE, Rol.OUDER, Rol.ANDERE)
            for tekst in (onderwerp.tekst(rol), onderwerp.meer_voor(rol))
            if tekst
        ],
        **{pad: list(teksten_in(PROJECT / pad)) for pad in CODE_MET_TEKSTEN},
    }


@pytest.mark.parametrize(("soort", "teksten"), soorten().items(), ids=soorten().keys())
def test_sentences_are_short(soort: str, teksten: list[str]) -> None:
    alle = [zin for tekst in teksten for zin in zinnen(tekst)]
    te_lang = [zin for zin in alle if len(zin.split()) > MAX_WOORDEN]
    gemiddeld = sum(len(zin.split()) for zin in alle) / max(len(alle), 1)

    assert alle, f"no texts found in {soort}"
    assert not te_lang, f"{soort}: too long for a 12-year-old: {te_lang}"
    assert gemiddeld <= MAX_GEMIDDELD, f"{soort}: {gemiddeld:.1f} words a sentence"


def test_the_measure_finds_a_long_sentence() -> None:
    lang = (
        "Wanneer de aanbieder, zonder dat de cliënt daarmee instemt, de hulp eenzijdig wil beëindigen, " * 2
    )

    assert [zin for zin in zinnen(f"Kort. {lang}.") if len(zin.split()) > MAX_WOORDEN]


def test_answers_for_helpers_have_no_endless_sentences() -> None:
    """A helper reads more at once, but not without end."""
    for onderwerp in laad_kennis().values():
        for zin in zinnen(onderwerp.tekst(Rol.HULPVERLENER)):
            assert len(zin.split()) <= 25, f"{onderwerp.id}: {zin}"
