"""The measure of plain Dutch: a table for each thing it measures, of what must and what must not fire."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.taal import woordenset
from loket.kennis import laad_kennis
from loket.leesbaarheid import DREMPELS, Publiek, Soort, beoordeel
from loket.leesbaarheid.beoordeling import flesch_douma
from loket.leesbaarheid.lettergrepen import lettergrepen
from loket.leesbaarheid.lijdend import is_lijdend
from loket.leesbaarheid.woorden import gemak, woordenlijst, zipf
from loket.leesbaarheid.zinnen import zinnen

LETTERGREPEN = {
    1: "ja hulp tolk mooi leeuw nieuw fraai wij huis schrik vaak ei team mail quiz",
    2: "oma idee even open agent boeken koeien zeeën goeie ander oude zoiets bureau chaos duo jo-lijn e-mail",
    3: "agenda idioot radio museum creëren conflicten piano reactie sociaal naïef video geëist",
    4: "situatie januari begeleider bemiddeling vertrouwelijk reageerde geïnformeerd beantwoorden ambulance",
    5: "cliëntoverleg participatie evaluatie individueel financiële continuïteit coördinator",
    9: "opvoedingsverantwoordelijke",
}


@pytest.mark.parametrize(
    ("aantal", "woord"), [(a, w) for a, woorden in LETTERGREPEN.items() for w in woorden.split()]
)
def test_syllables_are_what_one_hears(aantal: int, woord: str) -> None:
    """pyphen alone would say 1 for "oma" and "idee": hyphens never leave one letter alone."""
    assert lettergrepen(woord) == aantal


@pytest.mark.parametrize(
    ("zin_aantal", "woord_aantal", "greep_aantal", "score"),
    [(1, 10, 10, 120.5), (1, 10, 15, 82.0), (2, 20, 40, 43.5), (1, 20, 40, 34.2), (0, 0, 0, 100)],
)
def test_flesch_douma(zin_aantal: int, woord_aantal: int, greep_aantal: int, score: float) -> None:
    """206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence (Douma 1960), by hand."""
    assert flesch_douma(zin_aantal, woord_aantal, greep_aantal) == pytest.approx(score, abs=0.05)


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Dag. Hoe gaat het?", [1, 3]),
        ("Bel 0800 900 33. Dat is gratis.", [2, 3]),
        ("Bel de JO-lijn: {jo-lijn}, gratis.", [3, 2]),
        ("Mail naar participatie@opgroeien.be. Of kijk op www.jeugdhulp.be.", [3, 4]),
        ("Kijk op mijn.jeugdhulp.be voor meer.", [5]),
        ("- Eerste punt\n- Tweede punt", [2, 2]),
        ("• Vraag het bv. aan het loket.", [6]),
        ("Dat staat in art. 30 van de wet.", [8]),
        ("Een regel die\nverder loopt.", [5]),
        ("Je krijgt het.\nBron: draaiboek, 2.2 en 6.1 · omzendbrief, 1.4", [3]),
        ("Zij zei: 'Ik kom.' Hij ook.", [2, 2, 2]),
        ("Het begint op 1 april 2026 om 14.30 uur.", [9]),
        ("...  — !", []),
    ],
)
def test_sentences_and_words(tekst: str, woorden: list[int]) -> None:
    """A number, an address and a place for a number are one word; a list has a sentence a point."""
    assert [len(zin.woorden) for zin in zinnen(tekst)] == woorden


LIJDEND = """
    Moeilijke woorden worden uitgelegd.
    Wat gezegd wordt, blijft geheim.
    Ook wie wordt uitgenodigd, beslis je mee.
    Het werkplan werd door de voorzitter geschreven.
    De aanvraag is door het loket behandeld.
    Hij is geholpen door een tolk.
    Je wordt gehoord.
    De afspraken worden samen besproken.
    De brief moet gelezen worden.
    Mensen die anders niet gehoord worden.
    Er wordt geluisterd.
    Alle gegevens werden gewist.
"""
BEDRIJVEND = """
    Het wordt beter.
    Je wordt lid en betaalt niets.
    Hij wordt boos op de begeleider.
    Iemand van hen wordt hulpcoördinator.
    Wanneer word je twaalf?
    De hulp gaat gewoon door.
    Hij is al vertrokken.
    De voorzitter is gekozen.
    We zijn bezorgd over jou.
    De procedure loopt door.
    De gesprekken worden langer.
    De gezinnen worden kleiner.
    Het wordt ingewikkeld.
    Het wordt tijd dat iemand jou helpt.
    Dat geld wordt meer.
    Je kan altijd bellen als je geduld op wordt.
"""


@pytest.mark.parametrize("zin", [z.strip() for z in LIJDEND.strip().splitlines()])
def test_a_passive_sentence(zin: str) -> None:
    assert is_lijdend(zinnen(zin)[0])
    assert Soort.LIJDEND in {b.soort for b in beoordeel(zin).bevindingen}


@pytest.mark.parametrize("zin", [z.strip() for z in BEDRIJVEND.strip().splitlines()])
def test_no_passive_sentence(zin: str) -> None:
    assert not is_lijdend(zinnen(zin)[0])


@pytest.mark.parametrize(
    "woord",
    sorted(
        woordenset(
            "vragen brieven begrippen huizen kinderen gezinnen telefoonlijn huiswerkbegeleiding meepraten "
            "doorvertellen samenkomt typ wist gesnapt buurvrouw contactformulier vragenlijst loketten"
        )
    ),
)
def test_an_ordinary_word(woord: str) -> None:
    """Every form of a common word, and what is made of common words."""
    assert not [b for b in beoordeel(f"Dit is {woord}.").bevindingen if b.soort is Soort.WOORD]


@pytest.mark.parametrize(
    "woord",
    sorted(
        woordenset(
            "synthetiseren metapositie constructief faciliteren subsidiariteit casuïstiek prevaleren "
            "ontvankelijk evalueren expertise derhalve desgevallend teneinde modaliteit"
        )
    ),
)
def test_a_hard_word(woord: str) -> None:
    gevonden = beoordeel(f"Dit is {woord}.").bevindingen

    assert [b.soort for b in gevonden] in ([Soort.WOORD], [Soort.VAKWOORD])
    assert f"'{woord}'" in gevonden[0].melding


@pytest.mark.parametrize(
    "tekst",
    [
        "Continuïteit betekent dat de hulp doorgaat.",
        "Continuïteit is een moeilijk woord voor: de hulp stopt niet zomaar.",
        "Het OCJ en het VK kijken of een kind veilig opgroeit. Dat heet ook gemandateerde voorziening.",
        "Een decreet is een Vlaamse wet.",
        "Stuur ook de statuten. Dat zijn de regels van een vereniging.",
        "Stuur ook de statuten (de regels van een vereniging).",
        "Vraag het aan het CLB van je school.",
    ],
)
def test_a_word_that_the_text_explains_is_fine(tekst: str) -> None:
    assert not [b for b in beoordeel(tekst).bevindingen if b.soort in {Soort.VAKWOORD, Soort.AFKORTING}]


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("De continuïteit van de hulp telt.", Soort.VAKWOORD),
        ("Stuur ook de statuten mee.", Soort.VAKWOORD),
        ("Vraag het aan het CLB.", Soort.AFKORTING),
        ("Het gaat m.b.t. de hulp niet goed.", Soort.AFKORTING),
        ("Bel evt. nog eens.", Soort.AFKORTING),
        ("Vraag het bv. aan je begeleider.", Soort.AFKORTING),
        ("De XYZ beslist.", Soort.AFKORTING),
    ],
)
def test_a_word_of_the_trade_or_an_abbreviation_alone(tekst: str, soort: Soort) -> None:
    assert soort in {b.soort for b in beoordeel(tekst).bevindingen}


@pytest.mark.parametrize(
    "tekst",
    ["Bel Awel.", "Vraag het aan Jan. Hij weet het.", "Stuur een sms, of een PDF.", "Ga naar Sint-Niklaas."],
)
def test_names_and_what_everyone_knows_are_no_hard_words(tekst: str) -> None:
    assert beoordeel(tekst).bevindingen == ()


def test_what_was_asked_needs_no_other_word() -> None:
    tekst = "Het charter telt drie punten."

    assert beoordeel(tekst).bevindingen
    assert not beoordeel(tekst, gevraagd="Wat is het charter?").bevindingen


def test_a_long_sentence_is_named_with_what_to_do() -> None:
    lang = "Je mag altijd zeggen wat je wil en wat je niet wil en met wie je daar graag over praten wil."

    (bevinding,) = beoordeel(f"Dag. {lang}").bevindingen

    assert bevinding.soort is Soort.ZIN
    assert bevinding.melding == "Deze zin telt 21 woorden. Maak er twee zinnen van."
    assert bevinding.fragment == lang


def test_a_hard_text_is_named_as_a_whole() -> None:
    zin = (
        "Continuïteit veronderstelt gemeenschappelijke verantwoordelijkheid van hulpverlenende organisaties. "
    )

    soorten = {b.soort for b in beoordeel(zin * 6, Publiek.HULPVERLENER).bevindingen}

    assert Soort.FLESCH in soorten


def test_a_helper_may_read_words_of_the_trade_but_no_stiff_ones() -> None:
    assert beoordeel("De indicatiestelling volgt later.", Publiek.HULPVERLENER).bevindingen == ()
    assert beoordeel("Dit geldt derhalve ook.", Publiek.HULPVERLENER).bevindingen


@given(st.text(max_size=400), st.sampled_from(Publiek))
def test_any_text_can_be_measured(tekst: str, publiek: Publiek) -> None:
    oordeel = beoordeel(tekst, publiek)

    assert oordeel.lettergrepen >= oordeel.woorden >= oordeel.zinnen
    assert all(b.melding for b in oordeel.bevindingen)


@given(st.text("aeiouybd'-. \n:({é@/0A", max_size=300))
def test_any_heap_of_letters_can_be_measured(tekst: str) -> None:
    assert beoordeel(tekst).lettergrepen >= beoordeel(tekst).woorden


@pytest.mark.parametrize(
    "brok",
    [
        "a",
        "a ",
        "a.b",
        "ge",
        "a-",
        "x@",
        "{",
        "1 ",
        "dat wordt gedaan ",
        "\n",
        "(",
        "is een ",
        "A.",
        "wordt",
        "é'",
    ],
)
def test_a_long_text_costs_no_more_than_its_length(brok: str) -> None:
    """Hostile repetition of what the patterns look for: it would hardly end if it were tried twice over."""
    lang = beoordeel(brok * 3_000)

    assert {b.soort for b in lang.bevindingen} == {b.soort for b in beoordeel(brok * 2_000).bevindingen}


def test_a_word_of_the_list_has_a_topic_that_explains_it() -> None:
    kennis = laad_kennis()
    lijst = woordenlijst()

    for begrip in lijst.begrippen.values():
        assert begrip.onderwerp in kennis, begrip.woord
    for begrip in (*lijst.vakwoorden.values(), *lijst.afkortingen.values()):
        assert begrip.onderwerp in {"", *kennis}, begrip.woord


def test_the_list_explains_in_plain_dutch() -> None:
    """What it advises must not be hard itself, nor a word that it advises against."""
    lijst = woordenlijst()
    raad = [
        b.uitleg for b in (*lijst.begrippen.values(), *lijst.vakwoorden.values(), *lijst.afkortingen.values())
    ]

    for tekst in (*raad, *lijst.moeilijk.values(), *lijst.stijf.values()):
        assert not beoordeel(tekst, gevraagd="CLB OCJ").bevindingen, tekst


def test_no_word_stands_in_two_lists() -> None:
    lijst = woordenlijst()
    alle = [*lijst.begrippen, *lijst.vakwoorden, *lijst.vaktaal, *lijst.moeilijk, *lijst.stijf, *lijst.gewoon]

    assert len(alle) == len(set(alle))
    assert all(woord == woord.lower() for woord in alle)


def test_a_listed_word_is_needed() -> None:
    """What the frequencies already call ordinary need not be listed as such."""
    lijst = woordenlijst()

    assert [w for w in lijst.vaktaal if gemak(w) >= DREMPELS[Publiek.HULPVERLENER].zipf] == []
    assert [w for w in lijst.gewoon if zipf(w) >= 4] == []
