"""A process that records an aanvraag and mails it, and stops at a chosen step until it is killed.

Arguments: data folder, contact folder, aanvraag id, step, SMTP port (0: the local mailbox). The steps
are put in from outside, around the real parts.
"""

from __future__ import annotations

import asyncio
import sys
import uuid
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from loket.kantoor import Kantoor
from loket.mail.aflevering import Aflevering, maak_aflevering
from loket.mail.postbus import Postbus
from loket.mail.werker import PostWerker
from loket.settings import Instellingen
from tests.gedood import wacht_hier
from tests.integration.kantoor.hulp import NU, maak_aanvraag
from tests.opslag import velden

STAPPEN = (
    "voor_vastleggen",
    "na_vastleggen",
    "na_claim",
    "na_opmaak",
    "half_geschreven",
    "na_aflevering",
    "na_verzonden",
)


def na(functie: Callable[..., Any]) -> Callable[..., Any]:
    """The function, and then the stop (when it gave anything but None: a claim that found nothing)."""

    def doe(*argumenten: Any, **namen: Any) -> Any:
        uit = functie(*argumenten, **namen)
        if functie is not Postbus.claim or uit is not None:
            wacht_hier()
        return uit

    return doe


class Stoppend:
    """A delivery that stops before or after the real one."""

    def __init__(self, echt: Aflevering, stap: str) -> None:
        self.echt, self.stap = echt, stap

    async def lever(self, bericht: EmailMessage) -> None:
        if self.stap == "na_opmaak":
            wacht_hier()
        await self.echt.lever(bericht)
        if self.stap == "na_aflevering":
            wacht_hier()


def main(datamap: str, contacten: str, aanvraag_id: str, stap: str, poort: str) -> None:
    assert stap in STAPPEN
    smtp: dict[str, Any] = {
        "mail_aflevering": "smtp",
        "smtp_host": "localhost",
        "smtp_poort": int(poort),
        "smtp_tls": "geen",
    }
    kantoor = Kantoor.open(
        Instellingen(
            datamap=Path(datamap),
            contactenmap=Path(contacten),
            mail_afzender="bericht@assistent.test",
            **velden(Path(datamap)),
            **smtp if int(poort) else {},
        )
    )
    if stap == "voor_vastleggen":
        event.listen(Engine, "commit", wacht_hier)
    aanvraag = maak_aanvraag(id=uuid.UUID(aanvraag_id), bevestiging_naar="iemand@voorbeeld.test")
    kantoor.register.neem_op(aanvraag, NU)
    if stap == "na_vastleggen":
        wacht_hier()
    if stap == "na_claim":
        Postbus.claim = na(Postbus.claim)  # type: ignore[method-assign]
    if stap == "na_verzonden":
        Postbus.verzonden = na(Postbus.verzonden)  # type: ignore[method-assign]
    if stap == "half_geschreven":
        echt_hernoemen = Path.rename

        def hernoem(pad: Path, doel: Any) -> Path:
            wacht_hier()
            return echt_hernoemen(pad, doel)

        Path.rename = hernoem  # type: ignore[method-assign]
    werker = PostWerker(
        kantoor, aflevering=Stoppend(maak_aflevering(kantoor.instellingen), stap), nu=lambda: NU
    )
    asyncio.run(werker.draai(asyncio.Event()))


if __name__ == "__main__":
    main(*sys.argv[1:])
