"""`python -m bot.verhuis`: bring everything from the data folder's SQLite to the PostgreSQL of the settings.

With the service stopped. How, and what to do afterwards: docs/scale.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import MetaData, make_url

import loket.toegang.tabellen  # noqa: F401 - its tables belong to Basis too
from bot import gebeurtenissen, gesprekken
from bot.channels.messenger import inbox
from bot.opslag import MIGRATIES
from loket.geheimen import sleutelbestand, sleutels
from loket.settings import Instellingen, InstellingenFout, lees_instellingen
from loket.store import verhuizing
from loket.store import versie as versies
from loket.store.audit import AuditLog, Controle
from loket.store.database import Database, RegisterBezet, RegisterFout
from loket.store.merken import Merker
from loket.store.tabellen import Basis
from loket.store.verhuizing import VerhuisFout
from loket.store.versleuteling import Kluis, VerkeerdeSleutel


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the database: its tables, and the migrations that make them."""

    tabellen: MetaData
    migraties: Path


DELEN = {
    "gesprekken": Deel(gesprekken.metadata, MIGRATIES / "gesprekken"),
    "trackers": Deel(gebeurtenissen.metadata, MIGRATIES / "trackers"),
    "messenger": Deel(inbox.metadata, MIGRATIES / "messenger"),
    "register": Deel(Basis.metadata, versies.MIGRATIES),
}


@dataclass(frozen=True, slots=True)
class Verhuisd:
    """What was moved: rows by part, the audit as it was read on the new place, and the files left behind."""

    aantallen: dict[str, int]
    audit: Controle
    bestanden: tuple[Path, ...]


def verhuis(instellingen: Instellingen, nu: datetime) -> Verhuisd:
    """Move everything. Raises VerhuisFout, VerkeerdeSleutel or RegisterFout; then nothing was moved."""
    adres = instellingen.database
    if not instellingen.op_postgres:
        raise VerhuisFout("Vul in LOKET_DATABASE_URL het adres in van een lege PostgreSQL.")
    if not (instellingen.sleutel or sleutelbestand(instellingen)):
        raise VerhuisFout(
            f"De sleutel ontbreekt. Zet hem in LOKET_SLEUTEL of in {instellingen.datamap / 'sleutel'}."
        )
    geheim = sleutels(instellingen)
    bestanden = _bestanden(instellingen)
    with ExitStack() as stapel:
        bronnen = {deel: stapel.enter_context(_bron(deel, pad)) for deel, pad in bestanden.items()}
        wachter = Database(adres, "verhuis")
        stapel.callback(wachter.sluit)
        if not stapel.enter_context(wachter.als_enige("verhuis")):
            raise VerhuisFout("Er is al een verhuizing bezig naar deze databank. Wacht tot die klaar is.")
        verhuizing.maak_plaats(adres, DELEN)
        try:
            aantallen = {naam: _verhuis_deel(adres, naam, bronnen.get(naam), Kluis(geheim)) for naam in DELEN}
            audit = _controleer_audit(adres, bronnen["register"], Merker(geheim), nu)
            verhuizing.neem_in_gebruik(adres, DELEN)
        except BaseException:
            with suppress(RegisterFout):  # the next attempt does it
                verhuizing.ruim_op(adres, DELEN)
            raise
    return Verhuisd(aantallen, audit, tuple(bestanden.values()))


def _bestanden(instellingen: Instellingen) -> dict[str, Path]:
    """The SQLite file of each part that has one."""
    op_sqlite = instellingen.model_copy(update={"database_url": None})
    adressen = {deel: op_sqlite.database_van(deel) for deel in DELEN} | {"register": op_sqlite.database}
    paden = {deel: Path(make_url(adres).database or "") for deel, adres in adressen.items()}
    if not paden["register"].is_file():
        raise VerhuisFout(f"{paden['register']} is er niet. Staat LOKET_DATAMAP goed?")
    return {deel: pad for deel, pad in paden.items() if pad.is_file()}


@contextmanager
def _bron(deel: str, pad: Path) -> Iterator[Database]:
    """The old place of a part, for us alone."""
    bron = Database(f"sqlite:///{pad}", deel, wacht_ms=1000, alleen=True)
    try:
        try:
            with bron.lees() as sessie:
                versie = versies.huidige(sessie.connection())
        except RegisterBezet:
            raise VerhuisFout(
                f"Iemand gebruikt {pad}. Stop de dienst, en elk programma dat erin kijkt."
            ) from None
        if versie != versies.nieuwste(DELEN[deel].migraties):
            raise VerhuisFout(
                f"De tabellen in {pad} horen bij een andere versie van dit programma. Start de dienst eerst "
                "een keer met deze versie, zonder LOKET_DATABASE_URL. Stop hem en verhuis dan."
            )
        yield bron
    finally:
        bron.sluit()


def _verhuis_deel(adres: str, naam: str, bron: Database | None, kluis: Kluis) -> int:
    doel = Database(adres, verhuizing.ernaast(naam))
    try:
        doel.werk_bij(DELEN[naam].migraties)
        return verhuizing.neem_over(bron, doel, DELEN[naam].tabellen, kluis) if bron else 0
    finally:
        doel.sluit()


def _controleer_audit(adres: str, bron: Database, merker: Merker, nu: datetime) -> Controle:
    """Read the chain on both places; it must be the same chain. Then note the move in the new one."""
    doel = Database(adres, verhuizing.ernaast("register"))
    try:
        audit = AuditLog(doel, merker)
        oud, nieuw = AuditLog(bron, merker).controleer(), audit.controleer()
        if oud != nieuw:
            raise VerhuisFout("De lijst van wie wat zag, is op de nieuwe plaats niet dezelfde.")
        audit.noteer(nu, "opdrachtregel", "verhuisd")
        return nieuw
    finally:
        doel.sluit()


def main() -> int:
    """Do it; returns 0, 1 when there is something to look at, 2 when nothing was moved."""
    try:
        verhuisd = verhuis(lees_instellingen(), datetime.now(UTC))
    except (InstellingenFout, VerhuisFout) as fout:
        print(fout, file=sys.stderr)
        return 2
    except VerkeerdeSleutel:
        print(
            "De sleutel past niet op alles wat er staat. Zet alle sleutels in LOKET_SLEUTEL, ook de oude. "
            "Er is niets verhuisd.",
            file=sys.stderr,
        )
        return 2
    except RegisterFout as fout:
        print(
            f"Dat lukte niet: {type(fout).__name__} ({fout}). Er is niets verhuisd. Probeer het opnieuw.",
            file=sys.stderr,
        )
        return 2
    for deel, aantal in verhuisd.aantallen.items():
        print(f"{deel}\t{aantal} rijen")
    print("Alles staat op de nieuwe plaats, en is nagelezen. Start de dienst met LOKET_DATABASE_URL.")
    print("De oude bestanden wist niemand meer vanzelf. Gaat alles goed? Wis dan:")
    for pad in verhuisd.bestanden:
        print(f"  {pad}")
    if verhuisd.audit.fout_bij is not None:
        print(
            f"De lijst van wie wat zag, klopt niet bij regel {verhuisd.audit.fout_bij}. "
            "Dat was op de oude plaats ook zo. Zoek uit hoe dat komt.",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
