"""What grows with the aanvragen that are stored: the same asked of a small and a large PostgreSQL, in turn.

`python -m bench.voorraad [--aantal 1000000] [--klein 10000] [--plannen]`. The server is one of its own,
with fsync as in earnest. The aanvragen are those of the demo, gone the whole way through the office, and then
copied by COPY: each copy with a number, names and times of its own, and encrypted anew. In both, two in a
hundred are open, 200 mails wait, and 500 aanvragen have had their time. Medians in milliseconds, and
large/small.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import random
import secrets
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from cryptography.fernet import Fernet
from psycopg import sql
from sqlalchemy import Connection, event, select, text
from sqlalchemy.orm import Session

from loket.demo import maak_demo
from loket.domain.begrippen import Regio
from loket.domain.dossier.toestand import GESLOTEN
from loket.domain.medewerker import Functie, Medewerker
from loket.domain.nummer import Nummer
from loket.kantoor import Kantoor
from loket.reservekopie import maak_kopie
from loket.settings import Instellingen
from loket.store.archief import NAAM_VRAGEN
from loket.store.audit import BEGIN, _inhoud
from loket.store.cijfers import Cijfers
from loket.store.dossiers import Filter
from loket.store.merken import Merker
from loket.store.meting import meet as meet_stand
from loket.store.tabellen import Basis
from loket.store.versleuteling import Kluis
from loket.store.vorm import van_bytes
from tests.integration.kantoor.hulp import maak_aanvraag
from tests.servers import Postgres

NU = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
WIE = Medewerker(uuid.uuid4(), "Bench", Functie.MEDEWERKER, frozenset({Regio.ANTWERPEN}))
LETTERGREPEN = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
PER_KEER = 2_000
PROCESSEN = 2
OPEN = 0.02
WACHTENDE_MAILS = 200
HAD_HAAR_TIJD = 500
MEESTE_GEBEURTENISSEN = 16
TABELLEN = ("aanvraag", "dossier", "gebeurtenis", "post", "naam", "cijfer")

Rij = dict[str, Any]


@dataclass(frozen=True)
class Voorbeeld:
    """An aanvraag that went the whole way: its rows by table, with what is encrypted opened; its names."""

    rijen: dict[str, list[Rij]]
    namen: tuple[bytes, ...]
    dicht: bool


def voorbeelden(sleutel: str) -> list[Voorbeeld]:
    """The demo, with its mails sent."""
    with tempfile.TemporaryDirectory() as map_:
        kantoor = Kantoor.open(Instellingen.model_validate({"datamap": map_, "sleutel": sleutel}))
        maak_demo(kantoor, NU)
        while post := kantoor.postbus.claim(NU, timedelta(minutes=5)):
            kantoor.postbus.verzonden(post, NU)
        with kantoor.database.lees() as sessie:
            alle = {naam: _rijen(sessie, naam) for naam in TABELLEN}
        uit = []
        for rij in alle["aanvraag"]:
            van_haar = {
                naam: [r for r in rijen if r.get("aanvraag_id") == rij["id"]] for naam, rijen in alle.items()
            } | {"aanvraag": [rij]}
            for tabel in ("aanvraag", "gebeurtenis"):
                for r in van_haar[tabel]:
                    r["inhoud"] = r["inhoud"] and kantoor.archief.kluis.open(r["inhoud"])
            antwoorden = van_bytes(rij["inhoud"]).antwoorden
            namen = {antwoorden[v].tekst.split()[0].encode() for v in NAAM_VRAGEN if v in antwoorden}
            staat = van_haar["dossier"][0]["staat"]
            uit.append(Voorbeeld(van_haar, tuple(namen), staat in {s.value for s in GESLOTEN}))
        kantoor.sluit()
    return uit


def _rijen(sessie: Session, naam: str) -> list[Rij]:
    return [dict(rij) for rij in sessie.execute(select(Basis.metadata.tables[naam])).mappings()]


def naam_van(i: int) -> str:
    """The name of the copy `i`."""
    return "".join(random.Random(i).choices(LETTERGREPEN, k=4)).capitalize()


def nummer_van(i: int, aantal: int) -> Nummer:
    """Half a million numbers a year at most; the newest year last."""
    return Nummer(2026 - (aantal - 1 - i) // 500_000, i % 500_000 + 1)


def kopie(v: Voorbeeld, i: int, aantal: int, kluis: Kluis, merker: Merker) -> dict[str, list[Rij]]:
    """The rows of one copy."""
    toeval = random.Random(i)
    nummer, naam, wie = nummer_van(i, aantal), naam_van(i).encode(), uuid.UUID(int=toeval.getrandbits(128))
    had_haar_tijd = v.dicht and aantal - i <= 2 * HAD_HAAR_TIJD
    terug = timedelta(days=400 if had_haar_tijd else toeval.randrange(115) if v.dicht else 0)

    def dicht(inhoud: bytes | None) -> bytes | None:
        if inhoud is None:
            return None
        for oud in v.namen:
            inhoud = inhoud.replace(oud, naam)
        return kluis.sluit(inhoud)

    def anders(rij: Rij) -> Rij:
        nieuw = {
            sleutel: waarde - terug if isinstance(waarde, datetime) else waarde
            for sleutel, waarde in rij.items()
        }
        return nieuw | ({"aanvraag_id": wie} if "aanvraag_id" in rij else {})

    uit = {tabel: [anders(rij) for rij in v.rijen[tabel]] for tabel in TABELLEN}
    (een,), (dossier,), (cijfer,) = uit["aanvraag"], uit["dossier"], uit["cijfer"]
    een |= {
        "id": wie, "nummer": str(nummer), "jaar": nummer.jaar, "volgnummer": nummer.volgnummer,
        "bewaren_tot": een["bewaren_tot"] - terug, "inhoud": dicht(een["inhoud"]),
    }  # fmt: skip
    micro = int(terug.total_seconds()) * 1_000_000
    dossier["orde"] += micro if dossier["rang"] == 2 else -micro
    dossier["bewaak_op"] = None
    cijfer |= {"id": secrets.randbits(62), "jaar": nummer.jaar}
    nummers = {}
    for volg, gebeurtenis in enumerate(uit["gebeurtenis"]):
        nummers[gebeurtenis["id"]] = gebeurtenis["id"] = i * MEESTE_GEBEURTENISSEN + volg + 1
        gebeurtenis["inhoud"] = dicht(gebeurtenis["inhoud"])
    for post in uit["post"]:
        eigen = uuid.UUID(int=toeval.getrandbits(128))
        post |= {"id": eigen, "message_id": f"<{eigen}@bench.test>"}
        post["gebeurtenis_id"] = post["gebeurtenis_id"] and nummers[post["gebeurtenis_id"]]
    if not v.dicht and i < WACHTENDE_MAILS / OPEN:
        uit["post"][0] |= {"verzonden_op": None, "volgende_poging_op": NU - timedelta(minutes=1)}
    uit["naam"] = [{"merk": merk, "aanvraag_id": wie} for merk in merker.naammerken(naam.decode())]
    return uit


class Lader:
    """Puts copies in a database, with a connection of its own."""

    def __init__(self, adres: str) -> None:
        self._verbinding = psycopg.connect(adres, autocommit=True, options="-c search_path=register")
        # what refers to what is right by itself: each copy has its own
        self._verbinding.execute("SET session_replication_role = replica")
        self._verbinding.execute("SET synchronous_commit = off")
        self._kolommen = {naam: self._lees_kolommen(naam) for naam in (*TABELLEN, "audit")}

    def _lees_kolommen(self, tabel: str) -> list[tuple[str, str]]:
        vraag = (
            "SELECT column_name, udt_name FROM information_schema.columns "
            "WHERE table_schema = 'register' AND table_name = %s ORDER BY ordinal_position"
        )
        return list(self._verbinding.execute(vraag, (tabel,)))

    def kopieer(self, tabel: str, rijen: Iterator[Rij] | Sequence[Rij]) -> None:
        """All these rows, by COPY."""
        namen = [naam for naam, _ in self._kolommen[tabel]]
        opdracht = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
            sql.Identifier(tabel), sql.SQL(", ").join(map(sql.Identifier, namen))
        )
        with self._verbinding.cursor() as cursor, cursor.copy(opdracht) as naar:
            naar.set_types([soort for _, soort in self._kolommen[tabel]])
            for rij in rijen:
                naar.write_row([rij.get(naam) for naam in namen])

    def sluit(self) -> None:
        """Close the connection."""
        self._verbinding.close()


def laad_deel(adres: str, sleutel: str, vanaf: int, tot: int, aantal: int, bron: list[Voorbeeld]) -> None:
    """The copies from `vanaf` until `tot`."""
    kluis, merker, lader = Kluis((sleutel,)), Merker((sleutel,)), Lader(adres)
    soorten = {dicht: [v for v in bron if v.dicht is dicht] for dicht in (True, False)}
    for begin in range(vanaf, tot, PER_KEER):
        rijen: dict[str, list[Rij]] = {naam: [] for naam in TABELLEN}
        for i in range(begin, min(begin + PER_KEER, tot)):
            keuze = soorten[i % round(1 / OPEN) != 0]
            for naam, nieuw in kopie(keuze[i * 7 % len(keuze)], i, aantal, kluis, merker).items():
                rijen[naam] += nieuw
        for naam in TABELLEN:
            lader.kopieer(naam, rijen[naam])
    lader.sluit()


def audit(adres: str, sleutel: str, aantal: int) -> None:
    """Two looks at each aanvraag, sealed one after the other."""
    merker, lader, wie = Merker((sleutel,)), Lader(adres), str(uuid.uuid4())

    def regels() -> Iterator[Rij]:
        vorige, id_ = BEGIN, 0
        for i in range(aantal):
            nummer = str(nummer_van(i, aantal))
            for wat in ("bekeken", "toegewezen"):
                id_ += 1
                vorige = next(merker.zegels(_inhoud(vorige, NU, wie, wat, nummer)))
                yield {"id": id_, "op": NU, "wie": wie, "wat": wat, "nummer": nummer, "keten": vorige}

    lader.kopieer("audit", regels())
    lader.sluit()


def laad(adres: str, sleutel: str, aantal: int, bron: list[Voorbeeld]) -> None:
    """Fill the tables that are there; their indexes are made afterwards."""
    with psycopg.connect(adres, autocommit=True, options="-c search_path=register") as los:
        gewoon = los.execute(
            "SELECT indexname, indexdef FROM pg_indexes "
            "WHERE schemaname = 'register' AND indexname LIKE 'ix_%'"
        ).fetchall()
        for naam, _ in gewoon:
            los.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(naam)))
        grenzen = [aantal * deel // PROCESSEN for deel in range(PROCESSEN + 1)]
        werkers = [
            multiprocessing.Process(target=laad_deel, args=(adres, sleutel, van, tot, aantal, bron))
            for van, tot in pairwise(grenzen)
        ]
        for werker in werkers:
            werker.start()
        for werker in werkers:
            werker.join()
            if werker.exitcode:
                raise RuntimeError("het laden mislukte")
        audit(adres, sleutel, aantal)
        for _, hoe in gewoon:
            los.execute(hoe.encode())
        for tabel in ("gebeurtenis", "audit"):
            los.execute(
                f"SELECT setval(pg_get_serial_sequence('{tabel}', 'id'), (SELECT max(id) FROM {tabel}))"
            )
        los.execute("INSERT INTO teller SELECT jaar, max(volgnummer) FROM aanvraag GROUP BY jaar")
        los.execute("VACUUM ANALYZE")


class Meting:
    """The questions, to one database."""

    def __init__(self, adres: str, sleutel: str, map_: Path, aantal: int) -> None:
        self.instellingen = Instellingen.model_validate(
            {"datamap": map_, "database_url": adres, "sleutel": sleutel}
        )
        self.kantoor, self.aantal = Kantoor.open(self.instellingen), aantal
        self.cijfers, self.map = Cijfers(self.kantoor.database), map_
        with self.kantoor.database.lees() as sessie:
            regio = "FROM dossier d JOIN aanvraag a ON a.id = d.aanvraag_id WHERE d.regio = 'antwerpen' "
            rang, orde, id_, self.nummer = sessie.execute(
                text(
                    f"SELECT d.rang, d.orde, d.aanvraag_id, a.nummer {regio} "
                    "ORDER BY d.rang, d.orde, d.aanvraag_id OFFSET :diep LIMIT 1"
                ),
                {"diep": aantal // 8},
            ).one()
            open_ = text(f"SELECT a.nummer {regio} AND d.rang = 0 LIMIT 50")
            self.open = cycle(sessie.scalars(open_).all())
        self.diep = f"{rang}.{orde}.{UUID(str(id_)).hex}"
        self.code = self.kantoor.archief.merker.volgcode(UUID(str(id_)))
        self.naam = naam_van(aantal // 2 + 1)

    def vragen(self) -> dict[str, tuple[Callable[[], object], int]]:
        """What is measured, and how many times."""
        k, nu = self.kantoor, NU
        return {
            "desk: first page": (lambda: k.dossiers.lijst(WIE, nu=nu), 20),
            "desk: a page deep in the list": (lambda: k.dossiers.lijst(WIE, na=self.diep, nu=nu), 20),
            "desk: needs attention": (lambda: k.dossiers.lijst(WIE, Filter(zorg=True), nu=nu), 20),
            "desk: search a number": (lambda: k.dossiers.zoek(WIE, "4242", nu=nu), 20),
            "desk: search a name": (lambda: k.dossiers.zoek(WIE, self.naam, nu=nu), 20),
            "desk: counts above the list": (lambda: k.dossiers.aantallen(WIE, nu=nu), 20),
            "desk: open an aanvraag": (lambda: k.dossiers.open(WIE, next(self.open), nu), 20),
            "figures of a year": (lambda: self.cijfers.jaar(2026), 3),
            "figures: which years": (self.cijfers.jaren, 5),
            "chat: how does it stand": (lambda: k.vrager.toestand(self.nummer, self.code, nu), 20),
            "chat: a new aanvraag": (lambda: k.register.neem_op(maak_aanvraag(), nu), 20),
            "outbox: claim, one worker": (self.claim, 20),
            "outbox: claim, eight at once": (lambda: self.claims(8), 5),
            "outbox: when is the next": (lambda: k.postbus.volgende(nu), 10),
            "health: the outbox": (lambda: k.postbus.toestand(nu), 10),
            "metrics: what stands where": (lambda: meet_stand(k.database, nu), 5),
            "rounds: is a loket to be reminded": (lambda: k.bewaking.ronde(nu), 5),
            "start of a process": (self.start, 3),
            "retention: 500 deleted": (self.bewaring, 1),
            "retention: nothing to delete": (lambda: k.bewaring.ronde(nu), 5),
            "audit: read and checked": (self.audit, 1),
        }

    def claim(self) -> None:
        """Take a mail and put it back."""
        post = self.kantoor.postbus.claim(NU, timedelta(minutes=5))
        if post is None:
            raise RuntimeError("er wacht geen post")
        self.kantoor.postbus.geef_vrij(post)

    def claims(self, aantal: int) -> None:
        """So many workers at once: each gets another mail."""
        with ThreadPoolExecutor(aantal) as groep:
            taken = list(
                groep.map(lambda _: self.kantoor.postbus.claim(NU, timedelta(minutes=5)), range(aantal))
            )
        if len({post.id for post in taken if post}) != aantal:
            raise RuntimeError("niet elk een ander")
        for post in taken:
            self.kantoor.postbus.geef_vrij(post)  # type: ignore[arg-type]

    def start(self) -> None:
        """What each process does with the record before it serves anyone."""
        Kantoor.open(self.instellingen).sluit()

    def bewaring(self) -> None:
        """A round that has a full load."""
        gewist = self.kantoor.bewaring.ronde(NU)
        if gewist != HAD_HAAR_TIJD:
            raise RuntimeError(f"{gewist} gewist")

    def audit(self) -> None:
        """Every seal."""
        if self.kantoor.audit.controleer().fout_bij is not None:
            raise RuntimeError("de audit klopt niet")

    def kopie(self) -> tuple[float, float]:
        """A back-up: its time in milliseconds, its size in MB."""
        begin = time.perf_counter()
        pad = maak_kopie(self.instellingen, self.map / "kopie", NU)
        duur = (time.perf_counter() - begin) * 1000
        return duur, sum(stuk.stat().st_size for stuk in pad.rglob("*") if stuk.is_file()) / 1e6

    def omvang(self) -> float:
        """Of the record, indexes included, in MB."""
        vraag = text(
            "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n "
            "ON n.oid = c.relnamespace WHERE n.nspname = 'register' AND c.relkind = 'r'"
        )
        with self.kantoor.database.lees() as sessie:
            return float(sessie.scalar(vraag) or 0) / 1e6

    def plan(self, doe: Callable[[], object]) -> None:
        """Print the plans of what `doe` asks that read a whole table."""
        gevraagd: list[tuple[str, Any]] = []

        def luister(_c: Connection, _k: Any, opdracht: str, waarden: Any, *_: Any) -> None:
            gevraagd.append((opdracht, waarden))

        engine = self.kantoor.database._engine
        event.listen(engine, "before_cursor_execute", luister)
        doe()
        event.remove(engine, "before_cursor_execute", luister)
        with self.kantoor.database.lees() as sessie:
            for opdracht, waarden in gevraagd:
                if opdracht.startswith(("SELECT", "UPDATE", "DELETE")) and "advisory" not in opdracht:
                    regels = (
                        sessie.connection().exec_driver_sql(f"EXPLAIN {opdracht}", waarden).scalars().all()
                    )
                    if any("Seq Scan" in regel for regel in regels):
                        print("\n".join(["   ", *(f"    | {regel}" for regel in regels)]))


def duur(doe: Callable[[], object]) -> float:
    """In milliseconds."""
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Fill both, ask in turn, print a table."""
    logging.disable()
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--aantal", type=int, default=1_000_000)
    lezer.add_argument("--klein", type=int, default=10_000)
    lezer.add_argument("--plannen", action="store_true", help="also what reads a whole table, and how")
    keuze = lezer.parse_args()
    sleutel = Fernet.generate_key().decode()
    bron = voorbeelden(sleutel)
    server = Postgres(duurzaam=True)
    try:
        with tempfile.TemporaryDirectory() as map_:
            beide = []
            for naam, aantal in (("klein", keuze.klein), ("groot", keuze.aantal)):
                adres = f"{server.adres}/{naam}"
                with psycopg.connect(f"{server.adres}/postgres", autocommit=True) as los:
                    los.execute(f"CREATE DATABASE {naam}")
                instellingen = {"datamap": Path(map_, naam), "database_url": adres, "sleutel": sleutel}
                Kantoor.open(Instellingen.model_validate(instellingen)).sluit()
                nodig = duur(lambda adres=adres, aantal=aantal: laad(adres, sleutel, aantal, bron)) / 1000  # type: ignore[misc]
                beide.append(Meting(adres, sleutel, Path(map_, naam), aantal))
                print(
                    f"{aantal} aanvragen in {nodig:.0f} s; {beide[-1].omvang():.0f} MB, "
                    f"{beide[-1].omvang() * 1000 / aantal:.1f} kB an aanvraag",
                    flush=True,
                )
            print(f"{'ms':<36}{keuze.klein:>10}{keuze.aantal:>10}{'ratio':>8}")
            klein, groot = beide
            for wat, (doe_klein, keer) in klein.vragen().items():
                doe_groot = groot.vragen()[wat][0]
                tijden: list[list[float]] = [[], []]
                for _ in range(keer):
                    tijden[0].append(duur(doe_klein))
                    tijden[1].append(duur(doe_groot))
                a, b = map(statistics.median, tijden)
                print(f"{wat:<36}{a:10.1f}{b:10.1f}{b / a:8.1f}", flush=True)
                if keuze.plannen and keer > 1:
                    groot.plan(doe_groot)
            (a, mb_a), (b, mb_b) = klein.kopie(), groot.kopie()
            print(f"{'back-up':<36}{a:10.1f}{b:10.1f}{b / a:8.1f}")
            print(f"{'back-up, MB':<36}{mb_a:10.1f}{mb_b:10.1f}{mb_b / mb_a:8.1f}")
            for meting in beide:
                meting.kantoor.sluit()
    finally:
        server.ruim_op()


if __name__ == "__main__":
    main()
