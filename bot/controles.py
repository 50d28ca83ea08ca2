"""What `bot.gezondheid` asks of each part."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.gedeeld import Gedeeld
from bot.gezondheid import Controle, Onderdeel
from bot.model import vingerafdruk
from bot.rasa_client import RasaClient
from loket.geheimen import sleutelbestand
from loket.kantoor import Kantoor
from loket.settings import PROJECT, Instellingen
from loket.store.database import Database
from loket.store.versie import huidige, nieuwste

MINSTE_SCHIJF = 1_000_000_000
"""Bytes that must be free: enough for days, little enough to be worth a look."""
STIL_BEWAKEN = "De dienst bewaakt de termijnen niet meer. Kijk in de log."
STIL_TERUGPOST = "De dienst kan de mail niet lezen die terugkomt. Kijk die postbus na."
STIL_OPRUIMEN = "De dienst wist niet meer wat te oud is. Kijk in de log."

OUDE_POST = 3600.0
"""Seconds that a mail may wait before a person is told. The alarm about one mail comes much later."""


def rasa_klaar(rasa: RasaClient) -> Controle:
    """Whether Rasa answers and has a model."""

    async def controle() -> Onderdeel:
        return Onderdeel(await rasa.is_klaar())

    return controle


def schrijfbaar(kan_schrijven: Callable[[], bool]) -> Controle:
    """Whether a store can be written now."""

    async def controle() -> Onderdeel:
        return Onderdeel(await asyncio.to_thread(kan_schrijven))

    return controle


def schijf(datamap: Path, minste: int = MINSTE_SCHIJF) -> Controle:
    """Whether there is room where the data is kept."""

    async def controle() -> Onderdeel:
        vrij = (await asyncio.to_thread(shutil.disk_usage, datamap)).free
        alarm = f"De schijf is bijna vol: nog {vrij // 1_000_000} MB. Maak plaats." if vrij < minste else None
        return Onderdeel(True, alarm)

    return controle


def post(kantoor: Kantoor, werker: asyncio.Task[None]) -> Controle:
    """Whether mail leaves."""

    async def controle() -> Onderdeel:
        toestand = await asyncio.to_thread(kantoor.postbus.toestand, datetime.now(UTC))
        zinnen = []
        if toestand.alarmen:
            zinnen.append(f"{toestand.alarmen} mails vragen dat iemand kijkt.")
        if toestand.oudste_seconden > OUDE_POST:
            uren = int(toestand.oudste_seconden // 3600)
            zinnen.append(f"De oudste mail wacht al {uren} uur. Kijk met `python -m loket post`.")
        return Onderdeel(not werker.done(), " ".join(zinnen) or None)

    return controle


def tabellen(database: Database) -> Controle:
    """Whether the tables are those of this program. During an update they may be newer for a while."""

    def stand() -> str | None:
        with database.lees() as sessie:
            return huidige(sessie.connection())

    async def controle() -> Onderdeel:
        if await asyncio.to_thread(stand) == nieuwste():
            return Onderdeel(True)
        return Onderdeel(True, "De tabellen horen bij een andere versie. Werk alle processen bij.")

    return controle


def sleutel(instellingen: Instellingen) -> Controle:
    """Whether the key could be read again at a restart. It never makes a new one."""
    begin = sleutelbestand(instellingen)

    async def controle() -> Onderdeel:
        if await asyncio.to_thread(sleutelbestand, instellingen) == begin:
            return Onderdeel(True)
        return Onderdeel(
            True, "Het bestand met de sleutel is weg of anders. Zet het terug voor de dienst opnieuw start."
        )

    return controle


def redis(gedeeld: Gedeeld) -> Controle:
    """Whether the instances hear each other. People are helped without it."""

    async def controle() -> Onderdeel:
        if await gedeeld.doe(lambda redis: redis.ping()) is not None:
            return Onderdeel(True)
        return Onderdeel(
            True,
            "De processen horen elkaar niet. Gesprekken gaan door. Kijk de server van LOKET_REDIS_URL na.",
        )

    return controle


def model(rasa: RasaClient) -> Controle:
    """Whether the model that runs was made from this program."""
    verwacht: list[str] = []

    async def controle() -> Onderdeel:
        if not verwacht:
            verwacht.append(await asyncio.to_thread(vingerafdruk, PROJECT))
        naam = await rasa.model()
        if naam is None or verwacht[0] in naam:
            return Onderdeel(True)
        return Onderdeel(True, "Het model hoort bij een andere versie. Niet gewild? Doe `make train`.")

    return controle
