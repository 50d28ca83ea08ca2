"""A process that decides about an aanvraag and mails what follows, and stops at a chosen moment until it is
killed.

Arguments: data folder, contact folder, number, what to do, moment. The moments are put in
from outside, around the real parts.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from loket.kantoor import Kantoor
from loket.mail.postbus import Postbus
from loket.mail.werker import PostWerker
from loket.settings import Instellingen
from tests.gedood import wacht_hier
from tests.integration.dossier.hulp import BEMIDDELAAR, MAANDAG, VRIJ, medewerker
from tests.opslag import velden

MOMENTEN = ("half_geschreven", "voor_vastleggen", "na_vastleggen", "na_aflevering")
BRIEF = "Dag Noor,\n\nHet kan niet, om een goede reden.\n\nGroeten"


def na_gebeurtenis(_c: Any, _cursor: Any, opdracht: str, *_: Any) -> None:
    if opdracht.startswith("INSERT INTO gebeurtenis"):
        wacht_hier()


def doe(kantoor: Kantoor, wat: str, nummer: str) -> None:
    """Decide, with the letter or the question that goes with it."""
    wie, dossiers = medewerker(), kantoor.dossiers
    match wat:
        case "ja":
            dossiers.verklaar_ontvankelijk(wie, nummer, BEMIDDELAAR, VRIJ, MAANDAG)
        case "nee":
            dossiers.verklaar_niet_ontvankelijk(wie, nummer, BRIEF, [], MAANDAG)
        case "vraag":
            dossiers.vraag_meer(wie, nummer, "Met wie?", MAANDAG)


def main(datamap: str, contacten: str, nummer: str, wat: str, moment: str) -> None:
    assert moment in MOMENTEN
    kantoor = Kantoor.open(
        Instellingen(
            datamap=Path(datamap),
            contactenmap=Path(contacten),
            mail_afzender="bericht@assistent.test",
            **velden(Path(datamap)),
        )
    )
    if moment == "half_geschreven":
        event.listen(Engine, "after_cursor_execute", na_gebeurtenis)
    if moment == "voor_vastleggen":
        event.listen(Engine, "commit", wacht_hier)
    doe(kantoor, wat, nummer)
    if moment == "na_vastleggen":
        wacht_hier()
    Postbus.verzonden = wacht_hier  # type: ignore[method-assign]
    asyncio.run(PostWerker(kantoor, nu=lambda: MAANDAG).leeg())


if __name__ == "__main__":
    main(*sys.argv[1:])
