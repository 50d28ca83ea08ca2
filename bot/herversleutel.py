"""`python -m bot.herversleutel`: encrypt everything anew with the first key, once a new one stands first."""

from __future__ import annotations

import sys

from bot.opslag import open_gebeurtenissen, open_gesprekken, open_messenger
from loket.contacten import ContactenFout
from loket.geheimen import sleutels
from loket.kantoor import Kantoor
from loket.settings import InstellingenFout, lees_instellingen
from loket.store.database import RegisterFout
from loket.store.herversleuteling import herversleutel_kantoor
from loket.store.versleuteling import VerkeerdeSleutel


def main() -> int:
    """Do it; returns 0, or 2 when it could not be done. Running it again goes on where it stopped."""
    try:
        instellingen = lees_instellingen()
        kantoor = Kantoor.open(instellingen)
        delen = (
            open_gesprekken(instellingen),
            open_gebeurtenissen(instellingen),
            open_messenger(instellingen),
        )
        try:
            print(f"{sum(deel.herversleutel() for deel in delen)} regels van gesprekken.")
            print(f"{herversleutel_kantoor(kantoor.archief)} regels van het kantoor.")
        finally:
            for deel in delen:
                deel.sluit()
            kantoor.sluit()
    except RegisterFout as fout:
        print(f"Dat lukte niet: {type(fout).__name__} ({fout}). Probeer het opnieuw.", file=sys.stderr)
        return 2
    except (InstellingenFout, ContactenFout, VerkeerdeSleutel) as fout:
        print(fout, file=sys.stderr)
        return 2
    if len(sleutels(instellingen)) == 1:
        print("Er is maar een sleutel. Zet eerst een nieuwe voor de oude.")
    else:
        print("Alles staat nu onder de eerste sleutel. Wanneer de oude weg mag: docs/running.md.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
