"""The worker with the local mailbox: what the mails say, what the PDF says, and what they keep quiet."""

from __future__ import annotations

import asyncio
import io
import logging
import re
import threading
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import BooleanObject, DictionaryObject
from sqlalchemy import update

import loket.mail.opmaak
import loket.mail.pdf
from loket.domain.aanvraag import Aanvraag, Onderdeel, Regel
from loket.domain.begrippen import Aanvraagsoort
from loket.kantoor import Kantoor
from loket.mail.aflevering import AfleverFout, PostvakAflevering, bestandsnaam
from loket.mail.pdf import PdfFout, maak_pdf
from loket.mail.postbus import Post
from loket.mail.postvak import Bericht, OnbekendBericht, Postvak
from loket.mail.tekst import VERVANGER, een_regel, tekenbaar, toonbaar
from loket.mail.werker import PostWerker
from loket.store.database import RegisterVol
from loket.store.register import Dossier
from loket.store.tabellen import AanvraagRij
from tests.opslag import op_schijf

from .hulp import NU, Klok, aanvragen, maak_aanvraag, open_kantoor


async def verstuur(kantoor: Kantoor, aanvraag: Aanvraag, klok: Klok | None = None) -> dict[str, Bericht]:
    """Record it, mail it, and give the mails by recipient."""
    kantoor.register.neem_op(aanvraag, NU)
    await PostWerker(kantoor, nu=klok or Klok()).leeg()
    postvak = Postvak(kantoor.instellingen.postvak)
    return {kop.aan: postvak.bericht(kop.sleutel) for kop in postvak.berichten()}


def dossier(tekst: str) -> Dossier:
    return Dossier("AV-2026-000042-J", NU, NU.date() + timedelta(days=365), maak_aanvraag(tekst))


def pdf_tekst(pdf: bytes) -> str:
    """The text of all pages, on one line, without the places where words may break."""
    tekst = " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", tekst.replace("\u200b", ""))


@pytest.mark.parametrize(
    ("anders", "adres", "onderwerp"),
    [
        ({}, "bemiddeling@antwerpen.test", "Aanvraag AV-2026-000001-P: bemiddeling, regio Antwerpen"),
        (
            {"soort": Aanvraagsoort.CLIENTOVERLEG},
            "clientoverleg@antwerpen.test",
            "Aanvraag AV-2026-000001-P: cliëntoverleg, regio Antwerpen",
        ),
        (
            {"regio": None},
            "bemiddeling@wachtrij.test",
            "Aanvraag AV-2026-000001-P: bemiddeling, regio nog niet bekend",
        ),
        (
            {"soort": Aanvraagsoort.LIDMAATSCHAP, "regio": None},
            "lidmaatschap@clientenforum.test",
            "Aanvraag AV-2026-000001-P: lidmaatschap Cliëntenforum",
        ),
    ],
)
async def test_to_the_right_address(
    kantoor: Kantoor, anders: dict[str, object], adres: str, onderwerp: str
) -> None:
    post = await verstuur(kantoor, maak_aanvraag(**anders))
    assert {aan: bericht.kop.onderwerp for aan, bericht in post.items()} == {adres: onderwerp}


async def test_the_mail_to_the_loket(kantoor: Kantoor) -> None:
    tekst = "Ruzie <b>thuis</b> & {{ 7*7 }} #set text(red) 'é' 😀\nTweede regel"
    bericht = (await verstuur(kantoor, maak_aanvraag(tekst)))["bemiddeling@antwerpen.test"]
    assert "Ruzie <b>thuis</b> & {{ 7*7 }} #set text(red) 'é' 😀\n  Tweede regel" in bericht.tekst
    assert (
        "Ruzie &lt;b&gt;thuis&lt;/b&gt; &amp; {{ 7*7 }} #set text(red) &#39;é&#39; 😀\nTweede" in bericht.html
    )
    for deel in (bericht.tekst, bericht.html):
        assert deel.lower().index("eerst lezen") < deel.index("Mijn stiefvader") < deel.index("Wat er speelt")
        assert "korte aanvraag" in deel
        assert "pdf ontbreekt" not in deel
    assert '<html lang="nl">' in bericht.html
    [pdf] = bericht.bijlagen
    assert (pdf.naam, pdf.soort) == ("aanvraag-AV-2026-000001-P.pdf", "application/pdf")
    assert "Ruzie <b>thuis</b> & {{ 7*7 }} #set text(red) 'é'" in pdf_tekst(pdf.inhoud)


async def test_a_membership_request_belongs_to_no_region_and_no_loket(kantoor: Kantoor) -> None:
    post = await verstuur(
        kantoor,
        maak_aanvraag(soort=Aanvraagsoort.LIDMAATSCHAP, regio=None, bevestiging_naar="iemand@voorbeeld.test"),
    )
    naar_forum = post["lidmaatschap@clientenforum.test"]
    assert naar_forum.tekst.startswith("Er is een nieuwe aanvraag: lidmaatschap Cliëntenforum.")
    for deel in (naar_forum.tekst, naar_forum.html, pdf_tekst(naar_forum.bijlagen[0].inhoud)):
        assert "Regio" not in deel
        assert "geen loket" not in deel
    bevestiging = post["iemand@voorbeeld.test"]
    for deel in (bevestiging.tekst, bevestiging.html):
        assert "lidmaatschap@clientenforum.test" in deel, "it has no phone number, so write"
        assert "Bel" not in deel


async def test_an_address_with_letters_outside_ascii(kantoor: Kantoor) -> None:
    post = await verstuur(kantoor, maak_aanvraag(bevestiging_naar="josé@voorbeeld.test"))
    assert len(post) == 2
    assert kantoor.postbus.alarmen() == []


async def test_the_confirmation_gives_nothing_away(kantoor: Kantoor) -> None:
    aanvraag = maak_aanvraag("kanarie", bevestiging_naar="iemand@voorbeeld.test")
    bericht = (await verstuur(kantoor, aanvraag))["iemand@voorbeeld.test"]
    assert "AV-2026-000001-P" in bericht.tekst
    assert "03 240 61 66" in bericht.tekst
    assert "AV-2026-000001-P" in bericht.html
    assert bericht.bijlagen == ()
    ruw = (kantoor.instellingen.postvak / "new" / bericht.kop.sleutel).read_text()
    alles = (ruw + bericht.tekst + bericht.html + bericht.kop.onderwerp + bericht.kop.van).lower()
    for woord in (
        "kanarie",
        "noor",
        "bemiddel",
        "cliënt",
        "client",
        "overleg",
        "jeugd",
        "hulp",
        "loket",
        "aanvraag",
        "provincie",
        "antwerpen",
        "stiefvader",
    ):
        assert woord not in alles, woord


def test_the_pdf_is_tagged_titled_and_dutch() -> None:
    lezer = PdfReader(io.BytesIO(maak_pdf(dossier("Ik wil hulp."))))
    wortel = lezer.trailer["/Root"]
    assert isinstance(wortel, DictionaryObject)
    assert wortel["/Lang"] == "nl-BE"
    assert wortel["/MarkInfo"]["/Marked"] == BooleanObject(True)
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"] == BooleanObject(True)
    assert lezer.metadata is not None
    assert lezer.metadata.title == "Aanvraag bemiddeling"
    assert b"pdfuaid:part" in wortel["/Metadata"].get_data()
    soorten: list[str] = []

    def loop(knoop: DictionaryObject) -> None:
        if "/S" in knoop:
            soorten.append(str(knoop["/S"]))
        kinderen = knoop.get("/K", [])
        for verwijzing in kinderen if isinstance(kinderen, list) else [kinderen]:
            kind = verwijzing.get_object()
            if isinstance(kind, DictionaryObject) and "/K" in kind:
                loop(kind)

    loop(wortel["/StructTreeRoot"])
    assert soorten.count("/H1") == 1
    assert soorten.count("/H2") == 3
    assert "/P" in soorten
    tekst = pdf_tekst(maak_pdf(dossier("Ik wil hulp.")))
    assert tekst.index("Eerst lezen: Veilig contact") < tekst.index("Mijn stiefvader")
    assert tekst.index("Mijn stiefvader") < tekst.index("Ik wil hulp.")


@pytest.mark.parametrize(
    "tekst",
    [
        "x" * 100_000,
        "".join(map(chr, range(0x20000))),  # every character of the first two planes
        "een twee " * 11_000,
        "😀👨‍👩‍👧‍👦🏳️‍🌈" * 50,
        "مرحبا بالعالم, אבג, Привет, Ελληνικά, 漢字",
        "\x00\x01\x1b[31m\u202ekwaad\u202c\ufffe\ud800",
        "regel\r\n\n\n\n\ttab \u2028 \x0b",
        '#import "/etc/passwd"; #panic() $x$ @y <l> `r` \\ \\u{41} */ // [a](b)',
        "",
        " \n \n",
        "a\u0301" * 500 + "\u200d" * 100,
    ],
)
def test_no_text_breaks_the_pdf(tekst: str) -> None:
    lezer = PdfReader(io.BytesIO(maak_pdf(dossier(tekst))))
    assert len(lezer.pages) >= 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(aanvragen, st.text(max_size=200))
def test_any_aanvraag_makes_a_pdf(aanvraag: Aanvraag, tekst: str) -> None:
    onderdelen = (*aanvraag.onderdelen, Onderdeel(tekst, (Regel(tekst, tekst),)))
    anders = Dossier(
        "AV-2026-000042-J", NU, NU.date(), maak_aanvraag(onderdelen=onderdelen, regio=aanvraag.regio)
    )
    assert maak_pdf(anders).startswith(b"%PDF-1.7")


def test_the_pdf_says_what_it_cannot_draw() -> None:
    tekst = pdf_tekst(maak_pdf(dossier("漢字 en Žluťoučký مرحبا")))
    assert VERVANGER * 2 in tekst
    assert "Žluťoučký" in tekst
    assert "kan 2 tekens niet tekenen" in tekst
    assert "niet tekenen" not in pdf_tekst(maak_pdf(dossier("gewoon")))


def test_the_same_dossier_gives_the_same_pdf() -> None:
    een = dossier("zelfde")
    assert maak_pdf(een) == maak_pdf(een)


@given(st.text())
def test_shown_text_holds_nothing_invisible(tekst: str) -> None:
    schoon = toonbaar(tekst)
    assert toonbaar(schoon) == schoon
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", schoon)
    assert "\n" not in een_regel(tekst)
    kan, _ = tekenbaar(tekst)
    assert all(len(woord) <= 40 for woord in re.split(r"[\s\u200b]", kan))


@pytest.mark.parametrize("sjabloon", ["#panic(sys.inputs.gegevens)", "= Kop\n#(", "= Zonder titel"])
def test_a_pdf_that_cannot_be_made_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sjabloon: str
) -> None:
    pad = tmp_path / "kapot.typ"
    pad.write_text(sjabloon)
    monkeypatch.setattr(loket.mail.pdf, "SJABLOON", pad)
    with pytest.raises(PdfFout) as fout:
        maak_pdf(dossier("kanarie"))
    assert str(fout.value) == "TypstError"
    assert fout.value.__cause__ is None
    assert fout.value.__context__ is None


@pytest.mark.parametrize(
    ("pers", "fout"),
    [
        ("import time\ntime.sleep(600)", "TimeoutExpired"),
        ("import os\nos.abort()", "drukpers"),
        ("print('kanarie is geen pdf')", "drukpers"),
    ],
)
def test_a_press_that_hangs_or_dies_is_no_more_than_a_missing_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pers: str, fout: str
) -> None:
    pad = tmp_path / "pers.py"
    pad.write_text(pers)
    monkeypatch.setattr(loket.mail.pdf, "DRUKPERS", pad)
    monkeypatch.setattr(loket.mail.pdf, "GEDULD", 0.5)
    with pytest.raises(PdfFout, match=f"^{fout}$"):
        maak_pdf(dossier("kanarie"))


async def test_without_a_pdf_the_mail_goes_all_the_same(
    kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(_dossier: Dossier) -> bytes:
        raise PdfFout("TypstError")

    monkeypatch.setattr(loket.mail.opmaak, "maak_pdf", stuk)
    bericht = (await verstuur(kantoor, maak_aanvraag("Ik wil hulp.")))["bemiddeling@antwerpen.test"]
    assert bericht.bijlagen == ()
    assert "De pdf ontbreekt" in bericht.tekst
    assert "De pdf ontbreekt" in bericht.html
    assert "Ik wil hulp." in bericht.tekst
    [alarm] = kantoor.postbus.alarmen()
    assert (alarm.code, alarm.nummer) == ("pdf", "AV-2026-000001-P")
    assert kantoor.postbus.toestand(NU).alarmen == 1
    assert kantoor.postbus.gezien(alarm.id, NU)
    assert not kantoor.postbus.gezien(alarm.id, NU)
    assert kantoor.postbus.toestand(NU).alarmen == 0


async def test_one_mail_that_cannot_be_made_does_not_stop_the_others(kantoor: Kantoor) -> None:
    kapot = maak_aanvraag()
    kantoor.register.neem_op(kapot, NU)
    with kantoor.database.schrijf() as sessie:
        sessie.execute(update(AanvraagRij).values(inhoud=b"\0"))
    post = await verstuur(kantoor, maak_aanvraag("Deze wel."))
    assert "Deze wel." in post["bemiddeling@antwerpen.test"].tekst
    [alarm] = kantoor.postbus.alarmen()
    assert alarm.code == "opmaak-VerkeerdeSleutel"
    assert kantoor.postbus.toestand(NU).wachtend == 1


async def test_the_worker_wakes_at_once_from_another_thread(kantoor: Kantoor) -> None:
    geleverd = asyncio.Event()
    echt = PostvakAflevering(kantoor.instellingen.postvak)

    class Meldend:
        async def lever(self, bericht: EmailMessage) -> None:
            await echt.lever(bericht)
            geleverd.set()

    stop = asyncio.Event()
    werker = PostWerker(kantoor, aflevering=Meldend())
    taak = asyncio.create_task(werker.draai(stop))
    draad = threading.Thread(target=kantoor.register.neem_op, args=(maak_aanvraag(), NU))
    draad.start()
    async with asyncio.timeout(30):
        await geleverd.wait()
        stop.set()
        await taak
    draad.join()
    assert kantoor.postbus.toestand(NU).wachtend == 0
    werker.seintje()  # after the end: harmless


async def test_two_workers_do_not_send_the_same(kantoor: Kantoor) -> None:
    aanvraag = maak_aanvraag()
    kantoor.register.neem_op(aanvraag, NU)
    eerste = kantoor.postbus.claim(NU, timedelta(minutes=5))
    assert eerste is not None
    assert kantoor.postbus.claim(NU, timedelta(minutes=5)) is None
    tweede = kantoor.postbus.claim(NU + timedelta(minutes=5), timedelta(minutes=5))
    assert tweede is not None
    assert tweede.message_id == eerste.message_id
    # the first one, late, may not undo the claim of the second
    assert not kantoor.postbus.mislukt(eerste, NU, "te laat", blijvend=True)
    kantoor.postbus.geef_vrij(eerste)
    assert kantoor.postbus.claim(NU + timedelta(minutes=6), timedelta(minutes=5)) is None
    kantoor.postbus.verzonden(eerste, NU)  # it did leave
    assert not kantoor.postbus.mislukt(tweede, NU, "later", blijvend=True)
    assert kantoor.postbus.toestand(NU).wachtend == 0


async def test_two_workers_at_work(kantoor: Kantoor) -> None:
    """Two workers share an outbox: each mail leaves once, and both stop when asked."""
    geleverd: list[str] = []
    stop = asyncio.Event()

    class Tellend:
        async def lever(self, bericht: EmailMessage) -> None:
            geleverd.append(str(bericht["Message-ID"]))
            await asyncio.sleep(0)
            if len(geleverd) >= 12:
                stop.set()

    for _ in range(12):
        kantoor.register.neem_op(maak_aanvraag(), NU)
    werkers = [PostWerker(kantoor, aflevering=Tellend()) for _ in range(2)]
    async with asyncio.timeout(60):
        await asyncio.gather(*(werker.draai(stop) for werker in werkers))
    assert len(geleverd) == len(set(geleverd)) == 12
    assert kantoor.postbus.toestand(NU).wachtend == 0


async def test_cancelled_in_flight_the_mail_is_given_back(kantoor: Kantoor) -> None:
    onderweg = asyncio.Event()

    class Hangend:
        async def lever(self, bericht: EmailMessage) -> None:
            onderweg.set()
            await asyncio.Event().wait()

    kantoor.register.neem_op(maak_aanvraag(), NU)
    taak = asyncio.create_task(PostWerker(kantoor, aflevering=Hangend()).draai(asyncio.Event()))
    async with asyncio.timeout(30):
        await onderweg.wait()
        taak.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taak
    assert kantoor.postbus.claim(NU, timedelta(minutes=1)) is not None


@pytest.mark.parametrize("fout", [RegisterVol("SQLITE_FULL"), ZeroDivisionError("kanarie")])
async def test_a_worker_outlives_errors(
    kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fout: Exception
) -> None:
    stop = asyncio.Event()
    fouten = [fout, fout]
    echte_claim = kantoor.postbus.claim

    def claim(nu: datetime, lease: timedelta) -> Post | None:
        if fouten:
            raise fouten.pop()
        return echte_claim(nu, lease)

    class Stoppend:
        async def lever(self, bericht: EmailMessage) -> None:
            stop.set()

    monkeypatch.setattr(kantoor.postbus, "claim", claim)
    kantoor.register.neem_op(maak_aanvraag(), NU)
    werker = PostWerker(kantoor, aflevering=Stoppend(), kijk_elke=timedelta(seconds=0.01))
    async with asyncio.timeout(30):
        await werker.draai(stop)
    assert kantoor.postbus.toestand(NU).wachtend == 0
    assert caplog.text.count("de postbus hapert") == 2
    assert "kanarie" not in caplog.text


async def test_the_beheerder_reads_numbers_and_codes(tmp_path: Path) -> None:
    class Weigert:
        async def lever(self, bericht: EmailMessage) -> None:
            raise AfleverFout("smtp-550-RecipientRefused", blijvend=True)

    kantoor = open_kantoor(tmp_path, beheerder_email="beheer@voorbeeld.test")
    kantoor.register.neem_op(maak_aanvraag("kanarie"), NU)
    assert await PostWerker(kantoor, aflevering=Weigert(), nu=Klok()).leeg() == 2
    klok = Klok(NU + timedelta(minutes=1))
    post = await verstuur(kantoor, maak_aanvraag(), klok)
    klok.vooruit(hours=8)
    await PostWerker(kantoor, nu=klok).leeg()
    [kop] = [kop for kop in Postvak(kantoor.instellingen.postvak).berichten() if "beheer" in kop.aan]
    bericht = Postvak(kantoor.instellingen.postvak).bericht(kop.sleutel)
    assert "beheer@voorbeeld.test" not in post  # it waits as long as the others
    assert "alarm" in bericht.kop.onderwerp
    for deel in (bericht.tekst, bericht.html):
        assert "python -m loket alarmen" in deel
        assert "kanarie" not in deel
    assert kantoor.postbus.toestand(klok.nu).alarmen == 0
    kantoor.sluit()


async def test_mails_are_in_short_sentences(kantoor: Kantoor) -> None:
    """At most 20 words a sentence, 12 on average, in what we write ourselves."""
    post = await verstuur(
        kantoor, maak_aanvraag(regio=None, onderdelen=(), bevestiging_naar="iemand@voorbeeld.test")
    )
    assert len(post) == 2
    for bericht in post.values():
        zinnen = [zin.split() for zin in re.split(r"(?<=[.?!:])\s|\n", bericht.tekst) if zin.strip("- ")]
        assert max(map(len, zinnen)) <= 20
        assert sum(map(len, zinnen)) / len(zinnen) <= 12


async def test_a_mailbox_that_cannot_be_written_loses_nothing(tmp_path: Path) -> None:
    kantoor = open_kantoor(tmp_path)
    klok = Klok()
    kantoor.instellingen.postvak.write_text("in de weg")
    kantoor.register.neem_op(maak_aanvraag(), NU)
    await PostWerker(kantoor, nu=klok).leeg()
    [regel] = kantoor.postbus.regels()
    assert (regel.pogingen, regel.laatste_fout) == (1, "postvak-FileExistsError")
    kantoor.instellingen.postvak.unlink()
    klok.vooruit(minutes=1)
    await PostWerker(kantoor, nu=klok).leeg()
    assert len(Postvak(kantoor.instellingen.postvak).berichten()) == 1
    kantoor.sluit()


async def test_a_mail_that_takes_too_long_is_a_failed_attempt(tmp_path: Path) -> None:
    class Traag:
        async def lever(self, bericht: EmailMessage) -> None:
            await asyncio.Event().wait()

    kantoor = open_kantoor(tmp_path, smtp_wachttijd_seconden=0.01)
    kantoor.register.neem_op(maak_aanvraag(), NU)
    await PostWerker(kantoor, aflevering=Traag(), nu=Klok()).leeg()
    [regel] = kantoor.postbus.regels()
    assert (regel.pogingen, regel.laatste_fout) == (1, "te-traag")
    kantoor.sluit()


async def test_an_unknown_failure_is_a_failure_and_no_more(kantoor: Kantoor) -> None:
    class Stuk:
        async def lever(self, bericht: object) -> None:
            raise ZeroDivisionError("kanarie")

    kantoor.register.neem_op(maak_aanvraag(), NU)
    await PostWerker(kantoor, aflevering=Stuk(), nu=Klok()).leeg()
    [regel] = kantoor.postbus.regels()
    assert regel.laatste_fout == "onverwacht-ZeroDivisionError"


async def test_no_log_line_and_no_file_name_holds_what_was_typed(
    kantoor: Kantoor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    kanarie = "kanarie7319"
    aanvraag = maak_aanvraag(kanarie, bevestiging_naar=f"{kanarie}@voorbeeld.test")

    class Weigert:
        async def lever(self, bericht: object) -> None:
            raise AfleverFout("smtp-550-RecipientRefused", blijvend=True)

    klok = Klok()
    kantoor.register.neem_op(aanvraag, NU)
    await PostWerker(kantoor, aflevering=Weigert(), nu=klok).leeg()
    klok.vooruit(days=1)
    await verstuur(kantoor, aanvraag, klok)
    assert "alarm" in caplog.text
    assert "verzonden" in caplog.text
    assert kanarie not in caplog.text
    namen = [str(pad) for pad in kantoor.instellingen.datamap.rglob("*")]
    assert any("postvak/new/" in naam for naam in namen)
    assert not [naam for naam in namen if kanarie in naam]
    assert kanarie not in " ".join(map(repr, kantoor.postbus.regels(ook_verzonden=True)))
    assert kanarie not in " ".join(map(repr, kantoor.postbus.alarmen(ook_oude=True)))
    postvak = {pad.name for pad in kantoor.instellingen.postvak.rglob("*")}  # where mail is readable
    for naam, inhoud in op_schijf(kantoor.instellingen.datamap):
        assert naam in postvak or kanarie.encode() not in inhoud


@pytest.mark.parametrize(
    "sleutel",
    ["", "..", "../../loket.sqlite3", "/etc/passwd", "A" * 32, "a" * 31, "a" * 33, "a" * 32, "a" * 32 + "\n"],
)
async def test_a_key_never_becomes_a_path(kantoor: Kantoor, sleutel: str) -> None:
    await verstuur(kantoor, maak_aanvraag())
    with pytest.raises(OnbekendBericht):
        Postvak(kantoor.instellingen.postvak).bericht(sleutel)


async def test_the_mailbox_lists_the_newest_first(kantoor: Kantoor) -> None:
    postvak = Postvak(kantoor.instellingen.postvak)
    assert postvak.berichten() == []
    for uren in (1, 3, 2):
        kantoor.register.neem_op(maak_aanvraag(), NU + timedelta(hours=uren))
    await PostWerker(kantoor, nu=Klok(NU + timedelta(hours=4))).leeg()
    koppen = postvak.berichten()
    assert [kop.datum for kop in koppen] == [NU + timedelta(hours=uren) for uren in (3, 2, 1)]
    gelezen = kantoor.instellingen.postvak / "new" / koppen[0].sleutel
    gelezen.rename(kantoor.instellingen.postvak / "cur" / f"{koppen[0].sleutel}:2,S")
    assert postvak.berichten() == koppen
    assert postvak.bericht(koppen[0].sleutel).kop == koppen[0]
    assert bestandsnaam(postvak.bericht(koppen[0].sleutel).message_id) == koppen[0].sleutel


async def test_sending_again_when_asked(kantoor: Kantoor) -> None:
    aanvraag = maak_aanvraag()
    nummer = kantoor.register.neem_op(aanvraag, NU).nummer
    assert kantoor.postbus.stuur_opnieuw(nummer, NU) == 1
    assert len(kantoor.postbus.regels()) == 1  # it had not left yet: the same mail, sooner
    await PostWerker(kantoor, nu=Klok()).leeg()
    assert kantoor.postbus.stuur_opnieuw(nummer, NU) == 1
    await PostWerker(kantoor, nu=Klok()).leeg()
    assert len(Postvak(kantoor.instellingen.postvak).berichten()) == 2
