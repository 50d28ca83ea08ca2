"""Where the dialogue keeps what it keeps: the two SQLite files in the data folder, and their key."""

from __future__ import annotations

from bot.gebeurtenissen import Gebeurtenissen
from bot.gesprekken import Gesprekken
from loket.geheimen import sleutels
from loket.settings import Instellingen
from loket.store.versleuteling import Kluis


def open_gebeurtenissen(instellingen: Instellingen) -> Gebeurtenissen:
    """Open the events of Rasa's trackers. Raises RegisterFout when it cannot be written."""
    return Gebeurtenissen(instellingen.datamap / "trackers.sqlite", Kluis(sleutels(instellingen)))


def open_gesprekken(instellingen: Instellingen) -> Gesprekken:
    """Open the conversations of the chat channel. Raises RegisterFout when it cannot be written."""
    return Gesprekken(instellingen.datamap / "gesprekken.sqlite", Kluis(sleutels(instellingen)))
