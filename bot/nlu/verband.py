"""What a conversation was about just before a message: for questions that lean on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from loket.domain.lezen.verwijzing import leunt, noemt, wijst

SLOT = "onderwerp"
"""In which the actions keep the topic that they told (domain.yml)."""
TERUGKIJKEN = 4
"""So many messages of the person later a subject still holds, while nothing else was told."""
IN_FORMULIER = 0
"""In a form only right after the explanation: then the form asks something itself."""


class Verband(NamedTuple):
    """What was told: the topic told last, and the subject (`over`), that of the latest topic that has one."""

    laatste: str
    over: str


def verband_van(tracker: DialogueStateTracker | None, over: Mapping[str, str]) -> Verband | None:
    """The context of the message that comes now; None when nothing with a subject was told lately, or the
    same topic twice in a row: who asks on after that is not helped by it once more.

    `over`: the subject of each topic, "" for one that is about no single thing ("wat kost het?"): after that
    the subject before it goes on.
    """
    if tracker is None:
        return None
    terug = IN_FORMULIER if tracker.active_loop_name else TERUGKIJKEN
    gezien = 0
    verteld: list[str] = []  # the latest first
    for event in reversed(tracker.events):
        gezien += isinstance(event, UserUttered)
        if gezien > terug:
            break
        if not isinstance(event, SlotSet) or event.key != SLOT or event.value is None:
            continue
        if event.value not in over:
            break  # an advice, about both instruments
        verteld.append(event.value)
        # What led to this topic counts too, so one message further back.
        terug += 1
    subject = next((over[id] for id in verteld if over[id]), "")
    herhaald = verteld[1:2] == verteld[:1]
    return Verband(verteld[0], subject) if subject and not herhaald else None


def onderwerpen_over(antwoorden: Mapping[str, list[dict[str, Any]]]) -> dict[str, str]:
    """The subject of each topic, as its file says (`over`), from Rasa's training data."""
    return {
        sleutel.removeprefix("utter_vraag/"): "".join(_gegeven(varianten, "over"))
        for sleutel, varianten in antwoorden.items()
        if sleutel.startswith("utter_vraag/")
    }


def titels(antwoorden: Mapping[str, list[dict[str, Any]]]) -> frozenset[str]:
    """The titles of the topics: the texts of buttons, that always mean themselves."""
    return frozenset(titel for varianten in antwoorden.values() for titel in _gegeven(varianten, "titel"))


def _gegeven(varianten: Iterable[Mapping[str, Any]], naam: str) -> list[str]:
    """What the metadata of an answer say: one of its variants has them."""
    alle = ((variant.get("metadata") or {}).get(naam) for variant in varianten)
    return [waarde for waarde in alle if waarde][:1]


def in_verband(tekst: str, verband: Verband | None, delen: frozenset[str], *, zeker: bool) -> Verband | None:
    """The context to read a message in; None for a message that stands by itself.

    `delen`: the `naamdelen` of the subjects there are; who names one means that. What is surely understood
    (`zeker`) and points at nothing needs no context.
    """
    if verband is None or not leunt(tekst) or noemt(tekst, delen):
        return None
    return verband if wijst(tekst) or not zeker else None
