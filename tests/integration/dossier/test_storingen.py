"""What goes wrong around a decision: nothing lost, nothing double, nothing stuck."""

from __future__ import annotations

import asyncio
import resource
import socket
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import update

from loket.domain.begrippen import Regio
from loket.domain.dossier.fouten import AlBesloten, DeskFout, NietMogelijk, OnbekendOfFout, TeVaak
from loket.domain.dossier.gebeurtenis import Gebeurtenis, PostSoort, Soort
from loket.domain.dossier.toestand import GESLOTEN, Staat, Toestand, WachtOp, Wat
from loket.kantoor import Kantoor
from loket.mail.postvak import Postvak
from loket.mail.werker import PostWerker
from loket.store.bewaring import BEDENKTIJD
from loket.store.database import Database, RegisterBezet, RegisterVol
from loket.store.dossiers import Beeld
from loket.store.tabellen import PostRij
from tests.gedood import dood_waar_het_wacht
from tests.integration.kantoor.hulp import maak_contacten, open_kantoor
from tests.integration.kantoor.smtp import dwarse_server, echte_server
from tests.opslag import OP_POSTGRES, ingreep, volle_postgres

from .besluit_proces import BRIEF, MOMENTEN, doe
from .hulp import BEMIDDELAAR, MAANDAG, VRIJ, aanvraag, medewerker, neem_op

WIE = medewerker()
ALLEN = medewerker(*Regio)
TIEN_JAAR = timedelta(days=3653)


def beeld(kantoor: Kantoor, nummer: str, nu: datetime = MAANDAG) -> Beeld:
    return kantoor.dossiers.open(WIE, nummer, nu)


def besluiten(een: Beeld) -> list[Soort]:
    return [g.soort for g in een.tijdlijn if g.soort in {Soort(staat.value) for staat in GESLOTEN}]


def verstuur_alles(kantoor: Kantoor, nu: datetime = MAANDAG) -> None:
    """Everything that waits has left, without a server."""
    while post := kantoor.postbus.claim(nu, timedelta(seconds=20)):
        kantoor.postbus.verzonden(post, nu)


# ── SIGKILL ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("wat", "moment"),
    [*(("ja", moment) for moment in MOMENTEN), ("nee", "half_geschreven"), ("nee", "na_aflevering"),
     ("vraag", "voor_vastleggen"), ("vraag", "na_aflevering")],
)  # fmt: skip
async def test_killed_while_deciding(wat: str, moment: str, tmp_path: Path) -> None:
    """The worker sees no answer, and tries again: one decision stands, and each mail arrives once."""
    kantoor = open_kantoor(tmp_path)
    nummer = neem_op(kantoor)
    verstuur_alles(kantoor)
    kantoor.sluit()
    await dood_waar_het_wacht(
        "tests.integration.dossier.besluit_proces",
        str(tmp_path / "var"),
        str(maak_contacten(tmp_path / "contacten")),
        nummer,
        wat,
        moment,
    )

    kantoor = open_kantoor(tmp_path)
    begonnen = beeld(kantoor, nummer).toestand.staat is not Staat.IN_BEHANDELING
    assert begonnen is (moment in {"na_vastleggen", "na_aflevering"}), "all of it, or nothing"
    if wat == "vraag":
        if not begonnen:
            doe(kantoor, wat, nummer)
    elif begonnen:
        with pytest.raises(AlBesloten):
            doe(kantoor, wat, nummer)
    else:
        doe(kantoor, wat, nummer)
    await PostWerker(kantoor, nu=lambda: MAANDAG + timedelta(hours=1)).leeg()  # the lease has run out
    assert kantoor.postbus.toestand(MAANDAG).wachtend == 0
    klaar = beeld(kantoor, nummer)
    assert len(besluiten(klaar)) == (0 if wat == "vraag" else 1)
    postvak = Postvak(kantoor.instellingen.postvak)
    aan = sorted(kop.aan for kop in postvak.berichten())
    assert aan == [*([BEMIDDELAAR.email] if wat == "ja" else []), "iemand@voorbeeld.test"]
    assert kantoor.audit.controleer().fout_bij is None
    kantoor.sluit()


# ── the database ─────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def _op_slot(kantoor: Kantoor) -> Iterator[None]:
    """Another process holds the database and does not let go."""
    with ingreep(kantoor.instellingen.datamap):
        yield


@contextmanager
def _schijf_vol(kantoor: Kantoor) -> Iterator[None]:
    """No file may grow any more. PostgreSQL, whose disk is its own, says what it says then."""
    if OP_POSTGRES:
        with volle_postgres(kantoor.instellingen.datamap):
            yield
        return
    with kantoor.database.schrijf() as sessie:  # so that the log of changes has no room left in it either
        sessie.connection()
    grootste = max(pad.stat().st_size for pad in kantoor.instellingen.datamap.glob("loket.sqlite3*"))
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (grootste, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


LANG = "".join(str(uuid.uuid4()) for _ in range(500))
"""Not compressible, so it is as large on disk."""
STAPPEN: dict[str, Callable[[Kantoor, str], object]] = {
    "noteren": lambda k, n: k.dossiers.noteer(WIE, n, LANG[:4000], MAANDAG),
    "vragen": lambda k, n: k.dossiers.vraag_meer(WIE, n, LANG[:4000], MAANDAG),
    "nee": lambda k, n: k.dossiers.verklaar_niet_ontvankelijk(WIE, n, LANG[:4000], [], MAANDAG),
    "ja": lambda k, n: k.dossiers.verklaar_ontvankelijk(WIE, n, BEMIDDELAAR, VRIJ, MAANDAG),
    "omleiden": lambda k, n: k.dossiers.leid_om(WIE, n, Regio.LIMBURG, LANG[:4000], MAANDAG),
}


def test_a_locked_database_refuses_and_writes_nothing(tmp_path: Path) -> None:
    kantoor = open_kantoor(tmp_path)
    snel = Database(kantoor.instellingen.database, wacht_ms=50)
    kantoor.dossiers._database = kantoor.archief.database = snel
    for doe_stap in STAPPEN.values():
        nummer = neem_op(kantoor)
        voor = (beeld(kantoor, nummer), kantoor.postbus.regels())
        with _op_slot(kantoor), pytest.raises(RegisterBezet):
            doe_stap(kantoor, nummer)
        assert (beeld(kantoor, nummer), kantoor.postbus.regels()) == voor
        doe_stap(kantoor, nummer)
    snel.sluit()
    kantoor.sluit()


def test_a_full_disk_refuses_and_writes_nothing(kantoor: Kantoor) -> None:
    nummers = {stap: neem_op(kantoor) for stap in STAPPEN}
    for nummer in nummers.values():
        beeld(kantoor, nummer)
    with _schijf_vol(kantoor):
        with pytest.raises(RegisterVol):
            _vul(kantoor, nummers["noteren"])
        voor = {nummer: _lees(kantoor, nummer) for nummer in nummers.values()}
        wachtend = kantoor.postbus.regels()
        for stap, nummer in nummers.items():
            with pytest.raises(RegisterVol):
                STAPPEN[stap](kantoor, nummer)
            assert _lees(kantoor, nummer) == voor[nummer]
        assert kantoor.postbus.regels() == wachtend
    for stap, nummer in nummers.items():
        STAPPEN[stap](kantoor, nummer)
    assert kantoor.audit.controleer().fout_bij is None


def _vul(kantoor: Kantoor, nummer: str) -> None:
    """Take the last room that is left in the files."""
    for _ in range(200):
        kantoor.dossiers.noteer(WIE, nummer, LANG[:4000], MAANDAG)


def _lees(kantoor: Kantoor, nummer: str) -> tuple[Toestand, list[Gebeurtenis]]:
    """The aanvraag, without noting that someone looked: a full disk takes no note."""
    with kantoor.database.lees() as sessie:
        rij, dossier = kantoor.dossiers._vind(sessie, ALLEN, nummer)
        return kantoor.archief.toestand(sessie, rij, dossier), kantoor.archief.gebeurtenissen(sessie, rij.id)


# ── the mail server ──────────────────────────────────────────────────────────────────────────────────


def _verstuur_alleen(kantoor: Kantoor, nummer: str) -> None:
    """What waits about this aanvraag has left."""
    with kantoor.database.schrijf() as sessie:
        rij, _ = kantoor.dossiers._vind(sessie, ALLEN, nummer)
        sessie.execute(
            update(PostRij)
            .where(PostRij.aanvraag_id == rij.id, PostRij.verzonden_op.is_(None))
            .values(verzonden_op=MAANDAG)
        )


Vooraf = Callable[[Kantoor, str, str], object]


def _antwoord(kantoor: Kantoor, nummer: str, _: str) -> None:
    code = kantoor.dossiers.vraag_meer(WIE, nummer, "Met wie?", MAANDAG).code
    _verstuur_alleen(kantoor, nummer)
    kantoor.vrager.beantwoord(code or "", "Met hem.", MAANDAG)


def _herinner(kantoor: Kantoor, *_: str) -> None:
    kantoor.bewaking.ronde(MAANDAG + timedelta(days=3))


def _escaleer(kantoor: Kantoor, *_: str) -> None:
    kantoor.bewaking.ronde(MAANDAG + timedelta(days=3))
    kantoor.bewaking.ronde(MAANDAG + timedelta(days=5))


MAILS: dict[PostSoort, Vooraf] = {
    PostSoort.ESCALATIE: _escaleer,
    PostSoort.HERINNERING: _herinner,
    PostSoort.ANTWOORD: _antwoord,
    PostSoort.VRAAG: lambda k, n, _: k.dossiers.vraag_meer(WIE, n, "Met wie?", MAANDAG),
    PostSoort.BRIEF: lambda k, n, _: k.dossiers.verklaar_niet_ontvankelijk(WIE, n, BRIEF, [], MAANDAG),
    PostSoort.OVERDRACHT: lambda k, n, _: k.dossiers.verklaar_ontvankelijk(
        WIE, n, BEMIDDELAAR, VRIJ, MAANDAG
    ),
    PostSoort.OMGELEID: lambda k, n, _: k.dossiers.leid_om(WIE, n, Regio.LIMBURG, "Verhuisd.", MAANDAG),
    PostSoort.INGETROKKEN: lambda k, n, code: k.vrager.trek_in(n, code, MAANDAG),
}


MOET = {PostSoort.VRAAG, PostSoort.BRIEF, PostSoort.OVERDRACHT}
"""What someone waits for: as long as it does not arrive, it waits on the loket."""


@pytest.mark.parametrize(
    ("stap", "gedrag"),
    [("rcpt", "451"), ("rcpt", "550"), ("inhoud", "552"), ("inhoud", "weg"), ("data", "hang")],
)
async def test_whatever_the_server_does_every_kind_of_mail_arrives_once(
    stap: str, gedrag: str, tmp_path: Path
) -> None:
    """First it goes wrong, for days, then the server is well again."""
    laat = MAANDAG + timedelta(days=5)
    async with dwarse_server(stap, gedrag) as dwars:
        kantoor = _smtp(tmp_path, dwars.poort)
        nummers = {}
        for soort, maak in MAILS.items():
            ontvangst = kantoor.register.neem_op(aanvraag(), MAANDAG)
            _verstuur_alleen(kantoor, ontvangst.nummer)
            maak(kantoor, ontvangst.nummer, ontvangst.volgcode)
            nummers[soort] = ontvangst.nummer
        gemaakt = kantoor.postbus.regels()
        assert {regel.soort for regel in gemaakt} >= {soort.value for soort in MAILS}
        await PostWerker(kantoor, nu=lambda: laat).leeg()
        for regel in (gebleven := kantoor.postbus.regels()):
            assert regel.pogingen == 1
            assert regel.laatste_fout
        assert len(gebleven) == len(gemaakt), "nothing is dropped"
        for soort in MOET:
            assert _lees(kantoor, nummers[soort])[0].wat is Wat.TERUGGEKOMEN
        kantoor.sluit()
    beter = laat + timedelta(days=1)
    async with echte_server() as server:
        kantoor = _smtp(tmp_path, server.poort)
        await PostWerker(kantoor, nu=lambda: beter).leeg()
        assert kantoor.postbus.toestand(beter).wachtend == 0
        assert {alarm.code for alarm in kantoor.postbus.alarmen()} <= {"niet-geopend"}
        for nummer in nummers.values():
            assert _lees(kantoor, nummer)[0].wat is not Wat.TERUGGEKOMEN
        kantoor.sluit()
    aangekomen = [str(post.bericht["Message-ID"]) for post in server.post]
    assert len(aangekomen) == len(set(aangekomen)) == len(gemaakt)
    assert {str(post.bericht["Message-ID"]) for post in dwars.post} <= set(aangekomen), "the same mail"


def _smtp(pad: Path, poort: int) -> Kantoor:
    return open_kantoor(
        pad,
        mail_aflevering="smtp",
        smtp_host="localhost",
        smtp_poort=poort,
        smtp_tls="geen",
        smtp_wachttijd_seconden=0.3,
    )


async def test_an_address_that_is_refused_waits_on_the_loket_at_once(tmp_path: Path) -> None:
    """As a bounce does: who wrote the letter must know that it did not arrive, and may bring it in person."""
    async with dwarse_server("rcpt", "550") as server:
        kantoor = _smtp(tmp_path, server.poort)
        nummer = neem_op(kantoor)
        verstuur_alles(kantoor)
        doe(kantoor, "nee", nummer)
        await PostWerker(kantoor, nu=lambda: MAANDAG).leeg()
        (rij,) = kantoor.dossiers.lijst(WIE, nu=MAANDAG).rijen
        assert (rij.wacht_op, rij.wat, rij.teruggekomen) == (WachtOp.LOKET, Wat.TERUGGEKOMEN, True)
        kantoor.dossiers.bezorgd(WIE, nummer, "Aan de telefoon voorgelezen.", MAANDAG)
        assert beeld(kantoor, nummer).toestand.wacht_op is WachtOp.NIEMAND
        assert kantoor.postbus.regels() == [], "it must not arrive a second time"
        kantoor.sluit()


async def test_a_server_that_is_away_is_the_operators_and_after_two_days_the_lokets(tmp_path: Path) -> None:
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        kantoor = _smtp(tmp_path, vrij.getsockname()[1])
    nummer = neem_op(kantoor)
    verstuur_alles(kantoor)
    doe(kantoor, "nee", nummer)
    for uren, wat in ((1, Wat.NIETS), (47, Wat.NIETS), (49, Wat.TERUGGEKOMEN)):
        nu = MAANDAG + timedelta(hours=uren)
        await PostWerker(kantoor, nu=lambda nu=nu: nu).leeg()  # type: ignore[misc]
        assert beeld(kantoor, nummer, nu).toestand.wat is wat
    kantoor.sluit()


# ── the clock ────────────────────────────────────────────────────────────────────────────────────────


def test_a_clock_that_was_years_ahead_holds_up_no_mail(kantoor: Kantoor) -> None:
    """What was planned, claimed or paused by a wrong clock is due as soon as the clock is right."""
    straks = MAANDAG + TIEN_JAAR
    gemaakt, mislukt, geclaimd = (neem_op(kantoor, straks, mail=None) for _ in range(3))
    post = kantoor.postbus.claim(straks, timedelta(seconds=20))
    assert post is not None
    kantoor.postbus.mislukt(post, straks, "smtp-451-Iets", blijvend=False)
    assert kantoor.postbus.claim(straks, timedelta(seconds=20)) is not None  # by a worker that was killed
    verstuur_alles(kantoor)
    assert kantoor.postbus.regels() == []
    assert {gemaakt, mislukt, geclaimd} == {
        rij.nummer for rij in kantoor.dossiers.lijst(WIE, nu=MAANDAG).rijen
    }
    for nummer in (gemaakt, mislukt, geclaimd):
        doe(kantoor, "nee", nummer)


def test_a_clock_that_was_years_ahead_keeps_no_asker_out(kantoor: Kantoor) -> None:
    ontvangst = kantoor.register.neem_op(aanvraag(), MAANDAG)
    for _ in range(10):
        with pytest.raises(OnbekendOfFout):
            kantoor.vrager.toestand(ontvangst.nummer, "fout", MAANDAG + TIEN_JAAR)
    with pytest.raises(TeVaak):
        kantoor.vrager.toestand(ontvangst.nummer, ontvangst.volgcode, MAANDAG + TIEN_JAAR)
    assert kantoor.vrager.toestand(ontvangst.nummer, ontvangst.volgcode, MAANDAG)


def test_a_clock_that_jumps_deletes_nothing(kantoor: Kantoor) -> None:
    nummer = neem_op(kantoor)
    doe(kantoor, "nee", nummer)
    verstuur_alles(kantoor)
    assert kantoor.bewaring.ronde(MAANDAG) == 0
    for dagen in (0, 1, 2):
        assert kantoor.bewaring.ronde(MAANDAG + TIEN_JAAR + timedelta(days=dagen)) == 0
    assert [alarm.code for alarm in kantoor.postbus.alarmen()] == ["klok-of-stilstand"]
    assert kantoor.bewaring.ronde(MAANDAG + timedelta(days=1)) == 0
    assert beeld(kantoor, nummer).toestand.staat is Staat.NIET_ONTVANKELIJK
    assert kantoor.bewaring.ronde(MAANDAG + timedelta(days=6)) == 0
    # the year goes by as it should
    for dagen in range(7, 190, 6):
        weg = kantoor.bewaring.ronde(MAANDAG + timedelta(days=dagen))
        assert weg == (1 if dagen == 181 else 0)


def test_a_service_that_stood_still_for_long_deletes_after_a_while(kantoor: Kantoor) -> None:
    nummer = neem_op(kantoor)
    doe(kantoor, "nee", nummer)
    verstuur_alles(kantoor)
    kantoor.bewaring.ronde(MAANDAG)
    terug = MAANDAG + timedelta(days=200)
    assert kantoor.bewaring.ronde(terug) == 0
    assert kantoor.bewaring.ronde(terug + BEDENKTIJD - timedelta(hours=1)) == 0
    assert kantoor.bewaring.ronde(terug + BEDENKTIJD) == 1


# ── at once ──────────────────────────────────────────────────────────────────────────────────────────


def test_of_many_who_decide_at_once_one_does(kantoor: Kantoor) -> None:
    """Workers who say yes, no, or ask; and the asker who withdraws: all in the same moment."""
    ontvangst = kantoor.register.neem_op(aanvraag(), MAANDAG)
    nummer, samen = ontvangst.nummer, Barrier(8)
    kantoor.dossiers.open(WIE, nummer, MAANDAG)
    verstuur_alles(kantoor)

    def een(volg: int) -> str:
        samen.wait()
        try:
            if volg == 7:
                kantoor.vrager.trek_in(nummer, ontvangst.volgcode, MAANDAG)
                return "ingetrokken"
            doe(kantoor, "ja" if volg % 2 else "nee", nummer)
        except (AlBesloten, NietMogelijk):
            return ""
        return "besloten"

    with ThreadPoolExecutor(8) as draden:
        gelukt = [uit for uit in draden.map(een, range(8)) if uit]
    assert gelukt.count("besloten") <= 1
    klaar = besluiten(beeld(kantoor, nummer))
    # who withdraws may do so after a yes as well, never after a no
    assert len(klaar) == len(gelukt)
    assert klaar.count(Soort.ONTVANKELIJK) + klaar.count(Soort.NIET_ONTVANKELIJK) <= 1
    leveringen = [regel.soort for regel in kantoor.postbus.regels(ook_verzonden=True)]
    assert leveringen.count("brief") <= 1
    assert leveringen.count("overdracht") <= 1
    assert kantoor.audit.controleer().fout_bij is None


async def test_two_workers_and_two_offices_deliver_each_mail_once(tmp_path: Path) -> None:
    """Two services on one database, that mail at the same moment while decisions are made."""
    een, twee = open_kantoor(tmp_path), open_kantoor(tmp_path)
    nummers = [neem_op(een) for _ in range(6)]

    async def besluit(kantoor: Kantoor, nummer: str) -> int:
        try:
            await asyncio.to_thread(doe, kantoor, "nee", nummer)
        except DeskFout:
            return 0
        return 1

    async def mail(kantoor: Kantoor) -> None:
        for _ in range(4):
            await PostWerker(kantoor, nu=lambda: MAANDAG).leeg()

    uit = await asyncio.gather(
        mail(een), mail(twee), *(besluit(kantoor, nummer) for nummer in nummers for kantoor in (een, twee))
    )
    assert sum(aantal for aantal in uit if aantal) == len(nummers), "each is decided once"
    await mail(een)
    berichten = Postvak(een.instellingen.postvak).berichten()
    assert len([kop for kop in berichten if "bericht voor jou" in kop.onderwerp]) == len(nummers)
    twee.sluit()
    een.sluit()
