"""Commands about aanvragen for whoever looks after the service: replaying mail, export, deletion, the
audit."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from loket.bevestigen import WIE, zeker
from loket.domain.vragen.opvolging import Tevreden
from loket.domain.werkdagen import BRUSSEL
from loket.kantoor import Kantoor
from loket.store.register import OnbekendeAanvraag
from loket.store.tabellen import CijferRij
from loket.store.vorm import naar_bytes

OPDRACHTEN = frozenset({"audit", "export", "wis", "herspeel"})
ONBEKEND = "Er is geen aanvraag met dit nummer. Kijk het nummer na."


def voeg_opdrachten_toe(opdrachten: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands `audit verify`, `export`, `wis` and `herspeel`."""
    audit = opdrachten.add_parser("audit", help="kijk na of de lijst van wie wat zag nog klopt")
    audit.add_argument("wat", choices=["verify"])
    audit.add_argument("--bevat", metavar="ZEGEL", help="een zegel van vroeger, dat er nog in moet staan")
    for naam, help_ in (
        ("export", "toon alles wat we van een aanvraag bewaren, voor wie het over zichzelf vraagt"),
        ("wis", "wis een aanvraag meteen, omdat de aanvrager het vraagt"),
    ):
        lezer = opdrachten.add_parser(naam, help=help_)
        lezer.add_argument("nummer")
        lezer.add_argument("--ja", action="store_true", help="vraag niet om een bevestiging")
    herspeel = opdrachten.add_parser("herspeel", help="stuur alles sinds een moment opnieuw naar de loketten")
    herspeel.add_argument("sinds", help="een dag of een moment, zoals 2026-11-21 of 2026-11-21T14:00")
    herspeel.add_argument("--ja", action="store_true", help="vraag niet om een bevestiging")


def voer_uit(keuze: argparse.Namespace, kantoor: Kantoor, vraag: Callable[[str], str] = input) -> int:
    """Run one of the commands. Returns 0, 1 when the audit does not hold, 2 when it could not be done."""
    match keuze.opdracht:
        case "audit":
            return _controleer(kantoor, keuze.bevat)
        case "export":
            return _exporteer(kantoor, keuze.nummer, ja=keuze.ja, vraag=vraag)
        case "wis":
            return _wis(kantoor, keuze.nummer, ja=keuze.ja, vraag=vraag)
    return _herspeel(kantoor, keuze.sinds, ja=keuze.ja, vraag=vraag)


def _controleer(kantoor: Kantoor, bevat: str | None) -> int:
    gevonden = kantoor.audit.controleer(bevat)
    if gevonden.fout_bij is not None:
        print(f"De lijst klopt niet vanaf regel {gevonden.fout_bij}. Iemand veranderde het.")
        print("Of de sleutel van die tijd staat niet meer in LOKET_SLEUTEL.")
        return 1
    if not gevonden.bevat:
        print("Het zegel van vroeger staat er niet meer in: het einde van de lijst is weg.")
        return 1
    print(f"De lijst klopt: {gevonden.aantal} regels. Bewaar dit zegel ergens anders:")
    print(gevonden.zegel)
    return 0


def _exporteer(kantoor: Kantoor, nummer: str, *, ja: bool, vraag: Callable[[str], str]) -> int:
    try:
        dossier = kantoor.register.dossier(nummer)
    except OnbekendeAanvraag:
        print(ONBEKEND, file=sys.stderr)
        return 2
    if not zeker(f"Toon alles van {dossier.nummer}? Wat iemand schreef, komt op je scherm.", vraag, ja=ja):
        return 2
    kantoor.audit.noteer(datetime.now(UTC), WIE, "uitgevoerd", dossier.nummer)
    with kantoor.database.lees() as sessie:
        gebeurtenissen = kantoor.archief.gebeurtenissen(sessie, dossier.aanvraag.id)
        leveringen = kantoor.archief.leveringen(sessie, dossier.aanvraag.id)
        tevreden = sessie.scalar(
            select(CijferRij.tevreden).where(CijferRij.aanvraag_id == dossier.aanvraag.id)
        )
    alles: dict[str, Any] = {
        "nummer": dossier.nummer,
        "ingediend_op": dossier.ingediend_op.isoformat(),
        "bewaren_tot": dossier.bewaren_tot.isoformat(),
        "aanvraag": json.loads(naar_bytes(dossier.aanvraag)),
        "gebeurtenissen": [
            {
                "wat": gebeurtenis.soort.value,
                "op": gebeurtenis.op.isoformat(),
                "wie": gebeurtenis.wie,
                "naar": gebeurtenis.naar,
                "tekst": gebeurtenis.tekst,
            }
            for gebeurtenis in gebeurtenissen
        ],
        "tevreden": None if tevreden is None else Tevreden(tevreden).name.lower(),
        "mails": [
            {"wat": levering.soort.value, "verzonden_op": _iso(levering.verzonden_op)}
            for levering in leveringen
        ],
    }
    print(json.dumps(alles, ensure_ascii=True, indent=2))
    return 0


def _wis(kantoor: Kantoor, nummer: str, *, ja: bool, vraag: Callable[[str], str]) -> int:
    if not zeker(f"Wis {nummer}? Dit kan je niet ongedaan maken.", vraag, ja=ja):
        return 2
    try:
        kantoor.bewaring.wis(nummer, datetime.now(UTC), WIE)
    except OnbekendeAanvraag:
        print(ONBEKEND, file=sys.stderr)
        return 2
    print("De aanvraag is gewist. Wis ook de mails bij het loket, en denk aan de back-ups.")
    return 0


def _herspeel(kantoor: Kantoor, sinds: str, *, ja: bool, vraag: Callable[[str], str]) -> int:
    try:
        moment = datetime.fromisoformat(sinds)
    except ValueError:
        print("Dit is geen dag of moment. Schrijf het zoals 2026-11-21 of 2026-11-21T14:00.", file=sys.stderr)
        return 2
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=BRUSSEL)
    if not zeker(f"Stuur alles sinds {moment:%d/%m/%Y %H:%M} opnieuw naar de loketten?", vraag, ja=ja):
        return 2
    nu = datetime.now(UTC)
    kantoor.audit.noteer(nu, WIE, "herspeeld")
    aantal = kantoor.postbus.herspeel(moment, nu)
    print(f"{aantal} aanvragen vertrekken opnieuw bij de volgende ronde van de dienst.")
    return 0


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
