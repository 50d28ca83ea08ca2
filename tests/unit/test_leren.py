"""Training reads each file once, and says what it does."""

from __future__ import annotations

import logging

import pytest

from bot.leren import VOORTGANG, Voortgang, eenmaal


def test_the_same_is_read_once_and_each_gets_his_own() -> None:
    gelezen = []

    def lees(tekst: str) -> dict[str, list[str]]:
        gelezen.append(tekst)
        return {"regels": [tekst]}

    lees_eenmaal = eenmaal(lees, lambda tekst: tekst)
    eerste, tweede, ander = lees_eenmaal("a"), lees_eenmaal("a"), lees_eenmaal("b")
    eerste["regels"].append("mine")
    assert tweede == lees_eenmaal("a") == {"regels": ["a"]}
    assert ander == {"regels": ["b"]}
    assert gelezen == ["a", "b"]


def test_what_fails_is_tried_again() -> None:
    pogingen = []

    def lees(tekst: str) -> None:
        pogingen.append(tekst)
        raise ValueError(tekst)

    lees_eenmaal = eenmaal(lees, lambda tekst: tekst)
    for _ in range(2):
        with pytest.raises(ValueError, match="a"):
            lees_eenmaal("a")
    assert pogingen == ["a", "a"]


def test_progress_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    for bericht in (
        "Starting to train component 'Herkenner'.",
        "Finished training component 'Herkenner'.",
        "Starting to train component 'Nieuw'.",
        "Iets anders.",
    ):
        Voortgang().emit(logging.LogRecord("x", logging.INFO, "x", 1, bericht, (), None))
    assert capsys.readouterr().out.splitlines() == [
        f"{VOORTGANG}vragen herkennen …",
        f"{VOORTGANG}klaar na 0 s",
        f"{VOORTGANG}Nieuw …",
    ]
