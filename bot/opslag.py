"""Where the dialogue keeps what it keeps: the SQLite files in the data folder, and their key."""

from __future__ import annotations

from bot.channels.messenger.inbox import Inbox
from bot.gebeurtenissen import Gebeurtenissen
from bot.gesprekken import Gesprekken
from loket.geheimen import sleutels
from loket.settings import Instellingen
from loket.store.database import Database, bereid_bestand_voor
from loket.store.merken import Merker
from loket.store.versleuteling import Kluis


def open_gebeurtenissen(instellingen: Instellingen) -> Gebeurtenissen:
    """Open the events of Rasa's trackers. Raises RegisterFout when it cannot be written."""
    return Gebeurtenissen(instellingen.datamap / "trackers.sqlite", Kluis(sleutels(instellingen)))


def open_gesprekken(instellingen: Instellingen) -> Gesprekken:
    """Open the conversations of the chat channel. Raises RegisterFout when it cannot be written."""
    return Gesprekken(instellingen.datamap / "gesprekken.sqlite", Kluis(sleutels(instellingen)))


def open_messenger(instellingen: Instellingen) -> Inbox:
    """Open what came in from Messenger and must go out. Raises RegisterFout when it cannot be written."""
    pad = instellingen.datamap / "messenger.sqlite"
    bereid_bestand_voor(pad)
    merker = Merker(sleutels(instellingen))

    def merken(psid: str) -> tuple[str, ...]:
        return tuple(merk.hex() for merk in merker.merken("messenger", psid.encode()))

    return Inbox(Database(f"sqlite:///{pad.resolve()}"), Kluis(sleutels(instellingen)), merken)
