"""What happens at the desk: sessions, deciding, hostile words, hostile addresses."""

from __future__ import annotations

import csv
import html
import io
import logging
import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loket.domain.aanvraag import Antwoord, Onderdeel, Regel, Status
from loket.domain.begrippen import Instrument, Regio
from loket.domain.dossier.toestand import Staat
from loket.domain.duidelijkheid import Duidelijkheid
from loket.domain.medewerker import Functie
from loket.domain.werkdagen import BRUSSEL
from loket.toegang.remmen import PER_ACCOUNT
from tests.balie import WACHTWOORD, Balie
from tests.integration.kantoor.hulp import maak_aanvraag

from .huis import Bezoeker, Huis

pytestmark = pytest.mark.asyncio(loop_scope="module")

AANVAL = """<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{'q'*9}}</textarea><b>vet</b>"""


async def aanmelden(huis: Huis, bezoeker: Bezoeker, code: str | None = None) -> None:
    """The whole way in, as a person goes it."""
    await bezoeker.haal("/aanmelden")
    antwoord = await bezoeker.stuur("/aanmelden", {"naam": "an", "wachtwoord": WACHTWOORD})
    assert antwoord.naar == "/loket/aanmelden/code"
    await bezoeker.haal("/aanmelden/code")
    huis.klok.vooruit(seconds=60)
    antwoord = await bezoeker.stuur("/aanmelden/code", {"code": code or huis.code(huis.an.geheim)})
    assert (antwoord.status, antwoord.naar) == (303, "/loket")


# ── sessions ─────────────────────────────────────────────────────────────────────────────────────────


async def test_the_way_in_by_forms_and_out_again(huis: Huis) -> None:
    bezoeker = huis.bezoeker()
    await aanmelden(huis, bezoeker)
    assert (await bezoeker.haal("")).status == 200
    binnen = bezoeker.token
    antwoord = await bezoeker.stuur("/afmelden")
    assert antwoord.naar == "/loket/aanmelden?gedaan=afgemeld"
    assert bezoeker.token is None
    bezoeker.token = binnen
    assert (await bezoeker.haal("")).status == 303


async def test_a_planted_session_is_worth_nothing_afterwards(huis: Huis) -> None:
    slachtoffer = huis.bezoeker()
    slachtoffer.token = "door-een-ander-gekozen"
    await aanmelden(huis, slachtoffer)
    assert slachtoffer.token != "door-een-ander-gekozen"
    dief = huis.bezoeker()
    dief.token = "door-een-ander-gekozen"
    assert (await dief.haal("")).status == 303


async def test_the_token_of_halfway_is_not_the_one_of_inside(huis: Huis) -> None:
    bezoeker = huis.bezoeker()
    await bezoeker.haal("/aanmelden")
    await bezoeker.stuur("/aanmelden", {"naam": "an", "wachtwoord": WACHTWOORD})
    halfweg = bezoeker.token
    await bezoeker.haal("/aanmelden/code")
    huis.klok.vooruit(seconds=60)
    await bezoeker.stuur("/aanmelden/code", {"code": huis.code(huis.an.geheim)})
    dief = huis.bezoeker()
    dief.token = halfweg
    assert (await dief.haal("")).status == 303
    assert (await bezoeker.haal("")).status == 200


async def test_a_code_works_once_at_the_desk(huis: Huis) -> None:
    een, twee = huis.bezoeker(), huis.bezoeker()
    for bezoeker in (een, twee):
        await bezoeker.haal("/aanmelden")
        await bezoeker.stuur("/aanmelden", {"naam": "an", "wachtwoord": WACHTWOORD})
        await bezoeker.haal("/aanmelden/code")
    huis.klok.vooruit(seconds=60)
    code = huis.code(huis.an.geheim)
    assert (await een.stuur("/aanmelden/code", {"code": code})).status == 303
    antwoord = await twee.stuur("/aanmelden/code", {"code": code})
    assert antwoord.status == 401
    assert "al gebruikt" in antwoord.tekst


async def test_the_cookie_is_closed_to_scripts_and_to_other_sites(huis: Huis) -> None:
    koek = (await huis.bezoeker().haal("/aanmelden")).koppen["Set-Cookie"]
    assert "HttpOnly" in koek
    assert "SameSite=Strict" in koek
    assert "Path=/" in koek
    assert "Domain" not in koek
    assert "Max-Age" not in koek


async def test_over_https_the_cookie_is_bound_to_this_host(tmp_path: Path) -> None:
    balie = Balie(tmp_path / "data", LOKET_PUBLIEK_ADRES="https://loket.voorbeeld.be")
    await balie.begin()
    bezoeker = Bezoeker(balie.url)
    koek = (await bezoeker.haal("/aanmelden")).koppen["Set-Cookie"]
    await bezoeker.sluit()
    await balie.einde()
    assert koek.startswith("__Host-loket=")
    assert "Secure" in koek


async def test_a_session_that_is_not_used_ends(huis: Huis) -> None:
    bezoeker = huis.bezoeker(huis.an)
    huis.klok.vooruit(minutes=29)
    assert (await bezoeker.stuur("/account/blijf")).status == 204
    huis.klok.vooruit(minutes=29)
    assert (await bezoeker.haal("")).status == 200
    huis.klok.vooruit(minutes=31)
    assert (await bezoeker.haal("")).naar == "/loket/aanmelden"
    assert (await bezoeker.stuur("/zoek", {"zoek": "x"})).naar == "/loket/aanmelden?gedaan=verlopen"


async def test_signing_out_everywhere_ends_every_browser(huis: Huis) -> None:
    pas = huis.account("hugo")
    een, twee = huis.bezoeker(pas), huis.bezoeker(pas)
    assert "3 browsers" in (await een.haal("/account")).tekst  # with the one of the set-up
    assert (await een.stuur("/account/afmelden")).naar == "/loket/aanmelden?gedaan=overal_afgemeld"
    assert (await twee.haal("")).status == 303


async def test_a_new_password_and_new_codes(huis: Huis) -> None:
    pas = huis.account("eva")
    bezoeker, ander = huis.bezoeker(pas), huis.bezoeker(pas)
    velden = {"oud": WACHTWOORD, "nieuw": "lamp wolk fiets tien", "herhaald": "lamp wolk fiets tien"}
    for fout, zin in (
        ({"oud": "fout"}, "klopt niet"),
        ({"herhaald": "anders"}, "niet gelijk"),
        ({"nieuw": "kort", "herhaald": "kort"}, "minstens 12"),
    ):
        antwoord = await bezoeker.stuur("/account/wachtwoord", velden | fout)
        assert (antwoord.status, zin in antwoord.tekst) == (400, True)
    assert (await bezoeker.stuur("/account/wachtwoord", velden)).naar == "/loket/account?gedaan=wachtwoord"
    assert (await ander.haal("/account")).status == 303
    await bezoeker.haal("/account")
    antwoord = await bezoeker.stuur("/account/herstelcodes", {"wachtwoord": "lamp wolk fiets tien"})
    nieuw = re.findall(r"<li>([a-z0-9]{4}(?:-[a-z0-9]{4}){3})</li>", antwoord.tekst)
    assert len(set(nieuw)) == 10
    assert not set(nieuw) & set(pas.herstel)


async def test_guessing_at_the_desk_must_wait(huis: Huis) -> None:
    huis.account("fien")
    bezoeker = huis.bezoeker()
    await bezoeker.haal("/aanmelden")
    antwoorden = {}
    for naam in ("fien", "bestaat-niet"):
        rij = [
            await bezoeker.stuur("/aanmelden", {"naam": naam, "wachtwoord": "fout"})
            for _ in range(PER_ACCOUNT.vrij + 1)
        ]
        antwoorden[naam] = [(a.status, a.tekst.replace(naam, "")) for a in rij]
        huis.klok.vooruit(hours=25)
        await bezoeker.haal("/aanmelden")
    assert [status for status, _ in antwoorden["fien"]] == [401] * PER_ACCOUNT.vrij + [429]
    for (een, tekst), (twee, andere) in zip(antwoorden["fien"], antwoorden["bestaat-niet"], strict=True):
        assert een == twee
        assert re.sub(r"\d\d\.\d\d uur", "", tekst) == re.sub(r"\d\d\.\d\d uur", "", andere)


async def test_setting_up_a_new_account_by_forms(huis: Huis) -> None:
    tijdelijk = huis.bureau.accounts.voeg_toe(
        "gita", "Gita", Functie.MEDEWERKER, frozenset({Regio.LIMBURG}), huis.klok.nu
    )
    bezoeker = huis.bezoeker()
    await bezoeker.haal("/aanmelden")
    assert (
        await bezoeker.stuur("/aanmelden", {"naam": "gita", "wachtwoord": tijdelijk})
    ).naar == "/loket/opzetten"
    pagina = await bezoeker.haal("/opzetten")
    geheim = re.search(r'class="secret">([A-Z2-7 ]+)<', pagina.tekst)
    assert geheim
    code = huis.code(geheim[1].replace(" ", ""))
    velden = {"wachtwoord": WACHTWOORD, "herhaald": WACHTWOORD, "code": code}
    for fout in ({"herhaald": "anders"}, {"code": "000000"}, {"wachtwoord": "kort", "herhaald": "kort"}):
        assert (await bezoeker.stuur("/opzetten", velden | fout)).status == 400
    klaar = await bezoeker.stuur("/opzetten", velden)
    assert "Bewaar deze codes op papier" in klaar.tekst
    assert (await bezoeker.haal("")).status == 200
    assert (await bezoeker.haal("/opzetten")).naar == "/loket"


@pytest.mark.parametrize(
    "naar",
    ["//kwaad.example", "https://kwaad.example", "/loket/../postvak", "/loketten", "javascript:alert(1)",
     "/loket\\@kwaad.example", "/loket%0d%0aSet-Cookie:x=y", "/\\kwaad.example"],
)  # fmt: skip
async def test_nobody_is_sent_elsewhere_after_signing_in(huis: Huis, naar: str) -> None:
    antwoord = await huis.bezoeker(huis.an).rauw("GET", f"/aanmelden?naar={html.escape(naar)}")
    assert antwoord.naar == "/loket"


# ── the link in a mail ───────────────────────────────────────────────────────────────────────────────


async def test_the_link_in_a_mail_leads_to_the_aanvraag_after_signing_in(huis: Huis) -> None:
    nummer = huis.aanvraag()
    tot = huis.klok.nu.replace(microsecond=0)
    sleutel = huis.kantoor.archief.merker.sleutel_van_link(nummer, tot)
    bezoeker = huis.bezoeker()
    pagina = await bezoeker.haal(f"/link/{sleutel}")
    assert f'content="0;url=/loket/aanvraag/{nummer}"' in pagina.tekst
    assert huis.kantoor.audit.regels(nummer) == []  # the link alone shows and notes nothing
    aanmelding = await bezoeker.haal(f"/aanvraag/{nummer}")
    assert aanmelding.naar == f"/loket/aanmelden?naar=%2Floket%2Faanvraag%2F{nummer}"
    bezoeker = huis.bezoeker(huis.an)
    assert (await bezoeker.haal(f"/aanvraag/{nummer}")).status == 200
    assert huis.beeld(nummer).toestand.geopend_op is not None
    huis.klok.vooruit(seconds=2)
    for oud in (sleutel, sleutel[:-4] + "AAAA", "x", "%00", "a" * 3000):
        antwoord = await bezoeker.haal(f"/link/{oud}")
        assert antwoord.status == 404
        assert nummer not in antwoord.tekst


# ── deciding ─────────────────────────────────────────────────────────────────────────────────────────


async def test_ontvankelijk_needs_a_person_without_a_conflict_of_interest(huis: Huis) -> None:
    nummer = huis.aanvraag(antwoorden={"verhaal": Antwoord(Status.GEGEVEN, "ruzie", None)})
    bezoeker = huis.bezoeker(huis.an)
    pad = f"/aanvraag/{nummer}/ontvankelijk"
    pagina = await bezoeker.haal(pad)
    aan = re.search(r'name="aan" value="([^"]+)"', pagina.tekst)
    assert aan
    goed = {
        "stap": "verstuur",
        "aan": aan[1],
        "kent": "nee",
        "collega": "nee",
        "versie": _versie(pagina.tekst),
    }
    for fout in ({"kent": "ja"}, {"collega": "ja"}, {"kent": ""}, {"aan": "wie@kwaad.example"}, {"aan": ""}):
        assert (await bezoeker.stuur(pad, goed | fout)).status == 409
    assert huis.beeld(nummer).toestand.staat is Staat.IN_BEHANDELING
    voorbeeld = await bezoeker.stuur(pad, goed | {"stap": "voorbeeld"})
    assert "Dit krijgt de aanvrager" in voorbeeld.tekst
    assert huis.beeld(nummer).toestand.staat is Staat.IN_BEHANDELING
    assert (await bezoeker.stuur(pad, goed)).status == 303
    assert huis.beeld(nummer).toestand.staat is Staat.ONTVANKELIJK


def _versie(tekst: str) -> str:
    gevonden = re.search(r'name="versie" value="(\d+)"', tekst)
    assert gevonden
    return gevonden[1]


async def test_of_two_who_decide_at_once_one_does_and_the_other_keeps_the_letter(huis: Huis) -> None:
    nummer = huis.aanvraag()
    an, cis = huis.bezoeker(huis.an), huis.bezoeker(huis.cis)
    pad = f"/aanvraag/{nummer}/niet-ontvankelijk"
    versie = _versie((await an.haal(pad)).tekst)
    assert versie == _versie((await cis.haal(pad)).tekst)
    velden = {"stap": "verstuur", "versie": versie, "reden": "be_geen_conflict"}
    assert (await an.stuur(pad, velden | {"brief": "Dag, dit kan niet. Bel ons gerust."})).status == 303
    antwoord = await cis.stuur(pad, velden | {"brief": "Een heel andere brief van mij."})
    assert antwoord.status == 409
    assert "Een heel andere brief van mij." in antwoord.tekst
    assert "An" in antwoord.tekst
    brieven = [g.tekst for g in huis.beeld(nummer).tijdlijn if g.soort.value == "niet_ontvankelijk"]
    assert brieven == ["Dag, dit kan niet. Bel ons gerust."]


async def test_a_letter_without_a_reason_does_not_leave(huis: Huis) -> None:
    nummer = huis.aanvraag()
    bezoeker = huis.bezoeker(huis.an)
    pad = f"/aanvraag/{nummer}/niet-ontvankelijk"
    brief = (await bezoeker.stuur(pad, {"stap": "brief"})).tekst
    assert "[Schrijf hier waarom.]" in brief
    for tekst in ("", "   ", "Dag. [Schrijf hier waarom.]", "x" * 8001, "x" * 30_000):
        antwoord = await bezoeker.stuur(pad, {"stap": "verstuur", "brief": tekst})
        assert antwoord.status in {409, 413}
    assert huis.beeld(nummer).toestand.staat is Staat.IN_BEHANDELING


async def test_what_was_looked_at_goes_along_through_every_step(huis: Huis) -> None:
    """A question that left between the form and its preview stops the sending."""
    nummer = huis.aanvraag()
    an, cis = huis.bezoeker(huis.an), huis.bezoeker(huis.cis)
    pad = f"/aanvraag/{nummer}/niet-ontvankelijk"
    versie = _versie((await an.haal(pad)).tekst)
    vraag = {"stap": "verstuur", "vraag": "Wie komt er mee?"}
    assert (await cis.stuur(f"/aanvraag/{nummer}/meer-vragen", vraag)).status == 303
    voorbeeld = await an.stuur(pad, {"stap": "voorbeeld", "brief": "Het kan niet.", "versie": versie})
    assert _versie(voorbeeld.tekst) == versie
    antwoord = await an.stuur(pad, {"stap": "verstuur", "brief": "Het kan niet.", "versie": versie})
    assert antwoord.status == 409
    assert "intussen iets veranderd" in antwoord.tekst
    assert huis.beeld(nummer).toestand.staat is Staat.WACHT_OP_VRAGER


async def test_an_aanvraag_that_moves_to_another_loket_is_gone_for_who_sent_it(huis: Huis) -> None:
    nummer = huis.aanvraag()
    bezoeker = huis.bezoeker(huis.an)
    pad = f"/aanvraag/{nummer}/omleiden"
    assert (await bezoeker.stuur(pad, {"naar": "limburg", "reden": ""})).status == 409
    antwoord = await bezoeker.stuur(pad, {"naar": "limburg", "reden": "verblijft in Hasselt"})
    assert antwoord.naar == "/loket?gedaan=omgeleid"
    assert (await bezoeker.haal(f"/aanvraag/{nummer}")).status == 404
    assert (await huis.bezoeker(huis.bo).haal(f"/aanvraag/{nummer}")).status == 200


async def test_only_the_lead_opens_a_decided_aanvraag_again(huis: Huis) -> None:
    nummer = huis.aanvraag()
    an, cis = huis.bezoeker(huis.an), huis.bezoeker(huis.cis)
    brief = {"stap": "verstuur", "brief": "Het kan niet, want er is geen conflict."}
    await an.stuur(f"/aanvraag/{nummer}/niet-ontvankelijk", brief)
    pad = f"/aanvraag/{nummer}/heropenen"
    assert (await an.stuur(pad, {"reden": "vergissing"})).status == 404
    assert (await cis.stuur(pad, {"reden": "vergissing"})).status == 303
    assert huis.beeld(nummer).toestand.staat is Staat.IN_BEHANDELING


async def test_assigning_goes_to_colleagues_of_this_region_alone(huis: Huis) -> None:
    nummer = huis.aanvraag()
    bezoeker = huis.bezoeker(huis.an)
    pad = f"/aanvraag/{nummer}/toewijzen"
    for fout in (str(huis.bo.wie.id), str(huis.dirk.wie.id), "onzin", "1"):
        assert (await bezoeker.stuur(pad, {"aan": fout})).status == 400
    assert (await bezoeker.stuur(pad, {"aan": str(huis.cis.wie.id)})).status == 303
    assert huis.beeld(nummer).toegewezen_naam == "Cis"
    assert (await bezoeker.stuur(pad, {"aan": ""})).status == 303
    assert huis.beeld(nummer).toegewezen_naam is None


async def test_the_lead_sees_who_looked(huis: Huis) -> None:
    nummer = huis.aanvraag()
    await huis.bezoeker(huis.an).haal(f"/aanvraag/{nummer}")
    tekst = (await huis.bezoeker(huis.cis).haal(f"/aanvraag/{nummer}/wie")).tekst
    assert "<td>An</td><td>bekeken</td>" in tekst
    assert "<td>Cis</td><td>bekeken</td>" in tekst


# ── what people wrote ────────────────────────────────────────────────────────────────────────────────


async def test_hostile_words_stay_words_on_every_page(huis: Huis) -> None:
    namen = (
        "bereik",
        "wie_niet",
        "wanneer",
        "naam",
        "naam_jongere",
        "verhaal",
        "rol",
        "leeftijd",
        "verblijf",
    )
    aanvraag = replace(
        maak_aanvraag(AANVAL),
        antwoorden={naam: Antwoord(Status.GEGEVEN, AANVAL, AANVAL) for naam in namen},
        onderdelen=(
            Onderdeel(AANVAL, (Regel(AANVAL, AANVAL), Regel("Naam", AANVAL))),
            Onderdeel("Advies " + AANVAL, (Regel(AANVAL, AANVAL),)),
        ),
    )
    nummer = huis.aanvraag(aanvraag)
    bezoeker = huis.bezoeker(huis.cis)
    pad = f"/aanvraag/{nummer}"
    aan = re.search(r'name="aan" value="([^"]+)"', (await bezoeker.haal(f"{pad}/ontvankelijk")).tekst)
    assert aan
    kies = {"stap": "voorbeeld", "aan": aan[1], "kent": "nee", "collega": "nee"}
    bladen = [
        await bezoeker.stuur("/zoek", {"zoek": AANVAL}),
        await bezoeker.stuur(f"{pad}/meer-vragen", {"stap": "voorbeeld", "vraag": AANVAL}),
        await bezoeker.stuur(f"{pad}/meer-vragen", {"stap": "nakijken", "vraag": AANVAL}),
        await bezoeker.stuur(f"{pad}/niet-ontvankelijk", {"stap": "brief"}),
        await bezoeker.stuur(f"{pad}/niet-ontvankelijk", {"stap": "voorbeeld", "brief": AANVAL}),
        await bezoeker.stuur(f"{pad}/niet-ontvankelijk", {"stap": "nakijken", "brief": AANVAL}),
        await bezoeker.stuur(f"{pad}/omleiden", {"naar": "x", "reden": AANVAL}),
        await bezoeker.stuur(f"{pad}/ontvankelijk", kies),
        await bezoeker.stuur(f"{pad}/ontvankelijk", {"aan": AANVAL}),
    ]
    await bezoeker.stuur(f"{pad}/notitie", {"notitie": AANVAL})
    await bezoeker.stuur(f"{pad}/meer-vragen", {"stap": "verstuur", "vraag": AANVAL})
    bladen += [
        await bezoeker.haal(pad),
        await bezoeker.haal(f"{pad}/wie"),
        await bezoeker.haal(f"?soort={html.escape('<script>')}&gedaan=<script>"),
        await huis.bezoeker().stuur("/aanmelden", {"naam": AANVAL}),
    ]
    gezien = 0
    for blad in bladen:
        for stuk in ("<script>alert", "<img src=x", "<b>vet</b>"):
            assert stuk not in blad.tekst
        assert "q" * 9 not in blad.tekst
        gezien += "&lt;script&gt;alert(1)" in blad.tekst
    assert gezien >= 8
    assert (await bezoeker.haal(f"{pad}/pdf")).lijf.startswith(b"%PDF")


async def test_contact_rules_stand_before_everything_else(huis: Huis) -> None:
    aanvraag = replace(
        maak_aanvraag(),
        antwoorden={
            "wie_niet": Antwoord(Status.GEGEVEN, "mijn stiefvader", None),
            "bereik": Antwoord(Status.GEGEVEN, "0470 00 00 00", None),
            "verhaal": Antwoord(Status.GEGEVEN, "het gaat niet", None),
        },
    )
    tekst = (await huis.bezoeker(huis.an).haal(f"/aanvraag/{huis.aanvraag(aanvraag)}")).tekst
    assert tekst.index("mijn stiefvader") < tekst.index("<h1>") < tekst.index("Gevraagd en geantwoord")
    assert "safe bad" in tekst
    assert "Mail niets." in tekst


async def test_nothing_that_was_typed_is_logged_or_stands_in_an_address(
    huis: Huis, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    geheim = "Zonderlingeweg"
    bezoeker = huis.bezoeker(huis.an)
    nummer = huis.aanvraag(tekst=geheim)
    antwoorden = [
        await bezoeker.stuur("/zoek", {"zoek": geheim}),
        await bezoeker.stuur(f"/aanvraag/{nummer}/notitie", {"notitie": geheim}),
        await bezoeker.stuur(f"/aanvraag/{nummer}/meer-vragen", {"stap": "verstuur", "vraag": geheim}),
        await bezoeker.stuur("/aanmelden", {"naam": geheim, "wachtwoord": geheim}),
    ]
    assert not any(geheim in antwoord.naar for antwoord in antwoorden)
    assert geheim not in caplog.text


# ── hostile addresses ────────────────────────────────────────────────────────────────────────────────

_pad_teken = st.characters(codec="ascii", exclude_characters="/?# ")


@given(
    zoek=st.dictionaries(
        st.sampled_from(["blik", "soort", "regio", "staat", "let_op", "na", "gedaan", "naar", "jaar", "x"]),
        st.one_of(
            st.text(max_size=60),
            st.sampled_from(["alles", "klaar", f"0.1.{'0' * 32}", f"2.-{'9' * 18}.{'f' * 32}", "2026"]),
        ),
        max_size=5,
    ),
    pad=st.sampled_from(["", "/cijfers", "/cijfers/uitvoer.csv", "/account"]),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_stands_behind_the_question_mark(huis: Huis, zoek: dict[str, str], pad: str) -> None:
    tekst = "&".join(f"{naam}={quote(waarde, errors='replace')}" for naam, waarde in zoek.items())
    antwoord = await _vaste_bezoeker(huis).haal(f"{pad}?{tekst}")
    assert antwoord.status in {200, 303}


@given(pad=st.text(_pad_teken, min_size=1, max_size=40))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_number_someone_guesses(huis: Huis, pad: str) -> None:
    antwoord = await _vaste_bezoeker(huis).haal(f"/aanvraag/{quote(pad, safe='')}")
    assert antwoord.status == 404


@given(
    velden=st.dictionaries(
        st.sampled_from(["zoek", "na", "versie", "aan", "stap", "reden", "brief", "naar", "kent", "alarm"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
        max_size=6,
    ),
    pad=st.sampled_from(
        ["/zoek", "{a}/toewijzen", "{a}/notitie", "{a}/omleiden", "{a}/ontvankelijk", "{a}/niet-ontvankelijk"]
    ),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_stands_in_a_form(huis: Huis, velden: dict[str, str], pad: str) -> None:
    if not hasattr(huis, "_oefening"):
        huis._oefening = huis.aanvraag()
    velden.pop("stap", None) if velden.get("stap") == "verstuur" else None
    antwoord = await _vaste_bezoeker(huis).stuur(pad.format(a=f"/aanvraag/{huis._oefening}"), velden)
    assert antwoord.status < 500


async def test_a_form_in_an_unknown_alphabet(huis: Huis) -> None:
    bezoeker = huis.bezoeker(huis.an)
    for soort in ("application/x-www-form-urlencoded; charset=onzin", "application/x-www-form-urlencoded"):
        antwoord = await bezoeker.rauw(
            "POST", "/zoek", data=b"csrf=\xff\xfe&zoek=%ff%fe", headers={"Content-Type": soort}
        )
        assert antwoord.status in {400, 403}


def _vaste_bezoeker(huis: Huis) -> Bezoeker:
    """One browser for all the examples of a property."""
    if not hasattr(huis, "_vast") or huis.bureau.toegang.sessie(huis._vast.token, huis.klok.nu) is None:
        huis._vast = huis.bezoeker(huis.an)
    huis._vast.csrf = huis.bureau.toegang.csrf(huis._vast.token)
    return huis._vast


# ── the operator, and figures ────────────────────────────────────────────────────────────────────────


async def test_the_operator_sees_accounts_and_no_aanvragen(huis: Huis) -> None:
    bezoeker = huis.bezoeker(huis.dirk)
    assert (await bezoeker.haal("")).naar == "/loket/alarmen"
    assert (await bezoeker.haal("/alarmen")).status == 200
    tekst = (await bezoeker.haal("/accounts")).tekst
    assert "leidinggevende" in tekst
    assert "argon2" not in tekst


async def test_alarms_come_in_groups_and_are_seen_one_by_one_or_together(huis: Huis) -> None:
    postbus = huis.kantoor.postbus
    nummers = [huis.aanvraag() for _ in range(3)]
    for nummer in nummers:
        postbus.alarm("bounce-5.1.1-loket", huis.klok.nu, nummer=nummer)
    bezoeker = huis.bezoeker(huis.dirk)
    tekst = (await bezoeker.haal("/alarmen")).tekst
    assert "Een mail kwam terug" in tekst
    assert all(nummer in tekst for nummer in nummers)
    eerste = postbus.alarmen()[0]
    assert (await bezoeker.stuur("/alarmen/gezien", {"alarm": str(eerste.id)})).status == 303
    assert len(postbus.alarmen()) == 2
    assert (await bezoeker.stuur("/alarmen/gezien", {"code": "bounce-5.1.1-loket"})).status == 303
    assert postbus.alarmen() == []
    for fout in ({"alarm": str(eerste.id)}, {"alarm": "x"}, {"code": "onzin"}, {}):
        assert (await bezoeker.stuur("/alarmen/gezien", fout)).status == 400


async def test_the_operator_has_everything_since_a_moment_sent_again_after_counting(huis: Huis) -> None:
    bezoeker = huis.bezoeker(huis.dirk)
    nu = huis.klok.nu.astimezone(BRUSSEL).replace(tzinfo=None)
    assert "datetime-local" in (await bezoeker.haal("/herspeel")).tekst
    for fout in ("", "gisteren", "2026-11-21", "9999-12-31T23:59", "2026-11-21T14:00+02:00"):
        antwoord = await bezoeker.stuur("/herspeel", {"sinds": fout, "stap": "stuur"})
        assert antwoord.status == 400
        assert "Kies een" in antwoord.tekst
    while post := huis.kantoor.postbus.claim(huis.klok.nu, timedelta(seconds=20)):
        huis.kantoor.postbus.verzonden(post, huis.klok.nu)
    huis.klok.vooruit(minutes=20)
    nummer = huis.aanvraag(regio=Regio.ANTWERPEN)
    wachtend = {regel.nummer for regel in huis.kantoor.postbus.regels()}
    assert wachtend == {nummer}
    geleden = {"sinds": f"{nu + timedelta(minutes=1):%Y-%m-%dT%H:%M}"}
    assert "niets om opnieuw te sturen" in (await bezoeker.stuur("/herspeel", geleden)).tekst
    post = huis.kantoor.postbus.claim(huis.klok.nu, timedelta(seconds=20))
    assert post is not None
    huis.kantoor.postbus.verzonden(post, huis.klok.nu)
    antwoord = await bezoeker.stuur("/herspeel", geleden)
    assert "1 aanvraag vertrekt opnieuw" in antwoord.tekst
    assert nummer not in antwoord.tekst
    assert huis.kantoor.postbus.regels() == [], "counting sends nothing"
    antwoord = await bezoeker.stuur("/herspeel", geleden | {"stap": "stuur"})
    assert antwoord.naar == "/loket/alarmen?gedaan=herspeeld"
    assert {regel.nummer for regel in huis.kantoor.postbus.regels()} == {nummer}
    assert next(iter(huis.kantoor.audit.regels())).wat == "herspeeld"


async def test_what_people_found_clear_stands_by_topic_unclear_first(huis: Huis) -> None:
    bezoeker = huis.bezoeker(huis.dirk)
    assert "Nog te weinig mensen" in (await bezoeker.haal("/cijfers")).tekst
    huis.duidelijk = [
        Duidelijkheid("kost", 9, 1),
        Duidelijkheid("werkplan", 2, 7),
        Duidelijkheid("wie_leest_dit", 1, 1),
        Duidelijkheid("vreemd <b>", 2, 2),
    ]
    tekst = (await bezoeker.haal("/cijfers?jaar=2026")).tekst
    volgorde = [tekst.index(naam) for naam in ("Wat is een werkplan?", "Wat kost het?", "Andere uitleg")]
    assert volgorde == sorted(volgorde)
    assert "vreemd" not in tekst, "few answers stand together"


async def test_figures_as_files(huis: Huis) -> None:
    for instrument in Instrument:
        huis.aanvraag(soort=maak_aanvraag().soort.__class__(instrument.value))
    bezoeker = huis.bezoeker(huis.dirk)
    antwoord = await bezoeker.haal("/cijfers/uitvoer.csv?jaar=2026")
    assert antwoord.koppen["Content-Disposition"] == 'attachment; filename="cijfers-2026.csv"'
    rijen = list(csv.reader(io.StringIO(antwoord.lijf.decode("utf-8-sig")), delimiter=";"))
    assert rijen[0] == ["jaar", "tabel", "rij", "cliëntoverleg", "bemiddeling", "samen"]
    assert all(len(rij) == 6 for rij in rijen)
    assert any(rij[1:3] == ["Per regio", "Antwerpen"] for rij in rijen)
    boek = zipfile.ZipFile(io.BytesIO((await bezoeker.haal("/cijfers/uitvoer.xlsx")).lijf))
    assert "xl/worksheets/sheet1.xml" in boek.namelist()
    assert b"<f>" not in boek.read("xl/worksheets/sheet1.xml")
