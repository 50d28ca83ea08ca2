"""How the service talks with Rasa, on the loopback."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Sequence

import aiohttp
from yarl import URL

from loket import meting


class RasaWeg(Exception):
    """Rasa cannot be reached, or failed at the turn."""


class RasaTraag(Exception):
    """Rasa did not answer in time."""


_VERBINDEN = aiohttp.ClientTimeout(total=None, sock_connect=2)
_TEGELIJK = 4
"""Turns that one Rasa gets at a time. It has one core: more of them at once would all end late."""


class RasaClient:
    """Rasa's REST channel and status; one connection pool. Close with `sluit()`."""

    def __init__(self, poorten: Sequence[int], token: str, geduld: float = 30.0) -> None:
        """`poorten`: where the Rasa processes listen; `geduld`: how long a turn may take, in seconds."""
        self._plaatsen = [URL(f"http://127.0.0.1:{poort}") for poort in poorten]
        self._plekken = {plaats: asyncio.Semaphore(_TEGELIJK) for plaats in self._plaatsen}
        self._token = token
        self._geduld = geduld
        self._sessie: aiohttp.ClientSession | None = None

    async def sluit(self) -> None:
        """Close the connections."""
        if self._sessie is not None:
            await self._sessie.close()
            self._sessie = None

    async def vraag(self, gesprek: str, bericht_id: str, tekst: str) -> None:
        """Have Rasa take its turn on a message. What it answers stands in the tracker afterwards.

        `tekst` goes to Rasa as it is: what a person typed must have been through `voor_rasa`. A conversation
        goes to the same Rasa as long as that one answers, else to the next: its turn counts at most once,
        whoever takes it. Raises RasaWeg or RasaTraag.
        """
        eerste = int.from_bytes(hashlib.blake2s(gesprek.encode(), digest_size=4).digest(), "big")
        aantal = len(self._plaatsen)
        for poging in range(aantal):
            try:
                return await self._vraag(
                    self._plaatsen[(eerste + poging) % aantal], gesprek, bericht_id, tekst
                )
            except RasaWeg:
                if poging == aantal - 1:
                    raise
        return None

    async def _vraag(self, plaats: URL, gesprek: str, bericht_id: str, tekst: str) -> None:
        inhoud = {"sender": gesprek, "message": tekst, "metadata": {"bericht_id": bericht_id}}
        try:
            async with asyncio.timeout(self._geduld), self._plekken[plaats]:
                with meting.RASA.time():
                    async with self._open().post(
                        plaats / "webhooks/rest/webhook", json=inhoud, timeout=_VERBINDEN
                    ) as antwoord:
                        await antwoord.read()
                        if antwoord.status != 200:
                            raise RasaWeg
        except TimeoutError as fout:
            raise RasaTraag from fout
        except (aiohttp.ClientError, OSError) as fout:
            raise RasaWeg from fout

    async def is_klaar(self) -> bool:
        """Whether Rasa answers and has a model loaded."""
        return await self.model() is not None

    async def model(self) -> str | None:
        """The file name of the model that the first Rasa which answers has loaded, None when none does."""
        for plaats in self._plaatsen:
            if (naam := await self._model(plaats)) is not None:
                return naam
        return None

    async def _model(self, plaats: URL) -> str | None:
        adres = (plaats / "status").with_query(token=self._token)
        try:
            async with self._open().get(adres, timeout=aiohttp.ClientTimeout(total=2)) as antwoord:
                bestand = json.loads(await antwoord.read()).get("model_file")
                return str(bestand) if antwoord.status == 200 and bestand else None
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError):
            return None

    def _open(self) -> aiohttp.ClientSession:
        if self._sessie is None:
            self._sessie = aiohttp.ClientSession()
        return self._sessie
