from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.codes import WOORDEN, lees_code, nieuwe_code


def test_256_different_words_that_are_easy_to_say() -> None:
    assert len(set(WOORDEN)) == len(WOORDEN) == 256
    assert all(re.fullmatch(r"[a-z]{3,8}", woord) for woord in WOORDEN)


def test_codes_are_three_words_and_four_digits_and_never_the_same() -> None:
    codes = {nieuwe_code() for _ in range(500)}
    assert len(codes) == 500
    for code in codes:
        *woorden, cijfers = code.split("-")
        assert len(woorden) == 3
        assert set(woorden) <= set(WOORDEN)
        assert re.fullmatch(r"[0-9]{4}", cijfers)


@pytest.mark.parametrize(
    "getypt",
    [
        "boot-tijger-lamp-4072",
        " Boot Tijger LAMP 40 72. ",
        "boot, tijger, lamp, 4072",
        "boot\ntijger lamp-4-0-7-2",
    ],
)
def test_a_code_is_read_however_it_is_typed(getypt: str) -> None:
    assert lees_code(getypt) == "boot-tijger-lamp-4072"


@given(st.text())
def test_reading_never_fails(tekst: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]*", lees_code(tekst))
