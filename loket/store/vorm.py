"""An Aanvraag as bytes and back: JSON with a version, so that old records stay readable."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from loket.domain.aanvraag import Aanvraag, Antwoord, Onderdeel, Regel, Status
from loket.domain.begrippen import Aanvraagsoort, Regio, Rol

VERSIE = 2
"""Version 1 knew the two instruments only, and called the soort "instrument"."""


def naar_bytes(aanvraag: Aanvraag) -> bytes:
    """Write an aanvraag as ASCII JSON (so any character a person typed survives)."""
    return json.dumps(
        {
            "versie": VERSIE,
            "id": str(aanvraag.id),
            "soort": aanvraag.soort.value,
            "rol": aanvraag.rol.value,
            "regio": aanvraag.regio.value if aanvraag.regio else None,
            "kort": aanvraag.kort,
            "antwoorden": {
                vraag: {"status": antwoord.status.value, "tekst": antwoord.tekst, "waarde": antwoord.waarde}
                for vraag, antwoord in aanvraag.antwoorden.items()
            },
            "onderdelen": [
                {
                    "titel": deel.titel,
                    "belangrijk": deel.belangrijk,
                    "regels": [[regel.label, regel.antwoord] for regel in deel.regels],
                }
                for deel in aanvraag.onderdelen
            ],
            "toestemming_op": aanvraag.toestemming_op.isoformat(),
            "bevestiging_naar": aanvraag.bevestiging_naar,
        },
        allow_nan=False,
    ).encode("ascii")


def van_bytes(inhoud: bytes) -> Aanvraag:
    """Read an aanvraag. Raises ValueError for a version this program does not know."""
    gegevens: dict[str, Any] = json.loads(inhoud)
    if gegevens["versie"] not in range(1, VERSIE + 1):
        raise ValueError("onbekende versie van een aanvraag")
    return Aanvraag(
        id=UUID(gegevens["id"]),
        soort=Aanvraagsoort(gegevens["soort" if gegevens["versie"] > 1 else "instrument"]),
        rol=Rol(gegevens["rol"]),
        regio=Regio(gegevens["regio"]) if gegevens["regio"] else None,
        kort=gegevens["kort"],
        antwoorden={
            vraag: Antwoord(Status(antwoord["status"]), antwoord["tekst"], antwoord["waarde"])
            for vraag, antwoord in gegevens["antwoorden"].items()
        },
        onderdelen=tuple(
            Onderdeel(
                deel["titel"],
                tuple(Regel(label, antwoord) for label, antwoord in deel["regels"]),
                deel["belangrijk"],
            )
            for deel in gegevens["onderdelen"]
        ),
        toestemming_op=datetime.fromisoformat(gegevens["toestemming_op"]),
        bevestiging_naar=gegevens["bevestiging_naar"],
    )
