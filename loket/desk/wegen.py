"""A page of the desk: its address, who may see it, and the function that makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from aiohttp import web

from loket.desk.bezoek import Bezoek
from loket.toegang.aanmelden import Sessie, Stap


class Wie(StrEnum):
    """Who may ask for a page."""

    IEDEREEN = "iedereen"
    CODE = "code"
    """Who gave the right password, and now must give a code."""
    OPZETTEN = "opzetten"
    """Who came in with a password that was handed out, and now sets up the account."""
    BINNEN = "binnen"
    LEEST = "leest"
    """Who may read aanvragen: everyone but the operator."""
    LEIDING = "leiding"
    BEHEERDER = "beheerder"

    def mag(self, sessie: Sessie | None) -> bool:
        """Whether this visitor may ask for it."""
        if self is Wie.IEDEREEN:
            return True
        if sessie is None:
            return False
        if self in {Wie.CODE, Wie.OPZETTEN}:
            return sessie.stap.value == self.value
        if sessie.stap is not Stap.BINNEN:
            return False
        wie = sessie.medewerker
        return {
            Wie.BINNEN: True,
            Wie.LEEST: wie.leest_inhoud,
            Wie.LEIDING: wie.is_leiding,
            Wie.BEHEERDER: wie.is_beheerder,
        }[self]


Pagina = Callable[[Bezoek], web.Response]
"""Makes an answer. Runs in a thread of its own, so it may wait for the database."""


@dataclass(frozen=True, slots=True)
class Weg:
    """One address with one method."""

    methode: str
    pad: str
    wie: Wie
    pagina: Pagina


def lees(pad: str, wie: Wie, pagina: Pagina) -> Weg:
    """A page that is looked at. It changes nothing but what notes that someone looked."""
    return Weg("GET", pad, wie, pagina)


def doe(pad: str, wie: Wie, pagina: Pagina) -> Weg:
    """A form that was sent. It is never looked at before its CSRF token was found right."""
    return Weg("POST", pad, wie, pagina)
