"""The Graph API client: one call, one answer; the worker decides about trying again.

The page's token travels in a header, never in an address; each call carries the proof that we know the app's
secret. What the platform says about an error is not logged: only its codes.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import aiohttp
from yarl import URL

from bot.channels.messenger.afspraken import POSTVAK_APP, VELDEN, VERSIE, Oordeel, oordeel
from bot.channels.messenger.handtekening import bewijs

logger = logging.getLogger(__name__)


class GraphFout(Exception):
    """A call that did not succeed. `wat` says what to do; `code` and `subcode` are the platform's."""

    def __init__(self, wat: Oordeel, code: int | None = None, subcode: int | None = None) -> None:
        super().__init__(wat.value, code, subcode)
        self.wat = wat
        self.code = code
        self.subcode = subcode


class Graph:
    """One page, by its token. Close with `sluit()`."""

    def __init__(  # noqa: PLR0913
        self,
        adres: str,
        pagina: str,
        token: str,
        geheim: str,
        *,
        app: str | None = None,
        geduld: float = 15.0,
    ) -> None:
        """`adres` has no slash at the end; `geduld`: how long a call may take, in seconds."""
        self._basis = URL(adres) / VERSIE
        self._pagina = pagina
        self._token = token
        self._geheim = geheim
        self._app = app
        self._geduld = aiohttp.ClientTimeout(total=geduld)
        self._sessie: aiohttp.ClientSession | None = None

    async def sluit(self) -> None:
        """Close the connections."""
        if self._sessie is not None:
            await self._sessie.close()
            self._sessie = None

    async def stuur(self, psid: str, bericht: dict[str, Any]) -> None:
        """Send one message, as an answer to what the person wrote. Raises GraphFout."""
        inhoud = {"recipient": {"id": psid}, "messaging_type": "RESPONSE", "message": bericht}
        await self._roep("POST", f"{self._pagina}/messages", inhoud)

    async def typt(self, psid: str) -> None:
        """Show that an answer is on its way. Raises GraphFout."""
        inhoud = {"recipient": {"id": psid}, "sender_action": "typing_on"}
        await self._roep("POST", f"{self._pagina}/messages", inhoud)

    async def geef_door(self, psid: str) -> None:
        """Give the conversation to the page's own inbox. Raises GraphFout."""
        inhoud = {"recipient": {"id": psid}, "target_app_id": POSTVAK_APP}
        await self._roep("POST", f"{self._pagina}/pass_thread_control", inhoud)

    async def neem_terug(self, psid: str) -> None:
        """Take the conversation back. Raises GraphFout."""
        await self._roep("POST", f"{self._pagina}/take_thread_control", {"recipient": {"id": psid}})

    async def zet_profiel(self, profiel: dict[str, Any]) -> None:
        """Set the greeting, the button that begins, and the menu. Raises GraphFout."""
        await self._roep("POST", f"{self._pagina}/messenger_profile", profiel)

    async def abonneer(self) -> None:
        """Have the platform tell us what happens on the page. Raises GraphFout."""
        velden = {"subscribed_fields": ",".join(VELDEN)}
        await self._roep("POST", f"{self._pagina}/subscribed_apps", velden)

    async def naam(self) -> str:
        """The page's name: shows that the token is right. Raises GraphFout."""
        antwoord = await self._roep("GET", self._pagina, {"fields": "name"})
        return str(antwoord.get("name", ""))

    async def psids_van(self, app_id: str) -> list[str]:
        """The page's ids of a person whom the app knows by `app_id`. Raises GraphFout."""
        if self._app is None:
            return []
        antwoord = await self._roep(
            "GET", f"{app_id}/ids_for_pages", {"page": self._pagina}, token=f"{self._app}|{self._geheim}"
        )
        gegevens = antwoord.get("data")
        rijen = gegevens if isinstance(gegevens, list) else []
        return [str(rij["id"]) for rij in rijen if isinstance(rij, dict) and "id" in rij]

    async def _roep(
        self, methode: str, pad: str, inhoud: dict[str, Any], *, token: str | None = None
    ) -> dict[str, Any]:
        token = token or self._token
        velden = inhoud | {"appsecret_proof": bewijs(token, self._geheim)}
        adres = self._basis / pad
        try:
            async with self._open().request(
                methode,
                adres.with_query(velden) if methode == "GET" else adres,
                json=velden if methode == "POST" else None,
                headers={"Authorization": f"Bearer {token}"},
                timeout=self._geduld,
                allow_redirects=False,
            ) as antwoord:
                status, lijf = antwoord.status, await antwoord.read()
        except (TimeoutError, aiohttp.ClientError, OSError) as fout:
            raise GraphFout(Oordeel.LATER) from fout
        try:
            gelezen = json.loads(lijf)
        except ValueError:
            gelezen = None
        if status == 200 and isinstance(gelezen, dict) and "error" not in gelezen:
            return gelezen
        raise _fout(status, gelezen)

    def _open(self) -> aiohttp.ClientSession:
        if self._sessie is None:
            self._sessie = aiohttp.ClientSession()
        return self._sessie


def _fout(status: int, gelezen: object) -> GraphFout:
    fout = gelezen.get("error") if isinstance(gelezen, dict) else None
    fout = fout if isinstance(fout, dict) else {}
    code, subcode = _getal(fout.get("code")), _getal(fout.get("error_subcode"))
    if status == 200:  # a success that says nothing we know: as if it was never answered
        status = 500
    wat = oordeel(status, code, subcode, tijdelijk=fout.get("is_transient") is True)
    logger.warning("Graph API: status %s, code %s, subcode %s (%s)", status, code, subcode, wat.value)
    return GraphFout(wat, code, subcode)


def _getal(waarde: object) -> int | None:
    return waarde if isinstance(waarde, int) and not isinstance(waarde, bool) else None


async def met_geduld(graph: Graph, psid: str) -> None:
    """Show that we type; when that fails it is not worth a word."""
    try:
        async with asyncio.timeout(5):
            await graph.typt(psid)
    except (GraphFout, TimeoutError):
        return
