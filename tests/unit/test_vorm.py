"""Replies in the shape of a channel: nothing lost, nothing too long, and a number says its choice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messenger.afspraken import HIER, KANAAL, KNOPPEN, TEKST, TITEL
from bot.channels.vorm import ELDERS, REST, Genummerd, giet, lengte, splits
from loket.domain.gesprek.stand import Lijst

LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


def knoppen(*titels: str) -> list[dict[str, str]]:
    return [{"title": titel, "payload": titel} for titel in titels]


def test_short_choices_are_buttons() -> None:
    (bericht,) = giet([{"text": "Klopt dit?", "buttons": knoppen("Ja", "Nee")}], KANAAL).berichten
    assert bericht.tekst == "Klopt dit?"
    assert [(keuze.titel, keuze.zegt) for keuze in bericht.keuzes] == [("Ja", "Ja"), ("Nee", "Nee")]


def test_long_choices_stand_in_full_with_a_number_that_can_be_typed() -> None:
    titels = ("Wat is cliëntoverleg?", "Aanvraag doen", "Ik wil een mens spreken")
    gegoten = giet([{"text": "Wat wil je doen?", "buttons": knoppen(*titels)}], KANAAL)
    (bericht,) = gegoten.berichten
    for nummer, titel in enumerate(titels, 1):
        assert f"{nummer}. {titel}" in bericht.tekst
        assert gegoten.genummerd.zegt(str(nummer)) == titel
    assert [keuze.zegt for keuze in bericht.keuzes] == list(titels)
    assert all(lengte(keuze.titel) <= TITEL for keuze in bericht.keuzes)
    assert bericht.keuzes[1].titel == "2. Aanvraag doen"


def test_more_than_thirteen_choices_can_all_be_typed() -> None:
    titels = [f"keuze {letter}" for letter in "abcdefghijklmnopqrst"]
    gegoten = giet([{"text": "Kies", "buttons": knoppen(*titels)}], KANAAL)
    assert len(gegoten.berichten[-1].keuzes) == KNOPPEN
    assert [gegoten.genummerd.zegt(str(n)) for n in range(1, 21)] == titels
    assert "20. keuze t" in gegoten.berichten[-1].tekst


def test_where_a_number_is_an_answer_it_is_no_choice() -> None:
    item = {
        "text": "Hoe oud ben je?",
        "buttons": knoppen("Dat zeg ik liever niet aan jou"),
        "custom": {"invoer": "getal"},
    }
    gegoten = giet([item], KANAAL)
    assert gegoten.genummerd.zegt("1") == "1"
    assert "• Dat zeg ik liever niet aan jou" in gegoten.berichten[0].tekst


@pytest.mark.parametrize(
    ("getypt", "zegt"),
    [
        ("1", "een"),
        (" 2. ", "twee"),
        ("3)", "drie"),
        ("1, 3", "een en drie"),
        ("1 en 2 en 3", "een, twee en drie"),
        ("1 2", "een en twee"),
        ("2,2", "twee"),
        ("4", "4"),
        ("0", "0"),
        ("1, 4", "1, 4"),
        ("ik heb er 1", "ik heb er 1"),
        ("123", "123"),
        ("", ""),
    ],
)
def test_numbers_say_their_choices(getypt: str, zegt: str) -> None:
    assert Genummerd(("een", "twee", "drie"), meerdere=True).zegt(getypt) == zegt


@pytest.mark.parametrize(
    "getypt", ["1" * 9_000 + "x", "1 " * 4_500 + "x", f"1{' ' * 9_000}x", "1, " * 3_000 + "x"]
)
def test_a_long_row_of_digits_is_no_choice_and_does_not_hold_up_the_service(getypt: str) -> None:
    assert Genummerd(("een", "twee", "drie"), meerdere=True).zegt(getypt) == getypt


def test_several_numbers_only_where_several_may_be_chosen() -> None:
    assert Genummerd(("een", "twee")).zegt("1, 2") == "1, 2"


def test_what_the_widget_shows_around_a_text_stands_in_the_text() -> None:
    item = {
        "text": "Dit krijgt het loket.",
        "custom": {
            "onderdelen": [{"titel": "Contact", "regels": [{"label": "Telefoon", "antwoord": "0470"}]}],
            "lijnen": [{"naam": "Awel", "nummer": "102", "uitleg": "gratis"}],
            "bron": "Bron: omzendbrief, 3",
        },
    }
    (bericht,) = giet([item], REST).berichten
    assert bericht.tekst.split("\n\n") == [
        "Dit krijgt het loket.",
        "CONTACT\nTelefoon: 0470",
        "Awel: 102 (gratis)",
        "Bron: omzendbrief, 3",
    ]


def test_plain_rest_is_another_description_and_knows_no_limits() -> None:
    item: dict[str, Any] = {
        "text": "x" * 9000,
        "buttons": knoppen(*(f"een heel lange keuze {n}" for n in range(30))),
    }
    gegoten = giet([item], REST)
    (bericht,) = gegoten.berichten
    assert bericht.tekst == "x" * 9000
    assert len(bericht.keuzes) == 30
    assert gegoten.genummerd.zinnen == ()
    assert REST.elders == HIER.elders == frozenset()


def test_advice_goes_on_in_messenger_and_what_says_who_you_are_does_not() -> None:
    assert set(Lijst) - ELDERS == {Lijst.ADVIES, Lijst.ERKENNING}


def test_texts_are_split_where_people_pause() -> None:
    alinea = "Een korte zin. Nog een zin die wat langer is."
    delen = splits("\n\n".join([alinea] * 100), TEKST)
    assert all(lengte(deel) <= TEKST for deel in delen)
    assert all(deel.startswith("Een korte zin.") and deel.endswith("is.") for deel in delen)
    zinnen = splits(" ".join([alinea] * 100), TEKST)
    assert all(deel.endswith(".") for deel in zinnen)
    assert " ".join(zinnen) == " ".join([alinea] * 100)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), st.integers(2, 60))
def test_no_piece_is_too_long_and_no_word_is_lost(tekst: str, hoogstens: int) -> None:
    delen = splits(tekst, hoogstens)
    assert all(lengte(deel) <= hoogstens for deel in delen)
    assert "".join("".join(delen).split()) == "".join(tekst.split())


ITEM = st.fixed_dictionaries(
    {"text": LETTERS},
    optional={
        "buttons": st.lists(LETTERS.filter(str.strip), max_size=25, unique=True).map(lambda ts: knoppen(*ts)),
        "custom": st.fixed_dictionaries(
            {"invoer": st.sampled_from(["getal", "tekst"]), "meerdere": st.booleans()}
        ),
    },
)


@given(st.lists(ITEM, max_size=4))
def test_whatever_is_said_keeps_to_the_limits_and_every_choice_can_be_made(
    items: list[dict[str, Any]],
) -> None:
    gegoten = giet(items, KANAAL)
    for bericht in gegoten.berichten:
        assert bericht.tekst.strip()
        assert lengte(bericht.tekst) <= TEKST
        assert len(bericht.keuzes) <= KNOPPEN
        assert all(0 < lengte(keuze.titel) <= TITEL for keuze in bericht.keuzes)
    gezegd = [knop["payload"] for item in items for knop in item.get("buttons", [])]
    tekst = "\n".join(bericht.tekst for bericht in gegoten.berichten)
    for keuze in gezegd:
        knop = any(k.zegt == keuze for bericht in gegoten.berichten for k in bericht.keuzes)
        assert knop or keuze.split()[0] in tekst
