"""What the Messenger platform documents: addresses, limits and error codes, all in this one place.

Checked against developers.facebook.com/documentation/business-messaging/messenger-platform (March 2026).
"""

from __future__ import annotations

from enum import Enum

from bot.channels.vorm import ELDERS, Kanaal

VERSIE = "v25.0"
"""Of the Graph API. A version works for about two years."""
GRAPH = "https://graph.facebook.com"

TEKST = 2_000
"""Characters in a message."""
KNOPPEN = 13
TITEL = 20
"""Quick replies under a message, and characters on one."""
LADING = 1_000
"""Characters that a quick reply may send back."""
KAARTTEKST = 640
"""Characters above the button of a template; its title has `TITEL`."""
MENUTITEL = 30
GROET = 160
VENSTER = 24 * 3_600.0
"""Seconds after a person's last message in which a page may write."""
POSTVAK_APP = "263902037430900"
"""The app id of the page's own inbox."""

KANAAL = Kanaal("messenger", tekst=TEKST, knoppen=KNOPPEN, titel=TITEL, elders=ELDERS)
HIER = Kanaal("messenger", tekst=TEKST, knoppen=KNOPPEN, titel=TITEL)
"""As KANAAL, for who insists on an aanvraag in Messenger itself."""

VELDEN = (
    "messages",
    "messaging_postbacks",
    "messaging_referrals",
    "messaging_handovers",
    "message_reactions",
    "message_reads",
    "message_deliveries",
    "message_echoes",
    "message_edits",
    "standby",
)
"""The webhook fields that the page subscribes to; what is not for us is dropped where it comes in."""


class Oordeel(Enum):
    """What an error of the Graph API asks for."""

    LATER = "later"
    """Not our fault and over in a while: try again."""
    VENSTER = "venster"
    """The 24 hours are over: nothing may be sent until the person writes again."""
    WEG = "weg"
    """This person cannot be reached (any more), or another app holds the conversation."""
    INSTELLING = "instelling"
    """Something must be set right by a person (token, permission, page): raise an alarm, try slowly."""
    ONJUIST = "onjuist"
    """The platform refuses this very message: raise an alarm, go on with the next."""


_LATER = frozenset({1, 2, 4, 17, 32, 341, 613, 1200, 80001, 80006})
_VENSTER = frozenset({(10, 2018278), (10, 2534022)})
_WEG = frozenset({(100, 2018001), (200, 1545041), (200, 2018108), (10, 2018300)})
_INSTELLING = frozenset({3, 10, 102, 190, 230, 368, 463, 467})


def oordeel(status: int, code: int | None, subcode: int | None, *, tijdelijk: bool = False) -> Oordeel:
    """What to do about an answer of the Graph API that is no success."""
    if (code, subcode) in _VENSTER:
        return Oordeel.VENSTER
    if (code, subcode) in _WEG or code == 551:
        return Oordeel.WEG
    if tijdelijk or code in _LATER or status >= 500 or status == 429:
        return Oordeel.LATER
    if code in _INSTELLING or (code is not None and 200 <= code < 300) or status in {401, 403}:
        return Oordeel.INSTELLING
    return Oordeel.ONJUIST
