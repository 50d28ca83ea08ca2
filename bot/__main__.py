"""`python -m bot`: run the whole service, until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from bot.logboek import Logboek
from bot.supervisor import EIGEN_ACTIES, GESTOPT_OM_INSTELLING, StartFout, draai
from loket.settings import InstellingenFout, lees_instellingen


def main() -> int:
    """Start everything; returns the exit code."""
    vlaggen = argparse.ArgumentParser(
        prog="python -m bot", description="Start de assistent: Rasa en de dienst eromheen."
    )
    vlaggen.add_argument(
        "--model", type=Path, default=Path("models"), help="een model, of de map waarin het nieuwste telt"
    )
    vlaggen.add_argument("--acties", default=EIGEN_ACTIES, help="de module met maak_acties(kantoor)")
    opties = vlaggen.parse_args()
    try:
        instellingen = lees_instellingen()
        Logboek("bewaker", instellingen.logvorm).begin()
        return asyncio.run(draai(instellingen, opties.model, opties.acties))
    except (StartFout, InstellingenFout) as fout:
        print(fout, file=sys.stderr)
        return GESTOPT_OM_INSTELLING


if __name__ == "__main__":
    sys.exit(main())
