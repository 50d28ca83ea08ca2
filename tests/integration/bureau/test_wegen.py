"""Every address of the desk: who may come, what strangers get, which forms are believed.

The table `MAG` names them all. A new page that is not in it fails here first.
"""

from __future__ import annotations

import re
from itertools import product

import pytest

from loket.desk.app import WEGEN, maak_bureau
from loket.desk.wegen import Weg, Wie
from loket.domain.begrippen import Regio

from .huis import Bezoeker, Huis

pytestmark = pytest.mark.asyncio(loop_scope="module")

A = "/aanvraag/{nummer}"
MAG: dict[tuple[str, str], Wie] = {
    ("GET", "/aanmelden"): Wie.IEDEREEN,
    ("POST", "/aanmelden"): Wie.IEDEREEN,
    ("GET", "/aanmelden/code"): Wie.CODE,
    ("POST", "/aanmelden/code"): Wie.CODE,
    ("GET", "/opzetten"): Wie.OPZETTEN,
    ("POST", "/opzetten"): Wie.OPZETTEN,
    ("POST", "/afmelden"): Wie.IEDEREEN,
    ("GET", "/link/{sleutel}"): Wie.IEDEREEN,
    ("GET", ""): Wie.BINNEN,
    ("POST", "/zoek"): Wie.LEEST,
    ("GET", A): Wie.LEEST,
    ("GET", f"{A}/pdf"): Wie.LEEST,
    ("GET", f"{A}/wie"): Wie.LEIDING,
    ("POST", f"{A}/notitie"): Wie.LEEST,
    ("POST", f"{A}/toewijzen"): Wie.LEEST,
    ("POST", f"{A}/bezorgd"): Wie.LEEST,
    ("POST", f"{A}/opnieuw"): Wie.LEEST,
    **{
        (methode, f"{A}/{stap}"): Wie.LEEST
        for methode, stap in product(
            ("GET", "POST"), ("ontvankelijk", "niet-ontvankelijk", "meer-vragen", "omleiden", "andere")
        )
    },
    ("GET", f"{A}/heropenen"): Wie.LEIDING,
    ("POST", f"{A}/heropenen"): Wie.LEIDING,
    ("GET", "/cijfers"): Wie.BINNEN,
    ("GET", "/cijfers/uitvoer.csv"): Wie.BINNEN,
    ("GET", "/cijfers/uitvoer.xlsx"): Wie.BINNEN,
    ("GET", "/alarmen"): Wie.BEHEERDER,
    ("POST", "/alarmen/gezien"): Wie.BEHEERDER,
    ("GET", "/herspeel"): Wie.BEHEERDER,
    ("POST", "/herspeel"): Wie.BEHEERDER,
    ("GET", "/accounts"): Wie.BEHEERDER,
    ("GET", "/account"): Wie.BINNEN,
    ("POST", "/account/wachtwoord"): Wie.BINNEN,
    ("POST", "/account/herstelcodes"): Wie.BINNEN,
    ("POST", "/account/afmelden"): Wie.BINNEN,
    ("POST", "/account/blijf"): Wie.BINNEN,
}
IDS = [f"{weg.methode} {weg.pad or '/'}" for weg in WEGEN]
alle_wegen = pytest.mark.parametrize("weg", WEGEN, ids=IDS)
formulieren = pytest.mark.parametrize(
    "weg", [w for w in WEGEN if w.methode == "POST"], ids=[i for i in IDS if i.startswith("POST")]
)

GOEDE_VELDEN = {
    "zoek": "Noor", "notitie": "x", "aan": "", "hoe": "gebeld", "stap": "verstuur", "kent": "nee",
    "collega": "nee", "brief": "Dag, het kan niet.", "reden": "omdat", "vraag": "Wie?", "naar": "limburg",
    "versie": "1", "alarm": "1", "wachtwoord": "x", "oud": "x", "nieuw": "x", "herhaald": "x", "naam": "an",
    "code": "000000",
}  # fmt: skip


def adres(weg: Weg, nummer: str = "AV-2026-000001-P") -> str:
    return weg.pad.replace("{nummer}", nummer).replace("{sleutel}", "geen")


async def vraag(bezoeker: Bezoeker, weg: Weg, nummer: str = "AV-2026-000001-P") -> tuple[int, str, str]:
    """Ask for it as a browser would that has the right token; status, text, where it leads."""
    if weg.methode == "GET":
        antwoord = await bezoeker.haal(adres(weg, nummer))
    else:
        antwoord = await bezoeker.stuur(adres(weg, nummer), GOEDE_VELDEN)
    return antwoord.status, antwoord.tekst, antwoord.naar


async def test_the_table_names_every_address_and_who_may_come() -> None:
    assert {(weg.methode, weg.pad): weg.wie for weg in WEGEN} == MAG


async def test_the_application_has_no_other_addresses(huis: Huis) -> None:
    app = maak_bureau(huis.bureau, adres_van=lambda _: "", mag=lambda _: True)
    gevonden = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    assert gevonden == set(MAG) | {("GET", "/statisch/{naam}")}


@alle_wegen
async def test_a_stranger_gets_the_sign_in_page_and_nothing_else(huis: Huis, weg: Weg) -> None:
    if weg.wie is Wie.IEDEREEN:
        return
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    status, tekst, naar = await vraag(huis.bezoeker(), weg, nummer)
    assert (status, tekst) == (303, "")
    assert naar.startswith("/loket/aanmelden")


@alle_wegen
async def test_a_password_without_a_code_opens_nothing(huis: Huis, weg: Weg) -> None:
    if weg.wie in {Wie.IEDEREEN, Wie.CODE}:
        return
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    status, tekst, naar = await vraag(await huis.halfweg(huis.an), weg, nummer)
    assert (status, tekst, naar) == (303, "", "/loket/aanmelden/code")


@alle_wegen
async def test_another_regions_aanvraag_is_not_found_on_any_address(huis: Huis, weg: Weg) -> None:
    """Not a word, not a length, not a status tells a number of another region from one that is not there."""
    if "{nummer}" not in weg.pad:
        return
    nummer = huis.aanvraag(regio=Regio.LIMBURG)
    voor = huis.beeld(nummer, huis.bo)
    keken = huis.kantoor.audit.regels(nummer)
    pas = huis.cis if weg.wie is Wie.LEIDING else huis.an
    bezoeker = huis.bezoeker(pas)
    echt = await vraag(bezoeker, weg, nummer)
    geen = await vraag(bezoeker, weg, "AV-2026-999999-A")
    assert echt[0] == geen[0] == 404
    assert echt == geen
    assert huis.kantoor.audit.regels(nummer) == keken
    assert huis.beeld(nummer, huis.bo).versie == voor.versie


@alle_wegen
async def test_the_operator_reads_no_aanvraag(huis: Huis, weg: Weg) -> None:
    if weg.wie not in {Wie.LEEST, Wie.LEIDING}:
        return
    nummer = huis.aanvraag(regio=None)
    status, tekst, _ = await vraag(huis.bezoeker(huis.dirk), weg, nummer)
    assert status == 404
    assert nummer not in tekst


@alle_wegen
async def test_what_is_for_others_is_not_found(huis: Huis, weg: Weg) -> None:
    if weg.wie not in {Wie.LEIDING, Wie.BEHEERDER}:
        return
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    assert (await vraag(huis.bezoeker(huis.an), weg, nummer))[0] == 404


async def test_the_list_and_the_search_show_the_own_regions_and_the_shared_queue_alone(huis: Huis) -> None:
    eigen, gedeeld, ander = (huis.aanvraag(regio=regio) for regio in (Regio.ANTWERPEN, None, Regio.LIMBURG))
    bezoeker = huis.bezoeker(huis.an)
    gevonden: set[str] = set()
    pad = "?blik=alles"
    while pad:
        tekst = (await bezoeker.haal(pad)).tekst
        gevonden |= set(re.findall(r"AV-2026-\d{6}-[A-Z]", tekst))
        verder = re.search(r'href="/loket(\?[^"]*na=[^"]*)"', tekst)
        pad = verder[1].replace("&amp;", "&") if verder else ""
    assert {eigen, gedeeld} <= gevonden
    assert ander not in gevonden
    for zoek in (ander, ander[8:14]):
        assert ander not in (await bezoeker.stuur("/zoek", {"zoek": zoek})).tekst.replace(
            f'value="{ander}"', ""
        )
    assert gedeeld in (await bezoeker.stuur("/zoek", {"zoek": gedeeld})).tekst


ELDERS: dict[str, dict[str, str]] = {
    "from a page elsewhere": {"Origin": "https://elders.example"},
    "from a frame": {"Origin": "null"},
    "from a neighbour": {"Sec-Fetch-Site": "same-site"},
}


@formulieren
async def test_a_form_that_is_not_ours_does_nothing(huis: Huis, weg: Weg) -> None:
    """No token, a wrong one, another browser's; sent from elsewhere; as JSON: nothing happens."""
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    bezoeker = await _iemand(huis, weg)
    versie, token = huis.beeld(nummer).versie, bezoeker.token
    eigen = bezoeker.csrf
    for csrf in ("", "0" * 64, huis.bureau.toegang.csrf("een ander"), eigen[:-1]):
        antwoord = await bezoeker.stuur(adres(weg, nummer), GOEDE_VELDEN, csrf=csrf)
        assert antwoord.status == 403
        assert "<h1>" in antwoord.tekst
    for koppen in ELDERS.values():
        antwoord = await bezoeker.stuur(adres(weg, nummer), GOEDE_VELDEN, csrf=eigen, **koppen)
        assert antwoord.status == 403
    als_json = await bezoeker.rauw("POST", adres(weg, nummer), json=GOEDE_VELDEN | {"csrf": eigen})
    assert als_json.status == 400
    assert bezoeker.token == token
    assert huis.beeld(nummer).versie == versie


async def _iemand(huis: Huis, weg: Weg) -> Bezoeker:
    """Someone who may send this form."""
    match weg.wie:
        case Wie.IEDEREEN:
            bezoeker = huis.bezoeker()
            await bezoeker.haal("/aanmelden")
            return bezoeker
        case Wie.CODE:
            return await huis.halfweg(huis.an)
        case Wie.OPZETTEN:
            naam = f"nieuw{len(huis.bureau.accounts.lijst())}"
            tijdelijk = huis.bureau.accounts.voeg_toe(
                naam, naam, huis.an.wie.functie, huis.an.wie.regios, huis.klok.nu
            )
            token, _ = huis.bureau.toegang.aanmelden(naam, tijdelijk, "::1", huis.klok.nu)
            bezoeker = huis.bezoeker()
            bezoeker.token, bezoeker.csrf = token, huis.bureau.toegang.csrf(token)
            return bezoeker
        case Wie.BEHEERDER:
            return huis.bezoeker(huis.dirk)
        case _:
            return huis.bezoeker(huis.cis)


@alle_wegen
async def test_safe_headers_on_every_answer(huis: Huis, weg: Weg) -> None:
    bezoeker = await _iemand(huis, weg)
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    for antwoord in (
        await bezoeker.haal(adres(weg, nummer)),
        await bezoeker.stuur(adres(weg, nummer), {"stap": "?"}),
        await huis.bezoeker().haal(adres(weg, nummer)),
    ):
        koppen = antwoord.koppen
        beleid = koppen["Content-Security-Policy"]
        assert "default-src 'none'" in beleid
        assert "frame-ancestors 'none'" in beleid
        assert "form-action 'self'" in beleid
        assert "unsafe" not in beleid
        assert koppen["Cache-Control"] == "no-store"
        assert koppen["Referrer-Policy"] == "same-origin"
        assert koppen["X-Content-Type-Options"] == "nosniff"
        assert koppen["X-Frame-Options"] == "DENY"
        assert koppen["X-Robots-Tag"] == "noindex, nofollow"
        assert koppen["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "aiohttp" not in koppen["Server"]
        assert antwoord.status < 500
        assert not re.search(r"<[^>]+ (style|on[a-z]+)=", antwoord.tekst)
        assert "<style" not in antwoord.tekst
        assert not re.search(r"<script(?![^>]* src=)", antwoord.tekst)


@pytest.mark.parametrize(
    ("methode", "status"), [("PUT", 405), ("DELETE", 405), ("PATCH", 405), ("HEAD", 405)]
)
async def test_other_methods_do_nothing(huis: Huis, methode: str, status: int) -> None:
    antwoord = await huis.bezoeker(huis.an).rauw(methode, "/account")
    assert antwoord.status == 405
    assert "GET" in antwoord.koppen["Allow"]


@pytest.mark.parametrize(
    "pad",
    ["/nergens", "/statisch/../app.py", "/statisch/%2e%2e%2fapp.py", "/statisch/bureau.css", "/%00", "//"],
)
async def test_what_is_not_there(huis: Huis, pad: str) -> None:
    antwoord = await huis.bezoeker(huis.an).haal(pad)
    assert antwoord.status == 404


async def test_files_may_be_kept_for_ever_for_their_name_changes_with_them(huis: Huis) -> None:
    bezoeker = huis.bezoeker()
    pagina = await bezoeker.haal("/aanmelden")
    for pad in re.findall(r'"/loket(/statisch/[^"]+)"', pagina.tekst):
        antwoord = await bezoeker.haal(pad)
        assert antwoord.status == 200
        assert antwoord.koppen["Cache-Control"] == "public, max-age=31536000, immutable"


async def test_too_many_requests_are_told_to_wait(huis: Huis) -> None:
    huis.toegestaan = False
    try:
        antwoord = await huis.bezoeker(huis.an).haal("")
    finally:
        huis.toegestaan = True
    assert (antwoord.status, antwoord.koppen["Retry-After"]) == (429, "30")
    assert "Even wachten" in antwoord.tekst
