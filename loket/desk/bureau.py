"""What every page of the desk works with, made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from loket.domain.duidelijkheid import Duidelijkheid
from loket.geheimen import peper, sleutels
from loket.kantoor import Kantoor
from loket.store.versleuteling import Kluis
from loket.toegang.aanmelden import Duur, Toegang
from loket.toegang.accounts import Accounts


def _nu() -> datetime:
    return datetime.now(UTC)


Geteld = Callable[[date, date], list[Duidelijkheid]]
"""What people in the chat found clear, from one Belgian day to another, both included. The chat counts it."""


@dataclass(frozen=True)
class Bureau:
    """The office, its door, what the chat counted, and a clock."""

    kantoor: Kantoor
    toegang: Toegang
    accounts: Accounts
    duidelijkheid: Geteld
    klok: Callable[[], datetime] = _nu

    @classmethod
    def open(cls, kantoor: Kantoor, duidelijkheid: Geteld, klok: Callable[[], datetime] = _nu) -> Bureau:
        """The desk of an office."""
        instellingen = kantoor.instellingen
        toegang = Toegang(
            kantoor.database,
            Kluis(sleutels(instellingen)),
            peper(instellingen, "bureau"),
            duur=Duur(
                stil=timedelta(minutes=instellingen.bureau_stil_minuten),
                hoogstens=timedelta(hours=instellingen.bureau_sessie_uren),
            ),
            noteer=lambda wie, wat, nu: kantoor.audit.noteer(nu, str(wie.id), wat),
        )
        return cls(kantoor, toegang, Accounts(kantoor.database), duidelijkheid, klok)

    @property
    def veilig(self) -> bool:
        """Whether people reach the desk over https."""
        return self.kantoor.instellingen.adres.startswith("https://")
