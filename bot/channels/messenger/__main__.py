"""`python -m bot.channels.messenger`: connect the page, and see whether the connection works."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence

from bot.channels.messenger.berichten import profiel
from bot.channels.messenger.graph import Graph, GraphFout
from bot.channels.messenger.kanaal import ADRES
from bot.channels.messenger.samen import open_graph
from loket.settings import InstellingenFout, lees_instellingen


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, or 2 when it could not be done."""
    lezer = argparse.ArgumentParser(
        prog="python -m bot.channels.messenger", description="Verbind een Facebook-pagina."
    )
    lezer.add_argument(
        "opdracht",
        choices=("controle", "verbind"),
        help="controle: kijk na of de toegang werkt. verbind: zet de groet, de startknop en het menu, "
        "en laat Meta de berichten naar ons sturen.",
    )
    keuze = lezer.parse_args(argumenten)
    try:
        instellingen = lees_instellingen()
        return asyncio.run(_voer_uit(keuze.opdracht, open_graph(instellingen), instellingen.adres))
    except InstellingenFout as fout:
        print(fout, file=sys.stderr)
    except GraphFout as fout:
        print(
            f"Meta weigert dit (code {fout.code or '-'}, deel {fout.subcode or '-'}). "
            "Kijk LOKET_MESSENGER_TOKEN en de toestemmingen na. In docs/messenger.md staat hoe.",
            file=sys.stderr,
        )
    return 2


async def _voer_uit(opdracht: str, graph: Graph, adres: str) -> int:
    try:
        naam = await graph.naam()
        print(f"De toegang werkt, voor de pagina {naam}.")
        if opdracht == "verbind":
            await graph.zet_profiel(profiel())
            print("De groet, de startknop en het menu staan klaar.")
            await graph.abonneer()
            print(f"Meta stuurt de berichten van de pagina naar {adres}{ADRES}.")
    finally:
        await graph.sluit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
