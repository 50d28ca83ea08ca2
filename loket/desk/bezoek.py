"""One request at the desk, and the answers that a page can give to it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web
from multidict import MultiDict, MultiMapping

from loket.desk.bureau import Bureau
from loket.desk.weergave import Weergave
from loket.domain.medewerker import Medewerker
from loket.tekst import schone_tekst
from loket.toegang.aanmelden import Sessie

BASIS = "/loket"
_EIGEN_PAD = re.compile(rf"{BASIS}(/[A-Za-z0-9/_-]*)?(\?[A-Za-z0-9=&_-]*)?")
LANGSTE_VELD = 20_000


class Weg404(Exception):
    """There is no such page, or not for this person: that is never told apart."""


class Afgewezen(Exception):
    """The request cannot be done. Carries a sentence for the person."""

    def __init__(self, zin: str, status: int = 400) -> None:
        super().__init__(zin)
        self.zin = zin
        self.status = status


@dataclass
class Bezoek:
    """A request: where, who, when, and what was filled in. `token` is the browser's; it may be nobody's."""

    bureau: Bureau
    weergave: Weergave
    methode: str
    adres: str
    pad: Mapping[str, str]
    zoek: MultiMapping[str]
    token: str | None
    sessie: Sessie | None
    nu: datetime
    volledig_pad: str
    velden: MultiMapping[str] = field(default_factory=MultiDict)
    nieuw_token: str | None = None
    """Set when the browser must get another token with this answer."""

    @property
    def medewerker(self) -> Medewerker:
        """Who is in. Only for pages that ask for that."""
        if self.sessie is None:
            raise Weg404
        return self.sessie.medewerker

    @property
    def csrf(self) -> str:
        """What a form on this page must carry; gives the browser a token when it had none."""
        if self.token is None:
            self.token = self.nieuw_token = secrets.token_urlsafe(32)
        return self.bureau.toegang.csrf(self.nieuw_token or self.token)

    def wordt(self, token: str) -> None:
        """From now on the browser carries this token."""
        self.nieuw_token = token

    def veld(self, naam: str) -> str:
        """What was filled in, without what no one can see; "" when nothing was. Raises Afgewezen."""
        waarde = schone_tekst(self.velden.get(naam, "")).strip()
        if len(waarde) > LANGSTE_VELD:
            raise Afgewezen("Deze tekst is te lang. Maak hem korter.", 413)
        return waarde

    def aangevinkt(self, naam: str) -> tuple[str, ...]:
        """The values of the boxes with this name that were ticked, each once."""
        return tuple(dict.fromkeys(self.velden.getall(naam, [])))

    def toon(self, sjabloon: str, status: int = 200, **gegevens: Any) -> web.Response:
        """A page."""
        tekst = self.weergave.maak(sjabloon, bezoek=self, **gegevens)
        return web.Response(text=tekst, status=status, content_type="text/html")

    def ga(self, pad: str, gedaan: str = "") -> web.Response:
        """On to another page of the desk, that says what was done (a code of `meldingen.GEDAAN`)."""
        doel = BASIS + pad
        if gedaan:
            doel += ("&" if "?" in doel else "?") + f"gedaan={gedaan}"
        return web.Response(status=303, headers={"Location": doel})


def eigen_pad(pad: str) -> str:
    """A path of the desk itself, or its beginning: nobody sends people elsewhere through us."""
    return pad if _EIGEN_PAD.fullmatch(pad) else BASIS


def zonder_basis(pad: str) -> str:
    """The path as `Bezoek.ga` takes it."""
    return pad.removeprefix(BASIS)
