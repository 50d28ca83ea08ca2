"""From messages in the channel's shape to what the Send API takes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.channels.messenger import teksten
from bot.channels.messenger.afspraken import GROET, KAARTTEKST, LADING, MENUTITEL, TITEL
from bot.channels.messenger.gebeurtenissen import BEGIN_LADING
from bot.channels.messenger.inbox import Uitgaand
from bot.channels.vorm import Bericht

GEEF_DOOR: Uitgaand = {"daad": "geef_door"}
NEEM_TERUG: Uitgaand = {"daad": "neem_terug"}


def uitgaand(berichten: Iterable[Bericht]) -> list[Uitgaand]:
    """Text messages with quick replies. What a choice says must fit in it; it comes back word for word."""
    return [{"message": _bericht(bericht)} for bericht in berichten]


def zin(tekst: str) -> Uitgaand:
    """One sentence of the channel itself."""
    return {"message": {"text": tekst}}


def link(tekst: str, knop: str, adres: str) -> Uitgaand:
    """A text above a button that opens `adres`."""
    if len(tekst) > KAARTTEKST or len(knop) > TITEL:
        raise ValueError("te lang voor een knop met een link")
    inhoud = {
        "template_type": "button",
        "text": tekst,
        "buttons": [{"type": "web_url", "url": adres, "title": knop}],
    }
    return {"message": {"attachment": {"type": "template", "payload": inhoud}}}


def profiel() -> dict[str, Any]:
    """The greeting before the first message, the button that begins, and the menu that is always there."""
    knoppen = [{"type": "postback", "title": titel[:MENUTITEL], "payload": titel} for titel in teksten.MENU]
    return {
        "greeting": [{"locale": "default", "text": teksten.GROET[:GROET]}],
        "get_started": {"payload": BEGIN_LADING},
        "persistent_menu": [
            {"locale": "default", "composer_input_disabled": False, "call_to_actions": knoppen}
        ],
    }


def _bericht(bericht: Bericht) -> dict[str, Any]:
    inhoud: dict[str, Any] = {"text": bericht.tekst}
    if bericht.keuzes:
        inhoud["quick_replies"] = [
            {"content_type": "text", "title": keuze.titel, "payload": keuze.zegt[:LADING]}
            for keuze in bericht.keuzes
        ]
    return inhoud
