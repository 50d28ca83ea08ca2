"""The office from a terminal: alarms, the outbox, and keys. Shows numbers and codes, no personal data."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography.fernet import Fernet

from loket import beheer
from loket.contacten import ContactenFout
from loket.demo import GeenDemo, maak_demo
from loket.domain.nummer import OngeldigNummer
from loket.kantoor import Kantoor
from loket.reservekopie import KopieFout, herstel, maak_kopie, ruim_op
from loket.settings import Instellingen, InstellingenFout, lees_instellingen
from loket.store.database import RegisterFout
from loket.store.register import OnbekendeAanvraag
from loket.store.versleuteling import VerkeerdeSleutel
from loket.toegang import cli as toegang


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, 1 when there is something to look at, 2 when it could not be done."""
    keuze = _lezer().parse_args(argumenten)
    if keuze.opdracht == "sleutel":
        print(Fernet.generate_key().decode())
        return 0
    try:
        instellingen = lees_instellingen()
        if keuze.opdracht == "backup":
            return _backup(instellingen, keuze.map, keuze.bewaar)
        if keuze.opdracht == "herstel":
            return _herstel(instellingen, keuze.map)
        kantoor = Kantoor.open(instellingen)
    except (InstellingenFout, ContactenFout, VerkeerdeSleutel, KopieFout) as fout:
        print(fout, file=sys.stderr)
        return 2
    except RegisterFout as fout:
        print(f"De database is niet bereikbaar: {type(fout).__name__} ({fout}).", file=sys.stderr)
        return 2
    try:
        if keuze.opdracht == "alarmen":
            return _alarmen(kantoor, keuze.gezien, alle=keuze.alle)
        if keuze.opdracht == "demo":
            return _demo(kantoor, toch=keuze.toch)
        if keuze.opdracht == "user":
            return toegang.voer_uit(keuze, kantoor)
        if keuze.opdracht in beheer.OPDRACHTEN:
            return beheer.voer_uit(keuze, kantoor)
        return _post(kantoor, keuze.opnieuw, alle=keuze.alle)
    except RegisterFout as fout:
        print(f"Dat lukte niet: {type(fout).__name__} ({fout}). Probeer het opnieuw.", file=sys.stderr)
        return 2
    finally:
        kantoor.sluit()


def _lezer() -> argparse.ArgumentParser:
    lezer = argparse.ArgumentParser(prog="python -m loket", description="Het kantoor achter de assistent.")
    opdrachten = lezer.add_subparsers(dest="opdracht", required=True, metavar="opdracht")
    alarmen = opdrachten.add_parser("alarmen", help="toon de alarmen, of zeg dat je er een zag")
    alarmen.add_argument("--gezien", metavar="NUMMER", help="dit alarm zag je; met een fout: al die alarmen")
    alarmen.add_argument("--alle", action="store_true", help="toon ook wat al gezien of opgelost is")
    post = opdrachten.add_parser("post", help="toon de post die wacht, of stuur een aanvraag opnieuw")
    post.add_argument("--opnieuw", metavar="AANVRAAG", help="stuur deze aanvraag nu opnieuw naar het loket")
    post.add_argument("--alle", action="store_true", help="toon ook wat al verzonden is")
    toegang.voeg_opdrachten_toe(opdrachten)
    demo = opdrachten.add_parser("demo", help="zet verzonnen aanvragen en accounts klaar om te oefenen")
    demo.add_argument("--toch", action="store_true", help="ook als er al aanvragen zijn")
    beheer.voeg_opdrachten_toe(opdrachten)
    backup = opdrachten.add_parser("backup", help="maak een reservekopie; de dienst mag doorgaan")
    backup.add_argument("map", type=Path, help="de map waarin elke kopie een eigen map krijgt")
    backup.add_argument(
        "--bewaar", type=int, metavar="DAGEN", help="wis daarna de kopieën die ouder zijn dan dit"
    )
    herstel_ = opdrachten.add_parser("herstel", help="zet een reservekopie terug op een lege plaats")
    herstel_.add_argument("map", type=Path, help="de map van die ene kopie")
    opdrachten.add_parser("sleutel", help="maak een nieuwe sleutel voor LOKET_SLEUTEL")
    return lezer


def _backup(instellingen: Instellingen, naar: Path, bewaar: int | None) -> int:
    nu = datetime.now(UTC)
    print(f"De reservekopie staat in {maak_kopie(instellingen, naar, nu)}.")
    print("De sleutel zit er niet in. Bewaar die ergens anders: zonder sleutel leest niemand deze kopie.")
    if bewaar is not None:
        for oud in ruim_op(naar, bewaar, nu):
            print(f"Gewist: {oud}.")
    return 0


def _herstel(instellingen: Instellingen, van: Path) -> int:
    hersteld = herstel(instellingen, van, datetime.now(UTC))
    print(f"Alles staat er weer zoals op {hersteld.gemaakt_op:%Y-%m-%d %H:%M}Z.")
    print(f"{hersteld.aanvragen} aanvragen; {hersteld.wachtende_mails} mails vertrekken als de dienst start.")
    print("Wat na de kopie gebeurde, is er niet meer bij. Kijk in docs/running.md wat je nu nog doet.")
    return 0


def _demo(kantoor: Kantoor, *, toch: bool) -> int:
    try:
        geheimen = maak_demo(kantoor, datetime.now(UTC), toch=toch)
    except GeenDemo as fout:
        print(fout, file=sys.stderr)
        return 2
    print(f"De demo staat klaar op {kantoor.instellingen.adres}/loket. Alles erin is verzonnen.")
    for naam, geheim in geheimen.items():
        print(f"{naam}\t{geheim}")
    return 0


def _alarmen(kantoor: Kantoor, gezien: str | None, *, alle: bool) -> int:
    if gezien is not None and not gezien.isdecimal():
        aantal = kantoor.postbus.groep_gezien(gezien, datetime.now(UTC))
        print(f"{aantal} alarmen staan als gezien.")
        return 0 if aantal else 2
    if gezien is not None:
        if not kantoor.postbus.gezien(int(gezien), datetime.now(UTC)):
            print(f"Er is geen open alarm met nummer {gezien}.", file=sys.stderr)
            return 2
        print(f"Alarm {gezien} staat als gezien.")
        return 0
    alarmen = kantoor.postbus.alarmen(ook_oude=alle)
    for alarm in alarmen:
        staat = "gezien" if alarm.gezien_op else "opgelost" if alarm.opgelost_op else "open"
        print(
            f"{alarm.id}\t{staat}\t{alarm.aangemaakt_op:%Y-%m-%d %H:%M}Z\t{alarm.nummer or '-'}"
            f"\t{alarm.soort or '-'}\t{alarm.code}"
        )
    toestand = kantoor.postbus.toestand(datetime.now(UTC))
    print(f"{toestand.alarmen} open alarmen.")
    return 1 if toestand.alarmen else 0


def _post(kantoor: Kantoor, opnieuw: str | None, *, alle: bool) -> int:
    if opnieuw is not None:
        try:
            aantal = kantoor.postbus.stuur_opnieuw(opnieuw, datetime.now(UTC))
        except (OnbekendeAanvraag, OngeldigNummer):
            print("Er is geen aanvraag met dit nummer. Kijk het nummer na.", file=sys.stderr)
            return 2
        print(f"{aantal} mail(s) vertrekken bij de volgende ronde van de dienst.")
        return 0
    for regel in kantoor.postbus.regels(ook_verzonden=alle):
        wanneer = (
            f"verzonden {regel.verzonden_op:%Y-%m-%d %H:%M}Z"
            if regel.verzonden_op
            else f"volgende poging {regel.volgende_poging_op:%Y-%m-%d %H:%M}Z"
        )
        print(
            f"{regel.nummer or '-'}\t{regel.soort}\t{regel.pogingen} pogingen\t{wanneer}"
            f"\t{regel.laatste_fout or '-'}"
        )
    toestand = kantoor.postbus.toestand(datetime.now(UTC))
    print(f"{toestand.wachtend} mails wachten; de oudste wacht {toestand.oudste_seconden:.0f} seconden.")
    return 0
