"""The desk's list and search with many aanvragen, beside a naive way of doing the same, in one run.

`python -m bench.desk [--aantal 100000]`. The naive way: pages by OFFSET, and search by opening every
aanvraag. It is measured on the same database. Medians in milliseconds; only the ratios mean much on another
machine.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from loket.domain.aanvraag import Aanvraag, Antwoord, Status
from loket.domain.begrippen import Aanvraagsoort, Regio, Rol
from loket.domain.medewerker import Functie, Medewerker
from loket.domain.nummer import Nummer
from loket.kantoor import Kantoor
from loket.settings import Instellingen
from loket.store.archief import Archief
from loket.store.dossiers import Filter
from loket.store.merken import naamdelen
from loket.store.tabellen import AanvraagRij, DossierRij, GebeurtenisRij, NaamRij
from loket.store.vorm import naar_bytes

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


def main() -> None:
    """Fill an office in a temporary folder, measure, print a table."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--aantal", type=int, default=100_000)
    aantal = lezer.parse_args().aantal
    with tempfile.TemporaryDirectory() as map_:
        kantoor = Kantoor.open(Instellingen(datamap=Path(map_)))
        naam = vul(kantoor.archief, aantal)
        dossiers, na = kantoor.dossiers, None
        diep = 0
        while diep < aantal // 20:  # a page deep in the list of the own region
            pagina = dossiers.lijst(WIE, na=na, aantal=200, nu=NU)
            diep += len(pagina.rijen)
            if (na := pagina.volgende) is None:
                break

        def offset() -> object:
            with kantoor.database.lees() as sessie:
                return sessie.execute(
                    select(DossierRij, AanvraagRij.nummer)
                    .join(AanvraagRij, AanvraagRij.id == DossierRij.aanvraag_id)
                    .where((DossierRij.regio == "antwerpen") | DossierRij.regio.is_(None))
                    .order_by(DossierRij.rang, DossierRij.orde, DossierRij.aanvraag_id)
                    .offset(diep)
                    .limit(50)
                ).all()

        def doorzoek() -> object:
            with kantoor.database.lees() as sessie:
                vraag = select(AanvraagRij).where(
                    (AanvraagRij.regio == "antwerpen") | AanvraagRij.regio.is_(None)
                )
                return [
                    rij.nummer
                    for rij in sessie.scalars(vraag.execution_options(yield_per=1000))
                    if naam in kantoor.archief.aanvraag(rij).antwoorden["naam"].tekst
                ]

        blad, zoek = (
            meet(lambda: dossiers.lijst(WIE, na=na, nu=NU)),
            meet(lambda: dossiers.zoek(WIE, naam, nu=NU)),
        )
        naief_blad, naief_zoek = meet(offset), meet(doorzoek, 1)
        print(f"{aantal} aanvragen; medianen in ms")
        print(f"first page        {meet(lambda: dossiers.lijst(WIE, nu=NU)):9.1f}")
        print(
            f"page at {diep:<7}   {blad:9.1f}   with OFFSET    {naief_blad:9.1f}   {naief_blad / blad:6.1f} x"
        )
        zorg = meet(lambda: dossiers.lijst(WIE, Filter(zorg=True), nu=NU))
        print(f"needs attention   {zorg:9.1f}")
        print(f"counts            {meet(lambda: dossiers.aantallen(WIE, nu=NU)):9.1f}")
        print(
            f"search a name     {zoek:9.1f}   opening all    {naief_zoek:9.1f}   {naief_zoek / zoek:6.0f} x"
        )
        print(f"search a number   {meet(lambda: dossiers.zoek(WIE, '4242', nu=NU)):9.1f}")
        groot = sum(pad.stat().st_size for pad in Path(map_).glob("loket.sqlite3*")) / 1e6
        geheugen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"database {groot:.0f} MB, memory {geheugen:.0f} MB")
        kantoor.sluit()


if __name__ == "__main__":
    main()
