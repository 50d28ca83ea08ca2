"""The aanvraag as a tagged, accessible PDF (PDF/UA-1), in Dutch, with a title and headings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from loket.domain.werkdagen import BRUSSEL
from loket.mail.tekst import LETTERTYPES, tekenbaar
from loket.store.register import Dossier

SJABLOON = Path(__file__).parent / "sjablonen" / "aanvraag.typ"
DRUKPERS = Path(__file__).with_name("drukpers.py")
GEDULD = 30.0
"""Seconds that setting a document may take."""


class PdfFout(Exception):
    """The PDF could not be made. Carries nothing of the content."""


def maak_pdf(dossier: Dossier) -> bytes:
    """The PDF of an aanvraag, `belangrijk` parts first. Takes about 100 ms; the same dossier gives the
    same bytes. Raises PdfFout, whatever goes wrong inside.
    """
    opdracht = {
        "sjabloon": str(SJABLOON),
        "lettertypes": str(LETTERTYPES),
        "gegevens": json.dumps(_gegevens(dossier)),
        "tijd": dossier.ingediend_op.replace(microsecond=0).isoformat(),  # Typst takes whole seconds
    }
    try:
        pers = subprocess.run(  # noqa: S603 - our own program, and nothing of a person in its arguments
            [sys.executable, "-I", DRUKPERS],
            input=json.dumps(opdracht).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a panic in the library tells what it was busy with
            env={},  # it needs none of our secrets
            timeout=GEDULD,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fout:
        raise PdfFout(type(fout).__name__) from None
    if pers.returncode == 0 and pers.stdout.startswith(b"%PDF"):
        return pers.stdout
    wat = pers.stdout[:40].decode("ascii", "replace").strip()
    raise PdfFout(wat if wat.isidentifier() else "drukpers")


def _gegevens(dossier: Dossier) -> dict[str, Any]:
    aanvraag = dossier.aanvraag
    weg = 0

    def schoon(tekst: str) -> str:
        nonlocal weg
        kan, niet = tekenbaar(tekst)
        weg += niet
        return kan

    onderdelen = [
        {
            "titel": " ".join(schoon(deel.titel).split()) or "Verder",  # a heading may not be empty
            "belangrijk": deel.belangrijk,
            "regels": [
                {"label": schoon(regel.label), "antwoord": schoon(regel.antwoord)} for regel in deel.regels
            ],
        }
        for deel in sorted(aanvraag.onderdelen, key=lambda deel: not deel.belangrijk)
    ]
    return {
        "titel": f"Aanvraag {aanvraag.soort.naam}",
        "nummer": dossier.nummer,
        "voet": f"{dossier.nummer} · vertrouwelijk",
        "kop": [
            {"label": "Nummer", "antwoord": dossier.nummer},
            {
                "label": "Ingediend",
                "antwoord": f"{dossier.ingediend_op.astimezone(BRUSSEL):%d/%m/%Y om %H.%M uur}",
            },
            *([{"label": "Regio", "antwoord": aanvraag.regionaam}] if aanvraag.regionaam else []),
        ],
        "kort": (
            "Dit is een korte aanvraag. De aanvrager vulde nog niet alles in. Vul samen aan wat ontbreekt."
            if aanvraag.kort
            else ""
        ),
        "onderdelen": onderdelen,
        "weggelaten": (
            f"Dit document kan {weg} tekens niet tekenen, zoals emoji. Je ziet er een vierkantje voor. "
            "In de tekst van de e-mail staan ze wel."
            if weg
            else ""
        ),
    }
