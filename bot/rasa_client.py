"""How the service talks with Rasa, on the loopback."""

from __future__ import annotations

import json

import aiohttp
from yarl import URL

from loket import meting


class RasaWeg(Exception):
    """Rasa cannot be reached, or failed at the turn."""


class RasaTraag(Exception):
    """Rasa did not answer in time."""


class RasaClient:
    """Rasa's REST channel and status; one connection pool. Close with `sluit()`."""

    def __init__(self, poort: int, token: str, geduld: float = 30.0) -> None:
        """`geduld`: how long a turn may take, in seconds."""
        self._basis = URL(f"http://127.0.0.1:{poort}")
        self._token = token
        self._geduld = aiohttp.ClientTimeout(total=geduld, sock_connect=2)
        self._sessie: aiohttp.ClientSession | None = None

    async def sluit(self) -> None:
        """Close the connections."""
        if self._sessie is not None:
            await self._sessie.close()
            self._sessie = None

    async def vraag(self, gesprek: str, bericht_id: str, tekst: str) -> None:
        """Have Rasa take its turn on a message. What it answers stands in the tracker afterwards.

        `tekst` goes to Rasa as it is: what a person typed must have been through `voor_rasa`.
        Raises RasaWeg or RasaTraag.
        """
        inhoud = {"sender": gesprek, "message": tekst, "metadata": {"bericht_id": bericht_id}}
        try:
            with meting.RASA.time():
                async with self._open().post(
                    self._basis / "webhooks/rest/webhook", json=inhoud, timeout=self._geduld
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
        """The file name of the model that Rasa has loaded, None when it has none or does not answer."""
        adres = (self._basis / "status").with_query(token=self._token)
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
