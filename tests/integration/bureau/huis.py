"""A served desk with people and aanvragen of two regions, and a browser without a screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import aiohttp
from yarl import URL

from loket.domain.aanvraag import Aanvraag
from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie
from loket.store.dossiers import Beeld
from tests.balie import WACHTWOORD, Balie, Pas
from tests.integration.kantoor.hulp import maak_aanvraag

_CSRF = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


@dataclass
class Antwoord:
    """What came back."""

    status: int
    tekst: str
    koppen: Any
    lijf: bytes = b""

    @property
    def naar(self) -> str:
        """Where a redirect leads."""
        return str(self.koppen.get("Location", ""))


class Bezoeker:
    """One browser: it keeps its cookie, follows no redirect, and knows the CSRF token of its last page."""

    def __init__(self, url: str, token: str | None = None) -> None:
        self._sessie = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        self.url = url
        self.token = token
        self.csrf = ""

    async def _vraag(self, methode: str, pad: str, **opties: Any) -> Antwoord:
        koppen = {"Cookie": f"loket={self.token}"} if self.token else {}
        koppen |= opties.pop("headers", {})
        # encoded=True: the address goes out as it stands, also one that no browser would send
        adres = URL(urljoin(self.url, "/loket") + pad, encoded=True)
        async with self._sessie.request(
            methode, adres, headers=koppen, allow_redirects=False, **opties
        ) as antwoord:
            lijf = await antwoord.read()
            tekst = lijf.decode(errors="replace")
            if "loket" in antwoord.cookies:
                self.token = antwoord.cookies["loket"].value or None
            if gevonden := _CSRF.search(tekst):
                self.csrf = gevonden[1]
            return Antwoord(antwoord.status, tekst, antwoord.headers, lijf)

    async def haal(self, pad: str, **koppen: str) -> Antwoord:
        """GET."""
        return await self._vraag("GET", pad, headers=koppen)

    async def stuur(
        self, pad: str, velden: dict[str, Any] | None = None, *, csrf: str | None = None, **koppen: str
    ) -> Antwoord:
        """POST a form, with the CSRF token of the last page unless another one is given."""
        lijst = [("csrf", self.csrf if csrf is None else csrf)]
        for naam, waarde in (velden or {}).items():
            lijst += [(naam, deel) for deel in (waarde if isinstance(waarde, list) else [waarde])]
        return await self._vraag("POST", pad, data=lijst, headers=koppen)

    async def rauw(self, methode: str, pad: str, **opties: Any) -> Antwoord:
        """Anything else."""
        return await self._vraag(methode, pad, **opties)

    async def sluit(self) -> None:
        await self._sessie.close()


class Huis(Balie):
    """`an` works for Antwerpen, `bo` for Limburg, `cis` leads Antwerpen, `dirk` keeps the service running."""

    def __init__(self, datamap: Path) -> None:
        super().__init__(datamap)
        self.an = self.account("an", Functie.MEDEWERKER, Regio.ANTWERPEN)
        self.bo = self.account("bo", Functie.MEDEWERKER, Regio.LIMBURG)
        self.cis = self.account("cis", Functie.LEIDING, Regio.ANTWERPEN)
        self.dirk = self.account("dirk", Functie.BEHEERDER)
        self._bezoekers: list[Bezoeker] = []

    def aanvraag(self, aanvraag: Aanvraag | None = None, **anders: Any) -> str:
        """Record one; returns its number."""
        return self.kantoor.register.neem_op(aanvraag or maak_aanvraag(**anders), self.klok.nu).nummer

    def beeld(self, nummer: str, pas: Pas | None = None) -> Beeld:
        """The aanvraag as the desk has it."""
        return self.kantoor.dossiers.open((pas or self.cis).wie, nummer, self.klok.nu)

    def bezoeker(self, pas: Pas | None = None) -> Bezoeker:
        """A browser, signed in as this person; or as nobody."""
        nieuw = Bezoeker(self.url, self.binnen(pas) if pas else None)
        if pas and nieuw.token:
            nieuw.csrf = self.bureau.toegang.csrf(nieuw.token)
        self._bezoekers.append(nieuw)
        return nieuw

    async def halfweg(self, pas: Pas) -> Bezoeker:
        """A browser that gave the right password and no code yet."""
        token, _ = self.bureau.toegang.aanmelden(pas.naam, WACHTWOORD, "::1", self.klok.nu)
        nieuw = Bezoeker(self.url, token)
        nieuw.csrf = self.bureau.toegang.csrf(token)
        self._bezoekers.append(nieuw)
        return nieuw

    async def einde(self) -> None:
        for bezoeker in self._bezoekers:
            await bezoeker.sluit()
        await super().einde()
