"""Phone numbers, e-mail addresses and when to call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.bereik import Bereik, lees_bereik, vind_beltijd, vind_bereik
from loket.domain.lezen.uitkomst import Onleesbaar


@pytest.mark.parametrize(
    ("tekst", "e164", "leesbaar", "mobiel"),
    [
        ("0470 12 34 56", "+32470123456", "0470 12 34 56", True),
        ("0470123456", "+32470123456", "0470 12 34 56", True),
        ("0470/12.34.56", "+32470123456", "0470 12 34 56", True),
        ("0470-12-34-56", "+32470123456", "0470 12 34 56", True),
        ("0470/123456", "+32470123456", "0470 12 34 56", True),
        ("+32 470 12 34 56", "+32470123456", "0470 12 34 56", True),
        ("+32(0)470 12 34 56", "+32470123456", "0470 12 34 56", True),
        ("0032470123456", "+32470123456", "0470 12 34 56", True),
        ("470 12 34 56", "+32470123456", "0470 12 34 56", True),
        ("mijn gsm is 0470 12 34 56.", "+32470123456", "0470 12 34 56", True),
        ("ik ben 15, 2100 0470 12 34 56", "+32470123456", "0470 12 34 56", True),
        ("0470 12 34 56 of 0471 22 33 44", "+32470123456", "0470 12 34 56", True),
        ("03 240 61 66", "+3232406166", "03 240 61 66", False),
        ("(03) 240 61 66", "+3232406166", "03 240 61 66", False),
        ("09/267.75.22", "+3292677522", "09 267 75 22", False),
        ("011 23 72 25", "+3211237225", "011 23 72 25", False),
        ("+31 6 12345678", "+31612345678", "+31 6 12345678", True),
        ("+33 6 12 34 56 78", "+33612345678", "+33 6 12 34 56 78", True),
    ],
)
def test_phone(tekst: str, e164: str, leesbaar: str, mobiel: bool) -> None:
    assert lees_bereik(tekst) == Bereik(e164, leesbaar, mobiel)


@pytest.mark.parametrize(
    ("tekst", "email", "vraag"),
    [
        ("noor@gmail.com", "noor@gmail.com", None),
        ("mail naar noor@telenet.be.", "noor@telenet.be", None),
        ("noor @ gmail.com", "noor@gmail.com", None),
        ("noor at gmail punt com", "noor@gmail.com", None),
        ("noor@gmial.com", "noor@gmial.com", "noor@gmail.com"),
        ("noor@gmail.con", "noor@gmail.con", "noor@gmail.com"),
        ("noor@hotmial.com", "noor@hotmial.com", "noor@hotmail.com"),
        ("noor@telnet.be", "noor@telnet.be", "noor@telenet.be"),
        ("noor@mail.com", "noor@mail.com", None),
        ("noor@clb-voorbeeld.be", "noor@clb-voorbeeld.be", None),
        ("<noor.de-smet+jh@outlook.be>", "noor.de-smet+jh@outlook.be", None),
    ],
)
def test_email(tekst: str, email: str, vraag: str | None) -> None:
    assert lees_bereik(tekst) == Bereik(email=email, email_vraag=vraag)


def test_both() -> None:
    uit = lees_bereik("bel 0470 12 34 56 of mail noor123456789@gmail.com")
    assert uit == Bereik("+32470123456", "0470 12 34 56", True, "noor123456789@gmail.com")


def test_one_good_one_wrong_is_said() -> None:
    uit = lees_bereik("0470 12 34 5 of noor@gmail.com")
    assert isinstance(uit, Bereik)
    assert uit.telefoon is None
    assert "ontbreekt een cijfer" in uit.opmerking


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("0470 12 34 5", "ontbreekt een cijfer"),
        ("0470 12 34", "ontbreekt iets"),
        ("0470 12 34 567", "te veel cijfers"),
        ("0412345678", "kan niet kloppen"),
        ("+32 1", "geen telefoonnummer"),
        ("0612345678", "+31"),
        ("noor.gmail.com", "ontbreekt het teken @"),
        ("noor@", "kan niet kloppen"),
        ("noor@gmail", "kan niet kloppen"),
        ("blauw", "geen telefoonnummer"),
        ("", "geen telefoonnummer"),
        ("12/03/2011", "geen telefoonnummer"),
        ("2100 Deurne", "geen telefoonnummer"),
    ],
)
def test_wrong_ones_get_a_reason(tekst: str, woord: str) -> None:
    uit = lees_bereik(tekst)
    assert isinstance(uit, Onleesbaar)
    assert woord in uit.reden


@pytest.mark.parametrize(
    "zin",
    ["05.03.12-123.45", "BE68 5390 0754 7034", "ik ben 15 en woon in 2100 Deurne", "10-11-2012 om 14.30 uur"],
)
def test_other_numbers_are_no_phone(zin: str) -> None:
    assert vind_bereik(zin) is None


def test_inside_a_sentence() -> None:
    uit = vind_bereik("ik ben 15 en woon in Deurne 2100, bel mij maar op 0470 12 34 56 na vier uur")
    assert uit is not None
    assert uit.telefoon == "+32470123456"


@pytest.mark.parametrize(
    ("zin", "fragment"),
    [
        ("ik ben 15 en woon in Deurne 2100, bel mij maar na vier uur", "bel mij maar na vier uur"),
        ("Bel maar na 16u", "Bel maar na 16u"),
        ("enkel in het weekend", "enkel in het weekend"),
        ("niet als mijn vader thuis is", "niet als mijn vader thuis is"),
        ("alleen sms", "alleen sms"),
        ("'s avonds na 8", "'s avonds na 8"),
        ("je mag mij bellen, niet na 20u", "je mag mij bellen, niet na 20u"),
        ("ik woon in Gent en bel mij na vier uur", "bel mij na vier uur"),
        ("mail mij liever niet, want mijn mama leest mee", "mail mij liever niet"),
        ("Liefst op woensdagnamiddag!", "Liefst op woensdagnamiddag"),
        ("bel niet wanneer mijn stiefvader thuis is", "bel niet wanneer mijn stiefvader thuis is"),
    ],
)
def test_when_to_call_in_their_own_words(zin: str, fragment: str) -> None:
    assert vind_beltijd(zin) == fragment


@pytest.mark.parametrize(
    "zin",
    [
        "ik heb elke avond ruzie met mijn vader",
        "mijn vader slaat mij als hij thuis is",
        "ze willen stoppen na 15 jaar",
        "ik ben 15",
        "0470 12 34 56",
        "",
        "na school ga ik naar de begeleiding",
        "mijn begeleider belt nooit terug als ik iets vraag en hij heeft het altijd te druk"
        " met al de rest want er zijn er veel",
    ],
)
def test_a_story_is_no_moment_to_call(zin: str) -> None:
    assert vind_beltijd(zin) is None


@given(st.text(alphabet=st.sampled_from("0123456789 +/.-()@abc,\u200f\x00")))
def test_any_digits_and_marks(tekst: str) -> None:
    uit = lees_bereik(tekst)
    if isinstance(uit, Bereik):
        assert uit.telefoon or uit.email
        if uit.telefoon:
            assert uit.telefoon.startswith("+")
            assert lees_bereik(uit.telefoon) == lees_bereik(uit.telefoon_leesbaar)


@given(st.text())
def test_any_text(tekst: str) -> None:
    lees_bereik(tekst)
    fragment = vind_beltijd(tekst)
    assert fragment is None or fragment in tekst
