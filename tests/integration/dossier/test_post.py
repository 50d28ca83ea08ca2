"""The mails about a dossier through the real outbox: to whom, with what in it, and what never is."""

from __future__ import annotations

import email
import mailbox
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pysequoia
import pytest
import yaml
from pysequoia import Tsk

from loket.contacten import ContactenFout, laad_loketten
from loket.domain.begrippen import Regio
from loket.domain.dossier.toestand import Staat, WachtOp, Wat
from loket.domain.dossier.veilig import Kanaal
from loket.kantoor import Kantoor
from loket.mail.opmaak import LINKPAD
from loket.mail.postvak import Bericht, Postvak
from loket.mail.terugpostbus import lees_maildir
from loket.mail.werker import PostWerker
from tests.integration.kantoor.hulp import maak_contacten, open_kantoor

from .hulp import BEMIDDELAAR, MAANDAG, VRIJ, aanvraag, antwoord, medewerker, neem_op

BRIEF = "Dag Noor,\n\nHet kan niet, om een goede reden.\n\nGroeten"


async def verstuur(kantoor: Kantoor, nu: datetime = MAANDAG) -> list[Bericht]:
    """Send what is due; every mail that is in the mailbox, by subject."""
    await PostWerker(kantoor, nu=lambda: nu).leeg()
    postvak = Postvak(kantoor.instellingen.postvak)
    berichten = [postvak.bericht(kop.sleutel) for kop in postvak.berichten()]
    return sorted(berichten, key=lambda bericht: bericht.kop.onderwerp)


def aan(berichten: list[Bericht], adres: str) -> list[Bericht]:
    return [bericht for bericht in berichten if bericht.kop.aan == adres]


async def test_the_loket_gets_a_link_that_works_for_a_while(kantoor: Kantoor) -> None:
    nummer = neem_op(kantoor)
    (bericht,) = aan(await verstuur(kantoor), "bemiddeling@antwerpen.test")
    sleutel = bericht.tekst.partition(LINKPAD)[2].split()[0]
    assert sleutel in bericht.html
    merker = kantoor.archief.merker
    assert merker.lees_link(sleutel, MAANDAG + timedelta(days=30)) == nummer
    assert merker.lees_link(sleutel, MAANDAG + timedelta(days=31)) is None
    for kapot in (sleutel[:-2], "A" + sleutel[1:], "", "é", sleutel * 5):
        assert merker.lees_link(kapot, MAANDAG) is None


async def test_a_loket_may_want_only_the_notice(tmp_path: Path) -> None:
    _zet_loket(tmp_path, inhoud="melding")
    kantoor = open_kantoor(tmp_path, contactenmap=tmp_path / "contacten2")
    neem_op(kantoor, antwoorden={"verhaal": antwoord("kanarie")})
    (bericht,) = aan(await verstuur(kantoor), "bemiddeling@antwerpen.test")
    assert bericht.bijlagen == ()
    assert LINKPAD in bericht.tekst
    assert "begeleider" not in bericht.tekst + bericht.html
    kantoor.sluit()


async def test_a_loket_with_a_key_gets_it_encrypted(tmp_path: Path) -> None:
    geheim = Tsk.generate("loket@voorbeeld.test")
    _zet_loket(tmp_path, openpgp=str(geheim.extract_certificate()))
    kantoor = open_kantoor(tmp_path, contactenmap=tmp_path / "contacten2")
    neem_op(kantoor)
    await verstuur(kantoor)
    bus = mailbox.Maildir(kantoor.instellingen.postvak, factory=None)
    (bericht,) = [b for b in bus if b.get_content_type() == "multipart/encrypted"]
    versie, inhoud = bericht.get_payload()
    assert versie.get_content_type() == "application/pgp-encrypted"
    assert "begeleider" not in bericht.as_string()
    open_ = pysequoia.decrypt(inhoud.get_payload().encode(), decryptor=geheim.decryptor()).bytes
    assert open_ is not None
    binnen = email.message_from_bytes(bytes(open_), policy=default)
    assert isinstance(binnen, EmailMessage)
    tekst = binnen.get_body(("plain",))
    assert tekst is not None
    assert "Ik heb ruzie met mijn begeleider." in tekst.get_content()
    (pdf,) = binnen.iter_attachments()
    assert bytes(pdf.get_payload(decode=True)).startswith(b"%PDF")
    kantoor.sluit()


def test_a_key_that_is_none_stops_the_start(tmp_path: Path) -> None:
    _zet_loket(tmp_path, openpgp="-----BEGIN PGP PUBLIC KEY BLOCK-----\nx\n")
    with pytest.raises(ContactenFout, match="OpenPGP"):
        laad_loketten(tmp_path / "contacten2" / "loketten.yml")


def _zet_loket(pad: Path, **instellingen: str) -> None:
    maak_contacten(pad / "contacten2")
    bestand = pad / "contacten2" / "loketten.yml"
    inhoud = yaml.safe_load(bestand.read_text())
    inhoud["loketten"]["antwerpen"] |= instellingen
    bestand.write_text(yaml.safe_dump(inhoud))


async def test_the_voorzitter_gets_what_is_needed_and_nothing_more(kantoor: Kantoor) -> None:
    nummer = neem_op(
        kantoor,
        antwoorden={
            "wanneer": antwoord("Bel na vier uur"),
            "conflict_over": antwoord("Over de uren thuis."),
            "hulp_in_gedrang": antwoord("Ja, kanarie-advies", "ja"),
        },
    )
    wie = medewerker()
    kantoor.dossiers.noteer(wie, nummer, "kanarie-notitie", MAANDAG)
    kantoor.dossiers.verklaar_ontvankelijk(wie, nummer, BEMIDDELAAR, VRIJ, MAANDAG)
    berichten = await verstuur(kantoor)
    (bericht,) = aan(berichten, BEMIDDELAAR.email)
    assert "EERST LEZEN" in bericht.tekst
    assert bericht.tekst.index("Bel na vier uur") < bericht.tekst.index("Over de uren thuis.")
    assert "kanarie" not in bericht.tekst + bericht.html
    brief = next(b for b in aan(berichten, "iemand@voorbeeld.test") if "bericht voor jou" in b.kop.onderwerp)
    assert "je aanvraag gaat door" in brief.tekst


async def test_a_parent_who_reads_along_finds_nothing(kantoor: Kantoor) -> None:
    """Someone must not know: the mail holds neither content nor code, and its headers say nothing."""
    geheim = {"wie_niet": antwoord("Mijn vader")}
    vraag, brief = neem_op(kantoor, antwoorden=geheim), neem_op(kantoor, antwoorden=geheim)
    wie = medewerker()
    assert kantoor.dossiers.vraag_meer(wie, vraag, "kanarie?", MAANDAG).kanaal is Kanaal.MAIL_KORT
    kantoor.dossiers.verklaar_niet_ontvankelijk(wie, brief, BRIEF, [], MAANDAG)
    code = kantoor.dossiers.open(wie, vraag, MAANDAG).vraagcode
    assert code is not None
    post = [
        b
        for b in aan(await verstuur(kantoor), "iemand@voorbeeld.test")
        if "aangekomen" not in b.kop.onderwerp
    ]
    assert len(post) == 2
    for bericht in post:
        alles = bericht.tekst + bericht.html + bericht.kop.onderwerp + bericht.kop.van
        for woord in ("kanarie", code, "goede reden", "emiddeling", "loket", "ontvankelijk", vraag, brief):
            assert woord not in alles.replace("assistent.test", "")


async def test_without_a_safe_address_nothing_is_mailed_to_the_asker(kantoor: Kantoor) -> None:
    wie = medewerker()
    vraag, brief = neem_op(kantoor, mail=None), neem_op(kantoor, mail=None)
    uit = kantoor.dossiers.vraag_meer(wie, vraag, "Met wie?", MAANDAG)
    assert (uit.kanaal, bool(uit.code)) == (Kanaal.ZELF, True)
    kantoor.dossiers.verklaar_niet_ontvankelijk(wie, brief, BRIEF, [], MAANDAG)
    assert {b.kop.aan for b in await verstuur(kantoor)} == {"bemiddeling@antwerpen.test"}


async def test_sent_on_to_another_loket_both_hear_it(kantoor: Kantoor) -> None:
    nummer = neem_op(kantoor)
    await verstuur(kantoor)
    kantoor.dossiers.leid_om(medewerker(), nummer, Regio.LIMBURG, "Ze woont in Genk.", MAANDAG)
    berichten = await verstuur(kantoor)
    (nieuw,) = aan(berichten, "bemiddeling@limburg.test")
    assert "Ze woont in Genk." in nieuw.tekst
    assert "Limburg" in nieuw.kop.onderwerp
    oud = [b for b in aan(berichten, "bemiddeling@antwerpen.test") if "ander loket" in b.kop.onderwerp]
    assert len(oud) == 1
    assert LINKPAD not in oud[0].tekst


async def test_withdrawn_stops_what_did_not_leave(kantoor: Kantoor) -> None:
    stil = kantoor.register.neem_op(aanvraag(), MAANDAG)
    kantoor.vrager.trek_in(stil.nummer, stil.volgcode, MAANDAG)
    assert await verstuur(kantoor) == [], "the loket never had it"
    bekend = kantoor.register.neem_op(aanvraag(), MAANDAG)
    await verstuur(kantoor)
    kantoor.dossiers.vraag_meer(medewerker(), bekend.nummer, "Met wie?", MAANDAG)
    kantoor.vrager.trek_in(bekend.nummer, bekend.volgcode, MAANDAG)
    onderwerpen = [b.kop.onderwerp for b in await verstuur(kantoor)]
    assert f"Aanvraag {bekend.nummer} is ingetrokken" in onderwerpen
    assert "Er is een bericht voor jou" not in onderwerpen


# ── what comes back ──────────────────────────────────────────────────────────────────────────────

DSN = """Return-Path: <>
From: MAILER-DAEMON@mx.voorbeeld.test
To: bericht@assistent.test
Subject: Undelivered
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="g"

--g
Content-Type: text/plain

Sorry.
--g
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.voorbeeld.test

Final-Recipient: rfc822; iemand@voorbeeld.test
Action: {actie}
Status: {status}

--g
Content-Type: text/rfc822-headers

Subject: Er is een bericht voor jou
Message-ID: {message_id}

--g--
"""


async def test_a_letter_that_bounces_waits_on_the_loket_again(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor), medewerker()
    kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, BRIEF, [], MAANDAG)
    (brief,) = [b for b in await verstuur(kantoor) if "bericht voor jou" in b.kop.onderwerp]
    uitstel = DSN.format(actie="delayed", status="4.4.1", message_id=brief.message_id)
    assert kantoor.terugpost.verwerk(uitstel.encode(), MAANDAG)
    assert kantoor.dossiers.open(wie, nummer, MAANDAG).toestand.wacht_op is WachtOp.NIEMAND
    bounce = DSN.format(actie="failed", status="5.1.1", message_id=brief.message_id).encode()
    for _ in range(2):
        assert kantoor.terugpost.verwerk(bounce, MAANDAG)
    (rij,) = kantoor.dossiers.lijst(wie, nu=MAANDAG).rijen
    assert (rij.staat, rij.wacht_op, rij.wat) == (Staat.NIET_ONTVANKELIJK, WachtOp.LOKET, Wat.TERUGGEKOMEN)
    assert [alarm.code for alarm in kantoor.postbus.alarmen()] == ["bounce-5.1.1-brief"]
    kantoor.dossiers.stuur_opnieuw(wie, nummer, MAANDAG + timedelta(hours=1))
    assert kantoor.dossiers.lijst(wie, nu=MAANDAG).rijen[0].wacht_op is WachtOp.NIEMAND
    assert (
        len(
            [
                b
                for b in await verstuur(kantoor, MAANDAG + timedelta(hours=2))
                if "voor jou" in b.kop.onderwerp
            ]
        )
        == 2
    )


@pytest.mark.parametrize(
    ("kop", "klaar"),
    [
        ("Auto-Submitted: auto-replied", True),
        ("Auto-Submitted: auto-replied (vacation)", True),
        ("Precedence: bulk", True),
        ("X-Autoreply: yes", True),
        ("Auto-Submitted: no", False),
        ("X-Iets: anders", False),
    ],
)
def test_answering_machines_are_no_bounces_and_people_are_left_to_people(
    kantoor: Kantoor, kop: str, klaar: bool
) -> None:
    """RFC 3834: what answers by itself says nothing about delivery, whatever numbers are in its text."""
    neem_op(kantoor)
    mail = f"From: iemand@voorbeeld.test\n{kop}\nSubject: Re\n\nIk ben er niet tot 5.1.1.\n"
    assert kantoor.terugpost.verwerk(mail.encode(), MAANDAG) is klaar
    assert [a.code for a in kantoor.postbus.alarmen()] == ([] if klaar else ["mail-van-een-mens"])


async def test_a_maildir_is_read_once(kantoor: Kantoor) -> None:
    neem_op(kantoor)
    (bericht,) = aan(await verstuur(kantoor), "bemiddeling@antwerpen.test")
    pad = kantoor.instellingen.datamap / "terugpost"
    bus = mailbox.Maildir(pad)
    bus.add(DSN.format(actie="failed", status="5.2.2", message_id=bericht.message_id))
    bus.add("From: moeder@voorbeeld.test\nSubject: Wat is dit\n\nWie bent u?\n")
    assert lees_maildir(pad, kantoor.terugpost, MAANDAG) == 2
    assert lees_maildir(pad, kantoor.terugpost, MAANDAG) == 0
    assert sorted(b.get_flags() for b in mailbox.Maildir(pad)) == ["", "S"]
    assert sorted(a.code for a in kantoor.postbus.alarmen()) == ["bounce-5.2.2-loket", "mail-van-een-mens"]


# ── watching ─────────────────────────────────────────────────────────────────────────────────────


async def test_not_opened_reminds_then_escalates(kantoor: Kantoor) -> None:
    """Two working days each, on Belgian days: Monday, then the end of Wednesday, then of Friday."""
    nummer = neem_op(kantoor)
    stil = (timedelta(days=2, hours=13), timedelta(days=2, hours=15), timedelta(days=4, hours=13))
    assert kantoor.bewaking.ronde(MAANDAG + stil[0]).herinnerd == 0
    assert kantoor.bewaking.ronde(MAANDAG + stil[1]).herinnerd == 1
    assert kantoor.bewaking.ronde(MAANDAG + stil[2]).geescaleerd == 0
    laat = MAANDAG + timedelta(days=4, hours=15)
    assert kantoor.bewaking.ronde(laat).geescaleerd == 1
    assert kantoor.bewaking.ronde(laat + timedelta(days=30)) == kantoor.bewaking.ronde(
        laat + timedelta(days=60)
    )
    onderwerpen = {b.kop.onderwerp: b.kop.aan for b in await verstuur(kantoor, laat)}
    assert onderwerpen[f"Aanvraag {nummer} wacht nog"] == "bemiddeling@antwerpen.test"
    assert onderwerpen[f"Aanvraag {nummer} wacht al lang"] == "bemiddeling@wachtrij.test"
    assert [a.code for a in kantoor.postbus.alarmen()] == ["niet-geopend"]


def test_what_was_opened_is_not_reminded(kantoor: Kantoor) -> None:
    nummer = neem_op(kantoor)
    kantoor.dossiers.open(medewerker(), nummer, MAANDAG)
    assert kantoor.bewaking.ronde(MAANDAG + timedelta(days=9)).herinnerd == 0


def test_a_question_without_an_answer_comes_back_to_the_loket(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor), medewerker()
    code = kantoor.dossiers.vraag_meer(wie, nummer, "Met wie?", MAANDAG).code
    assert kantoor.dossiers.lijst(wie, nu=MAANDAG).rijen[0].wacht_op is WachtOp.VRAGER
    laat = MAANDAG + timedelta(days=15)
    assert kantoor.bewaking.ronde(laat).verlopen == 1
    assert kantoor.dossiers.lijst(wie, nu=laat).rijen[0].wacht_op is WachtOp.LOKET
    assert code is not None
    kantoor.vrager.beantwoord(code, "Toch nog een antwoord.", laat + timedelta(days=1))


# ── deleting ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def verstuurd(kantoor: Kantoor) -> Iterator[Any]:
    async def doe() -> None:
        await PostWerker(kantoor, nu=lambda: MAANDAG).leeg()

    return doe


async def test_only_what_had_its_time_is_deleted_and_its_figures_stay(
    kantoor: Kantoor, verstuurd: Any
) -> None:
    wie = medewerker()
    ongeopend, besloten, bezorgen = neem_op(kantoor), neem_op(kantoor), neem_op(kantoor, mail=None)
    ontvangst = kantoor.register.neem_op(aanvraag(), MAANDAG)
    for nummer in (besloten, bezorgen):
        kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, BRIEF, [], MAANDAG)
    kantoor.vrager.trek_in(ontvangst.nummer, ontvangst.volgcode, MAANDAG)
    assert kantoor.bewaring.ronde(MAANDAG + timedelta(days=5000)) == 1, "mails wait: only the withdrawn goes"
    await verstuurd()
    assert kantoor.bewaring.ronde(MAANDAG + timedelta(days=180)) == 0
    assert kantoor.bewaring.ronde(MAANDAG + timedelta(days=181)) == 1
    assert kantoor.bewaring.ronde(MAANDAG + timedelta(days=5000)) == 0, "not opened, or not delivered"
    over = {rij.nummer for rij in kantoor.dossiers.lijst(wie, nu=MAANDAG).rijen}
    assert over == {ongeopend, bezorgen}
    with kantoor.database.lees() as sessie:
        rijen = sessie.connection().exec_driver_sql("SELECT aanvraag_id, uitkomst FROM cijfer").all()
        resten = [
            sessie.connection().exec_driver_sql(f"SELECT count(DISTINCT aanvraag_id) FROM {tabel}").scalar()
            for tabel in ("dossier", "gebeurtenis", "naam", "post")
        ]
    assert sorted(uitkomst for los, uitkomst in rijen if los is None) == ["ingetrokken", "niet_ontvankelijk"]
    assert resten == [2, 2, 2, 2]
    assert next(r.wat for r in kantoor.audit.regels(besloten)) == "gewist"
