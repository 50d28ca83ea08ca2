"""Enterprise numbers, web addresses and counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.getallen import lees_aantal
from loket.domain.lezen.organisatie import (
    lees_ondernemingsnummer,
    vind_ondernemingsnummer,
    vind_webadres,
)
from loket.domain.lezen.uitkomst import Onleesbaar


@pytest.mark.parametrize(
    "tekst",
    [
        "0123.456.749",
        "0123456749",
        "BE 0123.456.749",
        "be0123456749",
        "BE-0123 456 749",
        "123.456.749",
        "het is 0123.456.749.",
        "(0)123 456 749",
        "  0123 456 749\n",
    ],
)
def test_an_enterprise_number(tekst: str) -> None:
    assert lees_ondernemingsnummer(tekst) == "0123.456.749"


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("0123.456.748", "klopt niet"),
        ("0123.456.794", "klopt niet"),
        ("1123.456.749", "klopt niet"),
        ("2123.456.749", "tien cijfers"),
        ("12345", "tien cijfers"),
        ("0470 12 34 56", "tien cijfers"),
        ("01234567490", "tien cijfers"),
        ("BE0123456749 of 0403.170.701", "klopt niet"),
    ],
)
def test_a_wrong_number_is_explained(tekst: str, woord: str) -> None:
    gelezen = lees_ondernemingsnummer(tekst)
    assert isinstance(gelezen, Onleesbaar)
    assert woord in gelezen.reden
    assert vind_ondernemingsnummer(tekst) is None


@pytest.mark.parametrize("tekst", ["", "we hebben er geen", "BE"])
def test_no_number(tekst: str) -> None:
    assert lees_ondernemingsnummer(tekst) is None


@given(st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(plaats: int, erbij: int) -> None:
    cijfers = list("0123456749")
    cijfers[plaats] = str((int(cijfers[plaats]) + erbij) % 10)
    assert isinstance(lees_ondernemingsnummer("".join(cijfers)), Onleesbaar)


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("https://onzevzw.be/statuten", "https://onzevzw.be/statuten"),
        ("http://onzevzw.be", "http://onzevzw.be"),
        ("www.onzevzw.be/statuten.pdf.", "https://www.onzevzw.be/statuten.pdf"),
        ("kijk op onzevzw.be", "https://onzevzw.be"),
        ("(zie https://onzevzw.be)", "https://onzevzw.be"),
        ("geen", None),
        ("info@onzevzw.be", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https://[::1", None),
        ("https://" + "a" * 600 + ".be", None),
    ],
)
def test_a_web_address(tekst: str, adres: str | None) -> None:
    assert vind_webadres(tekst) == adres


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(tekst: str) -> None:
    adres = vind_webadres(tekst)
    assert adres is None or adres.lower().startswith(("http://", "https://"))
    lees_ondernemingsnummer(tekst)
    lees_aantal(tekst)


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("9", 9),
        ("negen", 9),
        ("we zijn met 9", 9),
        ("een bestuur van negen mensen", 9),
        ("één", 1),
        ("een", 1),
        ("niemand", 0),
        ("geen enkele", 0),
        ("0", 0),
        ("eenentwintig", 21),
        ("9 bestuurders", 9),
        ("negen, dus 9", 9),
    ],
)
def test_a_count(tekst: str, aantal: int) -> None:
    assert lees_aantal(tekst) == aantal


@pytest.mark.parametrize("tekst", ["", "veel", "3 of 4", "9,5", "-3", "1/3", "33%", "😀"])
def test_no_count_is_explained(tekst: str) -> None:
    assert isinstance(lees_aantal(tekst), Onleesbaar)
