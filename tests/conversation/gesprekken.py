"""What the dialogue tests share: talk with the running service, and look in the mailbox and the record."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

from pypdf import PdfReader

from loket.domain.aanvraag import Aanvraag
from loket.kantoor import Kantoor
from loket.mail.postvak import Bericht
from tests.stapel import Gesprek, Stapel, wacht_op

NUMMER = re.compile(r"AV-\d{4}-\d{6}-[0-9A-Z]")

GENOEG = "Zo is het genoeg, stuur maar"
KLOPT = "Ja, dit klopt"
AKKOORD = "Ik ga akkoord, verstuur"
KORTE_WEG = (
    "Ik ben een jongere",
    "Aanvraag bemiddeling",
    "Gent",
    "0498 76 54 32",
    "Nee, niemand",
    "altijd",
    "Ruzie over het weekend.",
)
"""An aanvraag in Gent by the short road, one answer a question."""


def praat(gesprek: Gesprek, *zinnen: str) -> str:
    """Say these one after the other; returns all that was answered to the last."""
    for zin in zinnen:
        gesprek.zeg(zin)
    return gesprek.tekst


def tot_toestemming(gesprek: Gesprek) -> None:
    """An aanvraag in Gent by the short road, up to the request for consent."""
    praat(gesprek, *KORTE_WEG, GENOEG, KLOPT)


def verstuur(gesprek: Gesprek) -> str:
    """From a question where "genoeg" is possible to the number."""
    praat(gesprek, GENOEG, KLOPT, AKKOORD)
    gevonden = NUMMER.search(gesprek.tekst)
    assert gevonden, gesprek.tekst
    return gevonden[0]


def sla_over_tot_overzicht(gesprek: Gesprek, woorden: str = "sla over", hoogstens: int = 40) -> int:
    """Give this answer to every question until the overview comes; returns how many there were."""
    for beurt in range(hoogstens):
        if KLOPT in gesprek.knoppen:
            return beurt
        gesprek.zeg(woorden)
    raise AssertionError(f"geen overzicht na {hoogstens} vragen: {gesprek.tekst}")


@contextmanager
def kantoor(stapel: Stapel) -> Iterator[Kantoor]:
    """The office that the service writes to, opened beside it."""
    geopend = Kantoor.open(stapel.instellingen)
    try:
        yield geopend
    finally:
        geopend.sluit()


def in_register(stapel: Stapel, nummer: str) -> Aanvraag:
    """The aanvraag as it was recorded."""
    with kantoor(stapel) as geopend:
        return geopend.register.lees(nummer)


def mails_over(stapel: Stapel, nummer: str, aantal: int = 1) -> list[Bericht]:
    """The mails about this number, once there are this many."""
    return wacht_op(
        lambda: (
            over
            if len(over := [m for m in stapel.mails() if nummer in m.kop.onderwerp or nummer in m.tekst])
            >= aantal
            else None
        ),
        30,
        elke=0.2,
    )


def pdf_tekst(mail: Bericht) -> str:
    """The text of the PDF in a mail, on one line."""
    pdf = next(bijlage for bijlage in mail.bijlagen if bijlage.soort == "application/pdf")
    return " ".join(
        " ".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(pdf.inhoud)).pages).split()
    )
