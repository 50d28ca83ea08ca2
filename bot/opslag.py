"""Where the dialogue keeps what it keeps: parts of the database (SQLite: files), and their key."""

from __future__ import annotations

from pathlib import Path

from bot.channels.messenger.inbox import Inbox
from bot.gebeurtenissen import Gebeurtenissen
from bot.gesprekken import Gesprekken
from loket.geheimen import sleutels
from loket.settings import Instellingen
from loket.store.database import Tabellen
from loket.store.merken import Merker
from loket.store.versleuteling import Kluis

MIGRATIES = Path(__file__).parent / "migraties"
"""Holds a folder of Alembic migrations for each part. How to add one: docs/scale.md."""


def open_gebeurtenissen(instellingen: Instellingen) -> Gebeurtenissen:
    """Open the events of Rasa's trackers. Raises RegisterFout when it cannot be written."""
    return Gebeurtenissen(_open(instellingen, "trackers"), Kluis(sleutels(instellingen)))


def open_gesprekken(instellingen: Instellingen) -> Gesprekken:
    """Open the conversations of the chat channel. Raises RegisterFout when it cannot be written."""
    return Gesprekken(_open(instellingen, "gesprekken"), Kluis(sleutels(instellingen)))


def open_messenger(instellingen: Instellingen) -> Inbox:
    """Open what came in from Messenger and must go out. Raises RegisterFout when it cannot be written."""
    merker = Merker(sleutels(instellingen))

    def merken(psid: str) -> tuple[str, ...]:
        return tuple(merk.hex() for merk in merker.merken("messenger", psid.encode()))

    return Inbox(_open(instellingen, "messenger"), Kluis(sleutels(instellingen)), merken)


def _open(instellingen: Instellingen, deel: str) -> Tabellen:
    database = Tabellen(instellingen.database_van(deel), deel)
    try:
        database.werk_bij(MIGRATIES / deel)
    except BaseException:
        database.sluit()
        raise
    return database
