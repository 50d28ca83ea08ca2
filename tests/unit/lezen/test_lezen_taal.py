import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.taal import WOORDEN, normaliseer, zonder_accenten


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
        # The words that everybody writes.
        ("da", "dat"),
        ("nie", "niet"),
        ("k weet ni", "ik weet niet"),
        ("ma wa", "maar wat"),
        ("ne keer ofzo", "een keer of zo"),
        ("mss", "misschien"),
        ("kheb", "ik heb"),
        ("mn", "mijn"),
        ("heeeel errrrg", "heel erg"),
        # Tussentaal: the pronoun behind the verb, articles, lost endings.
        ("moek da doen", "moet ik dat doen"),
        ("moetek da zelf vragen", "moet ik dat zelf vragen"),
        ("maggek iemand meenemen", "mag ik iemand meenemen"),
        ("kannek nog stoppen", "kan ik nog stoppen"),
        ("kunde da nekeer uitleggen", "kan je dat een keer uitleggen"),
        ("kunt ge da doen", "kan je dat doen"),
        ("moet ge da betalen", "moet je dat betalen"),
        ("wa zegt ge", "wat zeg je"),
        ("weete gij da", "weet je jij dat"),
        ("tkost niks", "het kost niets"),
        ("omdak da nie wil", "omdat ik dat niet wil"),
        ("voorda ge beslist", "voordat je beslist"),
        # Words of the field, written apart or otherwise.
        ("een cliënt overleg", "een clientoverleg"),
        ("cliënten overleg", "clientoverleg"),
        ("mijn vertrouwens persoon", "mijn vertrouwenspersoon"),
        ("de hulp coördinator", "de hulpcoordinator"),
        ("het werk plan", "het werkplan"),
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


@given(st.lists(st.sampled_from(sorted(WOORDEN)), min_size=1, max_size=6))
def test_sentences_of_the_table_are_settled(woorden: list[str]) -> None:
    eens = normaliseer(" ".join(woorden))
    assert normaliseer(eens) == eens


@given(st.sampled_from(["nee", "ja", "help", "stop", "niet", "heel"]), st.integers(3, 30))
def test_drawn_out_letters_are_one_word(woord: str, keer: int) -> None:
    # "neeeee", "helpppp": any length means the same as a short one.
    assert normaliseer(woord + woord[-1] * keer) == normaliseer(woord + woord[-1] * 3)


@given(st.text(max_size=150))
def test_capitals_and_accents_change_nothing(tekst: str) -> None:
    assert normaliseer(zonder_accenten(tekst)) == normaliseer(tekst)


@given(st.text(max_size=5000))
def test_only_words_and_single_spaces_come_out(tekst: str) -> None:
    uit = normaliseer(tekst)
    assert uit == " ".join(uit.split())
    assert all(teken.isalnum() or teken == " " for teken in uit)
