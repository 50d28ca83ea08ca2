"""A brake on guessing: after some failed attempts each next one must wait longer.

It counts an account's name and the address of the caller, each by itself. Names that do not exist are
counted just the same, so the brake tells nobody which accounts there are.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from loket.toegang.tabellen import PogingRij

VERGEET_NA = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Rem:
    """So many failures are free; then the pause begins at `eerste` and doubles up to `langste`."""

    vrij: int
    eerste: timedelta
    langste: timedelta

    def pauze(self, aantal: int) -> timedelta | None:
        """The pause after this many failures; None while they are free."""
        if aantal < self.vrij:
            return None
        return min(self.eerste * (1 << min(aantal - self.vrij, 20)), self.langste)


# An account's pause stays short enough that a stranger cannot keep its owner out for a day.
PER_ACCOUNT = Rem(vrij=5, eerste=timedelta(seconds=30), langste=timedelta(minutes=15))
PER_ADRES = Rem(vrij=20, eerste=timedelta(minutes=1), langste=timedelta(hours=1))


class Remmen:
    """The counters, kept in the database so that a restart forgives nothing."""

    def __init__(self, peper: bytes) -> None:
        self._peper = peper

    def wacht_tot(self, sessie: Session, naam: str, adres: str, nu: datetime) -> datetime | None:
        """Until when this name or address must wait; None when an attempt is allowed."""
        tijden = []
        for sleutel, rem in self._sleutels(naam, adres):
            rij = sessie.get(PogingRij, sleutel)
            # a pause that ends later than the longest one was noted by a clock that was wrong then
            if rij and rij.wacht_tot and nu < rij.wacht_tot <= nu + rem.langste:
                tijden.append(rij.wacht_tot)
        return max(tijden, default=None)

    def mislukt(self, sessie: Session, naam: str, adres: str, nu: datetime) -> int:
        """Count one failure; returns how many this name has now."""
        sessie.execute(delete(PogingRij).where(PogingRij.laatst_op < nu - VERGEET_NA))
        aantallen = []
        for sleutel, rem in self._sleutels(naam, adres):
            rij = sessie.get(PogingRij, sleutel)
            if rij is None:
                rij = PogingRij(sleutel=sleutel, aantal=0, laatst_op=nu, wacht_tot=None)
                sessie.add(rij)
            rij.aantal += 1
            rij.laatst_op = nu
            pauze = rem.pauze(rij.aantal)
            rij.wacht_tot = nu + pauze if pauze else None
            aantallen.append(rij.aantal)
        return aantallen[0]

    def neem_terug(self, sessie: Session, naam: str, adres: str) -> None:
        """Take back the attempt that was counted beforehand: it was right. Earlier failures stay, for it was
        only one step: who knows the password may be guessing codes."""
        for sleutel, _ in self._sleutels(naam, adres):
            rij = sessie.get(PogingRij, sleutel)
            if rij is not None:
                rij.aantal -= 1
                rij.wacht_tot = None

    def gelukt(self, sessie: Session, naam: str, adres: str) -> None:
        """Forget the failures of a name, whose owner this is. Those of the address stay, but for the last,
        that was counted beforehand: it may be guessing at other names too."""
        self.neem_terug(sessie, naam, adres)
        sessie.execute(delete(PogingRij).where(PogingRij.sleutel == self._sleutel(f"naam:{naam}")))

    def _sleutels(self, naam: str, adres: str) -> tuple[tuple[str, Rem], tuple[str, Rem]]:
        return (
            (self._sleutel(f"naam:{naam}"), PER_ACCOUNT),
            (self._sleutel(f"adres:{adres}"), PER_ADRES),
        )

    def _sleutel(self, tekst: str) -> str:
        return hmac.new(self._peper, tekst.encode(), hashlib.sha256).hexdigest()
