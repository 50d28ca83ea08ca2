import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.taal import WOORDEN, normaliseer


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Kweet da nie!!", "ik weet dat niet"),
        ("kheb da ni gezegd ma wel gedacht", "ik heb dat niet gezegd maar wel gedacht"),
        ("mn ma weet van niks", "mijn ma weet van niets"),
        ("ja ma nee", "ja maar nee"),
        ("'t is goe", "het is goed"),
        ("’k heb ne broer", "ik heb een broer"),
        ("m'n broer z'n kamer", "mijn broer zijn kamer"),
        ("mss ofzo, idd wss ff", "misschien of zo inderdaad waarschijnlijk even"),
        ("thx aub alst", "bedankt alsjeblieft alsjeblieft"),
        ("Cliëntoverleg in Genève", "clientoverleg in geneve"),
        ("neeeeee jaaaa stoppppp", "nee ja stop"),
        ("zee een maan", "zee een maan"),
        ("st\u200bop \u2060/restart", "stop restart"),
        ("ｋｗｅｅｔ　ｎｉ", "ik weet niet"),
        ("0470 12 34 56 en 2000", "0470 12 34 56 en 2000"),
        ("\x00\x07 hallo\tdaar\n", "hallo daar"),
        ("", ""),
        ("👍", ""),
    ],
)
def test_plain_words(tekst: str, woorden: str) -> None:
    assert normaliseer(tekst) == woorden


@pytest.mark.parametrize(("van", "naar"), sorted(WOORDEN.items()))
def test_every_word_of_the_table_is_read_and_settled(van: str, naar: str) -> None:
    assert normaliseer(van) == naar
    assert normaliseer(naar) == naar


@given(st.text(max_size=150))
def test_twice_is_once(tekst: str) -> None:
    eens = normaliseer(tekst)
    assert normaliseer(eens) == eens
    assert eens == " ".join(eens.split())
