"""What the database can take, on SQLite and on PostgreSQL: aanvragen recorded, and turns kept, a second.

`python -m bench.schaal [seconds for each line]`. PostgreSQL is one of its own, with fsync as in earnest.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from bot.opslag import open_gebeurtenissen, open_gesprekken
from loket.kantoor import Kantoor
from loket.settings import Instellingen
from tests.integration.kantoor.hulp import maak_aanvraag
from tests.servers import Postgres

DRADEN = (1, 8)


def per_seconde(doe: Callable[[], object], draden: int, seconden: float) -> float:
    """How often `doe` is done in a second by so many threads at once."""
    einde = time.monotonic() + seconden
    aantal, slot = 0, threading.Lock()

    def werk(_: int) -> None:
        nonlocal aantal
        while time.monotonic() < einde:
            doe()
            with slot:
                aantal += 1

    begin = time.monotonic()
    with ThreadPoolExecutor(draden) as groep:
        list(groep.map(werk, range(draden)))
    return aantal / (time.monotonic() - begin)


def meet(naam: str, instellingen: Instellingen, seconden: float) -> None:
    """Print the lines of one database."""
    kantoor = Kantoor.open(instellingen)
    gesprekken, gebeurtenissen = open_gesprekken(instellingen), open_gebeurtenissen(instellingen)

    def neem_op() -> None:
        kantoor.register.neem_op(maak_aanvraag(), datetime.now(UTC))

    def beurt() -> None:
        _, gesprek = gesprekken.begin()
        gesprekken.neem_aan(gesprek, "b", "Ik wil hulp.")
        gezegd = {"event": "user", "timestamp": 1.0, "text": "x" * 200, "metadata": {"bericht_id": "b"}}
        gebeurtenissen.voeg_toe(gesprek, [gezegd, *({"event": "bot", "text": "y" * 300},) * 10], na=0)
        gesprekken.beantwoord(gesprek, "b", [{"text": "y" * 300}])

    for wat, doe in (("aanvragen", neem_op), ("turns", beurt)):
        for draden in DRADEN:
            print(f"{naam:10} {wat:10} {draden} at once: {per_seconde(doe, draden, seconden):7.0f} a second")
    kantoor.sluit()
    gesprekken.sluit()
    gebeurtenissen.sluit()


def main() -> None:
    """Measure both."""
    logging.disable()
    seconden = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    with tempfile.TemporaryDirectory() as map_:
        meet("SQLite", Instellingen(datamap=Path(map_)), seconden)
    server = Postgres(duurzaam=True)
    try:
        with tempfile.TemporaryDirectory() as map_:
            adres = f"{server.adres}/postgres"
            meet(
                "PostgreSQL", Instellingen.model_validate({"datamap": map_, "database_url": adres}), seconden
            )
    finally:
        server.ruim_op()


if __name__ == "__main__":
    main()
