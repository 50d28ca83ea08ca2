"""`make bench-beurt`: what a turn costs, as a conversation gets longer and as more people talk at once.

Starts the whole service on ports of its own and talks with it over the public endpoint. Besides the time on
the clock it reports the processor time that each process spent, which other work on the machine changes
less. Ratios are within one run. The twin on the pipeline of `rasa init` is not part of it yet
(docs/performance.md).
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.model import actueel
from tests.stapel import Gesprek, Stapel

DELEN = ("rasa", "dienst")
LENGTES = (1, 50, 150, 300)
BLOK = 20
"""Turns over which the cost around a length is measured."""
GELIJKTIJDIG = (1, 8, 32, 128)
BEURTEN_BIJ_DRUKTE = 256
UITLEG = (
    "wat is bemiddeling",
    "hoelang duurt dat",
    "wie is de voorzitter",
    "wat kost het",
    "meer",
    "mag mijn mama mee",
    "wie leest dit",
)


def processortijd(stapel: Stapel) -> dict[str, float]:
    """Milliseconds that each process has spent so far."""
    uit = {}
    for deel in DELEN:
        velden = Path(f"/proc/{stapel.pid(deel)}/stat").read_text().rpartition(")")[2].split()
        uit[deel] = (int(velden[11]) + int(velden[12])) * 1000 / os.sysconf("SC_CLK_TCK")
    return uit


def geheugen(stapel: Stapel) -> dict[str, float]:
    """Megabytes that each process holds."""
    uit = {}
    for deel in DELEN:
        status = Path(f"/proc/{stapel.pid(deel)}/status").read_text()
        uit[deel] = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return uit


def neem_beurten(gesprek: Gesprek, teksten: Iterator[str], aantal: int) -> list[float]:
    """Take turns, and give the milliseconds of each. An error ends the bench."""
    tijden = []
    for tekst in itertools.islice(teksten, aantal):
        begin = time.perf_counter()
        gesprek.zeg(tekst)
        tijden.append((time.perf_counter() - begin) * 1000)
    return tijden


def p(tijden: list[float], deel: int) -> float:
    """A percentile."""
    return statistics.quantiles(tijden, n=100, method="inclusive")[deel - 1]


def per_lengte(stapel: Stapel) -> list[str]:
    """What a turn costs at each length of one conversation."""
    gesprek, teksten, eerste, genomen = stapel.begin(), itertools.cycle(UITLEG), 0.0, 0
    regels = [
        "| turn | p50 ms | p95 ms | processor ms: Rasa | service | against the first |",
        "|---|---|---|---|---|---|",
    ]
    for lengte in LENGTES:
        neem_beurten(gesprek, teksten, max(0, lengte - BLOK - genomen))
        genomen = max(genomen, lengte - BLOK)
        voor = processortijd(stapel)
        tijden = neem_beurten(gesprek, teksten, BLOK)
        genomen += BLOK
        kost = {deel: (nu - voor[deel]) / BLOK for deel, nu in processortijd(stapel).items()}
        eerste = eerste or sum(kost.values())
        regels.append(
            f"| {lengte} | {p(tijden, 50):.0f} | {p(tijden, 95):.0f} | {kost['rasa']:.0f} | "
            f"{kost['dienst']:.0f} | {sum(kost.values()) / eerste:.2f} |"
        )
    return regels


def per_drukte(stapel: Stapel) -> list[str]:
    """How many turns a second, with this many people at once; each reply must be there, in order."""
    regels = ["| people at once | turns a second | p50 ms | p95 ms |", "|---|---|---|---|"]
    for aantal in GELIJKTIJDIG:
        gesprekken = [stapel.begin() for _ in range(aantal)]
        elk = BEURTEN_BIJ_DRUKTE // aantal

        def praat(gesprek: Gesprek, elk: int = elk) -> list[float]:
            tijden = neem_beurten(gesprek, itertools.cycle(UITLEG), elk)
            gezegd = [regel["text"] for regel in gesprek.verloop() if regel["van"] == "mens"]
            assert gezegd == list(itertools.islice(itertools.cycle(UITLEG), elk))
            return tijden

        begin = time.perf_counter()
        with ThreadPoolExecutor(aantal) as draden:
            tijden = [tijd for reeks in draden.map(praat, gesprekken) for tijd in reeks]
        duur = time.perf_counter() - begin
        regels.append(f"| {aantal} | {len(tijden) / duur:.1f} | {p(tijden, 50):.0f} | {p(tijden, 95):.0f} |")
    return regels


def main() -> None:
    """Run the bench and print Markdown."""
    delen: dict[str, Callable[[Stapel], list[str]]] = {"lengte": per_lengte, "drukte": per_drukte}
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("deel", nargs="*", choices=list(delen), help="which measurements; all without")
    gekozen = opties.parse_args().deel or list(delen)
    with tempfile.TemporaryDirectory() as naam:
        stapel = Stapel(Path(naam) / "gegevens", actueel())
        stapel.datamap.mkdir(mode=0o700)
        begin = time.perf_counter()
        stapel.start()
        try:
            stapel.wacht_klaar()
            klaar = time.perf_counter() - begin
            rust = geheugen(stapel)
            neem_beurten(stapel.begin(), itertools.cycle(UITLEG), len(UITLEG))  # what loads at first use
            for deel in gekozen:
                print("\n".join(delen[deel](stapel)), end="\n\n", flush=True)
            samen = {deel: f"{rust[deel]:.0f} → {nu:.0f} MB" for deel, nu in geheugen(stapel).items()}
            print(f"Ready after {klaar:.0f} s. Memory, idle → after this: {samen}.")
        finally:
            stapel.ruim_op()


if __name__ == "__main__":
    main()
