"""When the record is away: the desk says so in a sentence, and keeps what a worker wrote."""

from __future__ import annotations

import asyncio
import html
import re
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from loket.domain.begrippen import Regio
from loket.domain.dossier.toestand import Staat
from tests.opslag import OP_POSTGRES, ingreep, volle_postgres

from .huis import Antwoord, Huis

pytestmark = pytest.mark.asyncio(loop_scope="module")

BRIEF = "Dag Noor,\n\nHet kan niet, want de rechtbank is geen partij. <b>Bel ons</b> & vraag het.\n\nGroeten"


@contextmanager
def op_slot(huis: Huis) -> Iterator[None]:
    """Another process holds the database and does not let go."""
    with ingreep(huis.kantoor.instellingen.datamap):
        yield


@contextmanager
def schijf_vol(huis: Huis) -> Iterator[None]:
    """No file may grow any more, and what is there has no room left; or PostgreSQL says so."""
    if OP_POSTGRES:
        with volle_postgres(huis.kantoor.instellingen.datamap):
            yield
        return
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def velden(antwoord: Antwoord) -> dict[str, str]:
    """What the form on the page would send."""
    verborgen = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', antwoord.tekst)
    groot = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n(.*?)</textarea>', antwoord.tekst, re.S)
    return {naam: html.unescape(waarde) for naam, waarde in (*verborgen, *groot)}


def is_duidelijk(antwoord: Antwoord) -> None:
    """A page of the desk, with a sentence and what to do next."""
    assert antwoord.status == 503
    assert antwoord.koppen["Retry-After"] == "30"
    assert "Het bureau is heel even niet bereikbaar. Probeer het zo meteen opnieuw." in antwoord.tekst
    assert "<h1>Even geduld</h1>" in antwoord.tekst


@pytest.mark.parametrize("storing", [op_slot, schijf_vol])
async def test_a_letter_survives_a_database_that_is_away(huis: Huis, storing: object) -> None:
    """The page keeps the letter as it was written, and one press sends it once the database is back."""
    assert callable(storing)
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    bezoeker = huis.bezoeker(huis.an)
    versie = str(huis.beeld(nummer).versie)
    pad = f"/aanvraag/{nummer}/niet-ontvankelijk"
    brief = {"stap": "verstuur", "brief": BRIEF, "versie": versie, "reden": ["be_geen_partij"]}
    wacht = len(huis.kantoor.postbus.regels())
    with storing(huis):
        mis, kijk, gelezen = await asyncio.gather(
            bezoeker.stuur(pad, brief), bezoeker.haal(f"/aanvraag/{nummer}"), bezoeker.haal("")
        )
    is_duidelijk(mis)
    is_duidelijk(kijk)  # opening it must be noted, so it cannot be opened now
    assert (gelezen.status, nummer in gelezen.tekst) == (200, True), "the list needs no writing"
    assert "Dit is nog niet bewaard." in mis.tekst
    assert "Probeer opnieuw" in mis.tekst
    assert "<b>Bel ons</b>" not in mis.tekst
    assert len(huis.kantoor.postbus.regels()) == wacht

    bewaard = velden(mis)
    assert bewaard["brief"] == BRIEF
    antwoord = await bezoeker.stuur(pad, {naam: w for naam, w in bewaard.items() if naam != "csrf"})
    assert (antwoord.status, antwoord.naar) == (303, f"/loket/aanvraag/{nummer}?gedaan=zelf")
    toestand = huis.beeld(nummer).toestand
    assert toestand.staat is Staat.NIET_ONTVANKELIJK
    nog_eens = await bezoeker.stuur(pad, {naam: w for naam, w in bewaard.items() if naam != "csrf"})
    assert nog_eens.status == 409, "pressing twice decides once"


async def test_a_password_is_never_given_back(huis: Huis) -> None:
    bezoeker = huis.bezoeker()
    await bezoeker.haal("/aanmelden")
    with schijf_vol(huis):
        antwoord = await bezoeker.stuur("/aanmelden", {"naam": "an", "wachtwoord": "kanarie-geheim"})
    is_duidelijk(antwoord)
    assert "kanarie" not in antwoord.tekst


async def test_a_form_that_is_not_ours_is_not_kept(huis: Huis) -> None:
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    bezoeker = huis.bezoeker(huis.an)
    with schijf_vol(huis):
        antwoord = await bezoeker.stuur(f"/aanvraag/{nummer}/notitie", {"notitie": "kanarie"}, csrf="0" * 64)
    assert antwoord.status == 403
    assert "kanarie" not in antwoord.tekst
