"""What every page of the desk works with, made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from loket.geheimen import peper, sleutels
from loket.kantoor import Kantoor
from loket.store.versleuteling import Kluis
from loket.toegang.aanmelden import Duur, Toegang
from loket.toegang.accounts import Accounts


def _nu() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Bureau:
    """The office, its door and a clock."""

    kantoor: Kantoor
    toegang: Toegang
    accounts: Accounts
    klok: Callable[[], datetime] = _nu

    @classmethod
    def open(cls, kantoor: Kantoor, klok: Callable[[], datetime] = _nu) -> Bureau:
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
        return cls(kantoor, toegang, Accounts(kantoor.database), klok)

    @property
    def veilig(self) -> bool:
        """Whether people reach the desk over https."""
        return self.kantoor.instellingen.adres.startswith("https://")
