"""Short questions about what was explained last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.vervolg import Vervolg, lees_vervolg, vraagt_bron, vraagt_waarom

MEER, MAKKELIJKER, ANDER = Vervolg.MEER, Vervolg.MAKKELIJKER, Vervolg.ANDER


@pytest.mark.parametrize(
    ("tekst", "vervolg"),
    [
        ("meer", MEER),
        ("Meer!", MEER),
        ("nog meer aub", MEER),
        ("vertel eens meer", MEER),
        ("vertelt eens verder", MEER),
        ("en verder?", MEER),
        ("waarom?", MEER),
        ("wrm", MEER),
        ("en waarom dan?", MEER),
        ("waarom is da zo?", MEER),
        ("hoezo", MEER),
        ("makkelijker", MAKKELIJKER),
        ("leg eens makkelijker uit", MAKKELIJKER),
        ("leg da eens makelijker uit", MAKKELIJKER),
        ("ik snap da ni", MAKKELIJKER),
        ("wablief?", MAKKELIJKER),
        ("te moeilijk!!", MAKKELIJKER),
        ("ik snap er niks van", MAKKELIJKER),
        ("leg is simpeler uit", MAKKELIJKER),
        ("wa bedoelde?", MAKKELIJKER),
        ("nog meer uitleg", MEER),
        ("welk artikel?", MEER),
        ("op basis van welk artikel?", MEER),
        ("waar staat dat?", MEER),
        ("en voor bemiddeling?", ANDER),
        ("en bemiddeling dan?", ANDER),
        ("en bij een clientoverleg?", ANDER),
        ("geldt da ook voor bemideling", ANDER),
        ("en het andere?", ANDER),
        # Whole messages only: what names its own subject is a question like any other.
        ("waarom krijg ik geen cliëntoverleg?", None),
        ("meer info over de voorzitter", None),
        ("en hoelang duurt dat?", None),
        ("bemiddeling", None),
        ("Aanvraag bemiddeling", None),
        ("ik snap niet waarom mijn begeleider stopt", None),
        ("wat staat er in artikel 30?", None),
        ("?", None),
        ("", None),
    ],
)
def test_a_short_question_leans_on_the_last_answer(tekst: str, vervolg: Vervolg | None) -> None:
    assert lees_vervolg(tekst) is vervolg


@pytest.mark.parametrize(
    ("tekst", "waarom"), [("waarom?", True), ("maar waarom dan", True), ("meer", False), ("hoezo?", True)]
)
def test_why_is_told_from_more(tekst: str, waarom: bool) -> None:
    assert vraagt_waarom(tekst) is waarom


@pytest.mark.parametrize(
    ("tekst", "bron"),
    [("waar staat da?", True), ("wat is de bron", True), ("meer", False), ("waarom?", False)],
)
def test_the_source_is_told_from_more(tekst: str, bron: bool) -> None:
    assert vraagt_bron(tekst) is bron


@given(st.text(max_size=300))
def test_any_text_is_read(tekst: str) -> None:
    assert vraagt_waarom(tekst) <= (lees_vervolg(tekst) is MEER)
