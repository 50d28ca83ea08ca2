"""Typing errors are mended towards words of the examples, and real words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.spelling import Spelling
from loket.domain.lezen.taal import normaliseer

SPELLING = Spelling(
    [
        "is het verplicht",
        "een cliëntoverleg aanvragen",
        "de bemiddelaar zwijgt",
        "hoelang duurt bemiddeling",
        "klank",
    ]
)


@pytest.mark.parametrize(
    ("tekst", "hersteld"),
    [
        ("is het verplcht voor mn broer", "is het verplicht voor mijn broer"),
        ("een clientovreleg", "een clientoverleg"),
        ("clientovrlg", "clientoverleg"),  # two errors in a long word
        ("de bemidelaar", "de bemiddelaar"),
        ("aanvrgaen", "aanvragen"),
        ("hoelng", "hoelang"),
        # Left alone: real words, short words, words that begin otherwise, numbers.
        ("de bank", "de bank"),
        ("de klant", "de klant"),
        ("dut", "dut"),
        ("qverplicht", "qverplicht"),
        ("0470123456", "0470123456"),
        ("", ""),
    ],
)
def test_mended(tekst: str, hersteld: str) -> None:
    assert SPELLING.herstel(tekst) == hersteld


@given(st.text(max_size=200))
def test_any_text_keeps_its_number_of_words(tekst: str) -> None:
    assert len(SPELLING.herstel(tekst).split()) == len(normaliseer(tekst).split())


@given(st.text(max_size=100))
def test_twice_is_once(tekst: str) -> None:
    eens = SPELLING.herstel(tekst)
    assert SPELLING.herstel(eens) == eens


def test_without_examples_nothing_is_mended() -> None:
    assert Spelling([]).herstel("is het verplcht") == "is het verplcht"
