"""The desk's list and search with many aanvragen, beside the plain way of doing the same, in one run.

`python -m bench.desk [--aantal 100000]`. The plain way: one query for all regions with OFFSET, a number by
LIKE, a name by opening every aanvraag; on the same database. Then the desk's own pages, over HTTP. Medians in
milliseconds; only the ratios mean much on another machine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import insert, select

from loket.domain.aanvraag import Aanvraag, Antwoord, Status
from loket.domain.begrippen import Aanvraagsoort, Regio, Rol
from loket.domain.medewerker import Functie, Medewerker
from loket.domain.nummer import Nummer
from loket.kantoor import Kantoor
from loket.settings import lees_instellingen
from loket.store.archief import Archief
from loket.store.dossiers import Filter
from loket.store.merken import naamdelen
from loket.store.tabellen import AanvraagRij, DossierRij, GebeurtenisRij, NaamRij
from loket.store.vorm import naar_bytes
from tests.balie import Balie, Klok

NU = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
WIE = Medewerker(uuid.uuid4(), "Bench", Functie.MEDEWERKER, frozenset({Regio.ANTWERPEN}))
LETTERGREPEN = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def vul(archief: Archief, aantal: int) -> str:
    """Put the aanvragen in, in the shape that recording gives them; returns a name that one of them has."""
    toeval = random.Random(1)
    naam = ""
    for begin in range(0, aantal, 5000):
        rijen: dict[Any, list[dict[str, Any]]] = {
            AanvraagRij: [], DossierRij: [], GebeurtenisRij: [], NaamRij: [],
        }  # fmt: skip
        for i in range(begin, min(begin + 5000, aantal)):
            naam = "".join(toeval.choices(LETTERGREPEN, k=4))
            regio = toeval.choice([*Regio, None])
            een = Aanvraag(
                id=uuid.UUID(int=toeval.getrandbits(128)),
                soort=toeval.choice([Aanvraagsoort.CLIENTOVERLEG, Aanvraagsoort.BEMIDDELING]),
                rol=Rol.JONGERE,
                regio=regio,
                kort=True,
                antwoorden={
                    "naam": Antwoord(Status.GEGEVEN, naam),
                    "verhaal": Antwoord(Status.GEGEVEN, " ".join(toeval.choices(LETTERGREPEN, k=120))),
                },
                onderdelen=(),
                toestemming_op=NU,
            )
            op = NU - timedelta(minutes=10 * (aantal - i))
            nummer = Nummer(2026 - (aantal - i) // 50_000, i % 50_000 + 1 + 50_000 * (i // 50_000))
            rang = 0 if i > aantal - 400 else 2
            rijen[AanvraagRij].append(
                {
                    "id": een.id, "nummer": str(nummer), "jaar": nummer.jaar, "volgnummer": nummer.volgnummer,
                    "soort": een.soort.value, "regio": regio.value if regio else None, "kort": True,
                    "ingediend_op": op, "bewaren_tot": NU.date(),
                    "inhoud": archief.kluis.sluit(naar_bytes(een)),
                }
            )  # fmt: skip
            rijen[DossierRij].append(
                {
                    "aanvraag_id": een.id, "regio": regio.value if regio else None, "soort": een.soort.value,
                    "staat": "in_behandeling" if rang == 0 else "ontvankelijk",
                    "wat": "beslissen" if rang == 0 else "niets", "rang": rang,
                    "orde": int(op.timestamp() * 1e6) * (1 if rang == 0 else -1), "sinds": op,
                    "aandacht": 1 if toeval.random() < 0.02 else 0, "terug": False, "mag_weg": True,
                    "versie": 1,
                }
            )  # fmt: skip
            rijen[GebeurtenisRij].append(
                {"aanvraag_id": een.id, "volg": 1, "soort": "ingediend", "op": op, "naar": ""}
            )
            for deel in naamdelen(naam):
                rijen[NaamRij].append(
                    {"merk": archief.merker.merk("naam", deel.encode()), "aanvraag_id": een.id}
                )
        with archief.database.schrijf() as sessie:
            for tabel, inhoud in rijen.items():
                sessie.execute(insert(tabel), inhoud)
    return naam


def meet(doe: Callable[[], object], keer: int = 20) -> float:
    """The median of so many times, in milliseconds."""
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        tijden.append((time.perf_counter() - begin) * 1000)
    return statistics.median(tijden)


class Naief:
    """The same questions, asked the plain way."""

    def __init__(self, kantoor: Kantoor) -> None:
        self._kantoor = kantoor
        self._eigen = (DossierRij.regio == "antwerpen") | DossierRij.regio.is_(None)

    def bladzijde(self, vanaf: int) -> object:
        """One query over all regions, with OFFSET."""
        with self._kantoor.database.lees() as sessie:
            return sessie.execute(
                select(DossierRij, AanvraagRij.nummer)
                .join(AanvraagRij, AanvraagRij.id == DossierRij.aanvraag_id)
                .where(self._eigen)
                .order_by(DossierRij.rang, DossierRij.orde, DossierRij.aanvraag_id)
                .offset(vanaf)
                .limit(50)
            ).all()

    def nummer(self, deel: str) -> object:
        """A part of the number, by LIKE."""
        with self._kantoor.database.lees() as sessie:
            return sessie.execute(
                select(DossierRij, AanvraagRij.nummer)
                .join(AanvraagRij, AanvraagRij.id == DossierRij.aanvraag_id)
                .where(self._eigen, AanvraagRij.nummer.like(f"%{deel}%"))
                .order_by(DossierRij.rang, DossierRij.orde, DossierRij.aanvraag_id)
                .limit(50)
            ).all()

    def naam(self, naam: str) -> object:
        """Every aanvraag of the own regions, opened."""
        with self._kantoor.database.lees() as sessie:
            vraag = select(AanvraagRij).where(
                (AanvraagRij.regio == "antwerpen") | AanvraagRij.regio.is_(None)
            )
            return [
                rij.nummer
                for rij in sessie.scalars(vraag.execution_options(yield_per=1000))
                if naam in self._kantoor.archief.aanvraag(rij).antwoorden["naam"].tekst
            ]


async def paginas(datamap: Path, naam: str, keer: int = 20) -> dict[str, float]:
    """The desk's own pages over HTTP, as a worker asks for them: medians in milliseconds."""
    balie = Balie(datamap, Klok(NU))
    await balie.begin()
    pas = balie.account("bench", Functie.MEDEWERKER, Regio.ANTWERPEN)
    token = balie.binnen(pas)
    csrf = balie.bureau.toegang.csrf(token)
    nummer = balie.kantoor.dossiers.lijst(pas.wie, nu=NU).rijen[0].nummer
    uit = {}
    async with aiohttp.ClientSession(headers={"Cookie": f"loket={token}"}) as browser:
        for wat, pad, velden in (
            ("list", "", None),
            ("attention", "?blik=zorg", None),
            ("all, filtered", "?blik=alles&soort=bemiddeling", None),
            ("search a name", "/zoek", {"zoek": naam}),
            ("search a number", "/zoek", {"zoek": "4242"}),
            ("an aanvraag", f"/aanvraag/{nummer}", None),
            ("figures", "/cijfers", None),
        ):
            tijden = []
            for _ in range(keer):
                begin = time.perf_counter()
                vraag = (
                    browser.get(balie.url + pad)
                    if velden is None
                    else browser.post(balie.url + pad, data=velden | {"csrf": csrf})
                )
                async with vraag as antwoord:
                    await antwoord.read()
                    if antwoord.status != 200:
                        raise RuntimeError(f"{wat}: {antwoord.status}")
                tijden.append((time.perf_counter() - begin) * 1000)
            uit[wat] = statistics.median(tijden)
    await balie.einde()
    return uit


def geheugen() -> float:
    """The memory of this process now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Fill an office in a temporary folder, measure, print a table."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--aantal", type=int, default=100_000)
    aantal = lezer.parse_args().aantal
    with tempfile.TemporaryDirectory() as map_:
        kantoor = Kantoor.open(lees_instellingen({"LOKET_DATAMAP": map_}))
        naam = vul(kantoor.archief, aantal)
        dossiers, na, diep = kantoor.dossiers, None, 0
        while diep < aantal // 20:  # a page deep in the list of the own region
            pagina = dossiers.lijst(WIE, na=na, aantal=200, nu=NU)
            diep += len(pagina.rijen)
            if (na := pagina.volgende) is None:
                break
        naief = Naief(kantoor)
        print(f"{aantal} aanvragen; medians in ms{'':14}ours     plain   plain/ours")
        for wat, ons, gewoon, keer in (
            ("first page", lambda: dossiers.lijst(WIE, nu=NU), lambda: naief.bladzijde(0), 20),
            (f"page at {diep}", lambda: dossiers.lijst(WIE, na=na, nu=NU), lambda: naief.bladzijde(diep), 20),
            (
                "search a number",
                lambda: dossiers.zoek(WIE, "4242", nu=NU),
                lambda: naief.nummer("4242"),
                20,
            ),
            ("search a name", lambda: dossiers.zoek(WIE, naam, nu=NU), lambda: naief.naam(naam), 1),
        ):
            a, b = meet(ons), meet(gewoon, keer)
            print(f"  {wat:<32}{a:9.1f} {b:9.1f} {b / a:9.1f} x")
        for wat, ons in (
            ("needs attention", lambda: dossiers.lijst(WIE, Filter(zorg=True), nu=NU)),
            ("counts", lambda: dossiers.aantallen(WIE, nu=NU)),
        ):
            print(f"  {wat:<32}{meet(ons):9.1f}")
        kantoor.sluit()
        voor = geheugen()
        print("pages over HTTP")
        for wat, ms in asyncio.run(paginas(Path(map_), naam)).items():
            print(f"  {wat:<32}{ms:9.1f}")
        groot = sum(pad.stat().st_size for pad in Path(map_).glob("loket.sqlite3*")) / 1e6
        print(f"database {groot:.0f} MB ({groot * 1e3 / aantal:.1f} kB an aanvraag)")
        print(f"memory {voor:.0f} MB before serving, {geheugen():.0f} MB after")


if __name__ == "__main__":
    main()
