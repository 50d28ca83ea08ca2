"""The knowledge is whole: every section of the texts has a topic, every topic a question and an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from loket.domain.begrippen import Rol
from loket.domain.bron import Bron
from loket.domain.gevaar import vind_gevaar
from loket.domain.lezen.instemming import lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.kennis import DOEN, MAP, Onderwerp, laad_kennis

PROJECT = Path(__file__).parents[2]
KENNIS = laad_kennis()
SECTIES: Mapping[str, Mapping[str, Mapping[str, list[str]]]] = yaml.safe_load(
    (PROJECT / "loket" / "onderwerpen.yml").read_text(encoding="utf-8")
)
"""By text and section: its title and the topics that cover it."""

MINSTE_VOORBEELDEN = 15
MEESTE_WOORDEN = 50
"""In the first answer; "meer weten" tells the rest."""
NUMMERS = {
    "D": "1 1.1 1.2 1.3 2 2.1 2.2 2.3 2.4 3 3.1 3.2 3.3 3.4 3.5 4 5.1.1 5.1.2 5.2 5.2.1 5.2.2 5.3.1 5.3.2 "
    "5.4 6 6.1.1 6.1.2 6.1.3 6.2",
    "O": "1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3 2.4 2.5 3",
}
"""The numbered headings of the draaiboek and the omzendbrief that have text of their own."""
DELEN = {"C": 5, "L": 17, "V": 7}
"""How many parts the texts without numbers have."""


def lees_voorbeelden() -> dict[str, list[str]]:
    """Examples by intent ("vraag/kost", "bedanken"), as they stand in the files."""
    voorbeelden: dict[str, list[str]] = {}
    for pad in sorted(MAP.glob("**/*.yml")):
        for blok in yaml.safe_load(pad.read_text(encoding="utf-8")).get("nlu", []):
            regels = [regel.removeprefix("-").strip() for regel in blok["examples"].splitlines()]
            voorbeelden.setdefault(blok["intent"], []).extend(regels)
    return voorbeelden


VOORBEELDEN = lees_voorbeelden()
GESPREK = [intent for intent in VOORBEELDEN if "/" not in intent and intent != "gevaar"]
"""Intents that are no topic; what stands under `gevaar` is dangerous on purpose."""


def teksten(onderwerp: Onderwerp) -> Iterator[str]:
    """Every text that a topic can say."""
    yield from onderwerp.teksten.values()
    yield from onderwerp.meer.values()
    yield onderwerp.makkelijk


@pytest.mark.parametrize("id", sorted({*KENNIS, *(i[6:] for i in VOORBEELDEN if i.startswith("vraag/"))}))
def test_a_topic_can_be_asked_and_answered(id: str) -> None:
    assert id in KENNIS, "examples without an answer"
    onderwerp = KENNIS[id]
    voorbeelden = VOORBEELDEN.get(f"vraag/{id}", [])

    assert len({normaliseer(v) for v in voorbeelden}) >= MINSTE_VOORBEELDEN
    assert onderwerp.titel in voorbeelden, "the button's text is no example, word for word"
    assert onderwerp.bronnen
    assert all(tekst for tekst in onderwerp.teksten.values())
    assert onderwerp.makkelijk, "nothing to say for 'leg eens makkelijker uit'"


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_an_answer_begins_with_no_yes_or_no(id: str) -> None:
    """A topic is asked both ways ("moet ik?", "mag ik weigeren?"): a yes to the one lies to the other."""
    ja_of_nee = re.compile(r"(?:ja|nee)\b", re.IGNORECASE)

    assert [tekst for tekst in teksten(KENNIS[id]) if ja_of_nee.match(tekst)] == []


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_a_topic_leads_somewhere(id: str) -> None:
    onderwerp = KENNIS[id]

    assert set(onderwerp.verder) <= set(KENNIS) - {id}
    assert set(onderwerp.doen) <= set(DOEN)
    assert onderwerp.verder or onderwerp.doen, "no next step to offer"
    assert onderwerp.ander in {"", *KENNIS}  # its own id: the answer tells of both instruments


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_answers_are_short_first_and_hold_no_phone_number(id: str) -> None:
    onderwerp = KENNIS[id]

    for rol in (None, *Rol):
        assert 1 <= len(onderwerp.tekst(rol).split()) <= MEESTE_WOORDEN
    for tekst in teksten(onderwerp):
        zonder = re.sub(r"\{[\w-]+\}", "", tekst)
        assert not re.search(r"\b0\d{2,3}[ /.]?\d\d|\b(?:10[26]|112|1712|1813)\b", zonder), tekst


def test_titles_differ() -> None:
    """A title is a button: two alike would lead to one topic."""
    titels = [normaliseer(onderwerp.titel) for onderwerp in KENNIS.values()]

    assert len(titels) == len(set(titels))


def test_no_example_belongs_to_two_topics() -> None:
    plaats: dict[str, str] = {}
    dubbel: list[tuple[str, str, str]] = []
    for intent, voorbeelden in VOORBEELDEN.items():
        for voorbeeld in voorbeelden:
            eerder = plaats.setdefault(normaliseer(voorbeeld), intent)
            if eerder != intent:
                dubbel.append((voorbeeld, eerder, intent))

    assert not dubbel


@pytest.mark.parametrize("intent", sorted(i for i in VOORBEELDEN if i != "gevaar"))
def test_no_example_is_a_sign_of_danger(intent: str) -> None:
    """Danger is decided first, so such an example would never be reached."""
    assert not [v for v in VOORBEELDEN[intent] if vind_gevaar(v)]


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_no_question_is_an_answer_of_the_dialogue(id: str) -> None:
    """Inside a form "stop" stops and "ja" says yes: a topic cannot be asked for in those words.

    Asking for a human is the one wish that is a topic too.
    """
    voorbeelden = VOORBEELDEN[f"vraag/{id}"]
    eigen = {Wens.MENS} if id == "mens" else set()

    assert not [v for v in voorbeelden if lees_ja_nee(v)]
    assert not [v for v in voorbeelden if (wens := lees_wens(v)) and wens not in eigen]


@pytest.mark.parametrize("intent", sorted(GESPREK))
def test_small_talk_has_examples_too(intent: str) -> None:
    assert len({normaliseer(v) for v in VOORBEELDEN[intent]}) >= MINSTE_VOORBEELDEN


SECTIELIJST = [(werk, punt) for werk, secties in SECTIES.items() for punt in secties]


@pytest.mark.parametrize(("werk", "punt"), SECTIELIJST, ids=[f"{w} {p}" for w, p in SECTIELIJST])
def test_a_section_of_the_texts_is_covered(werk: str, punt: str) -> None:
    """The topics that the list names for a section give it, or what it is part of, as their source."""
    onderwerpen = SECTIES[werk][punt]["onderwerpen"]

    assert onderwerpen, "a section of the texts without a topic"
    for id in onderwerpen:
        assert any(_omvat(bron, werk, punt) for bron in KENNIS[id].bronnen), id


def test_the_list_holds_every_section() -> None:
    for werk, nummers in NUMMERS.items():
        assert [punt for punt in SECTIES[werk] if punt[0].isdigit()] == nummers.split()
    for werk, aantal in DELEN.items():
        assert len(SECTIES[werk]) == aantal


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_a_source_is_a_section_that_names_the_topic(id: str) -> None:
    for bron in KENNIS[id].bronnen:
        genoemd = [p for p, s in SECTIES[bron.werk].items() if _omvat(bron, bron.werk, p)]
        assert any(id in SECTIES[bron.werk][punt]["onderwerpen"] for punt in genoemd), str(bron)


def _omvat(bron: Bron, werk: str, punt: str) -> bool:
    """Whether a source reference is this section or holds it: D 5.1 holds D 5.1.2, V all of V."""
    if bron.werk != werk:
        return False
    return not bron.punt or not punt[0].isdigit() or f"{punt}.".startswith(f"{bron.punt}.")
