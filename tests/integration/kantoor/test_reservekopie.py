"""Back-up of SQLite while people write, and a restore in an empty place: nothing lost, no number twice."""

from __future__ import annotations

import asyncio
import json
import shutil
import threading
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.opslag import open_gebeurtenissen, open_gesprekken
from loket.cli import main
from loket.domain.dossier.gebeurtenis import Gebeurtenis, Soort
from loket.domain.nummer import lees_nummer
from loket.kantoor import Kantoor
from loket.mail.postvak import Postvak
from loket.mail.werker import PostWerker
from loket.reservekopie import SPRONG, KopieFout, herstel, laatste_kopie, maak_kopie, ruim_op
from loket.settings import Instellingen
from loket.store.tabellen import AanvraagRij
from tests.stapel import wacht_op

from .hulp import NU, Klok, maak_aanvraag, maak_contacten, open_kantoor


def leeg_huis(pad: Path, van: Path) -> Instellingen:
    """The settings of an empty place with the key of another: what the operator kept apart."""
    datamap = pad / "var"
    datamap.mkdir(parents=True)
    shutil.copy(van / "var" / "sleutel", datamap / "sleutel")
    return Instellingen(
        datamap=datamap,
        contactenmap=maak_contacten(pad / "contacten"),
        mail_afzender="bericht@assistent.test",
    )


def verzonden(datamap: Path) -> set[str]:
    postvak = Postvak(datamap / "postvak")
    return {str(postvak.bericht(kop.sleutel).message_id) for kop in postvak.berichten()}


async def test_a_backup_under_load_brings_back_every_aanvraag_and_every_unsent_mail(tmp_path: Path) -> None:
    oud = tmp_path / "oud"
    kantoor = open_kantoor(oud, database_url=None)
    instellingen = kantoor.instellingen
    gesprekken = open_gesprekken(instellingen)
    open_gebeurtenissen(instellingen).sluit()
    klaar: list[tuple[uuid.UUID, str]] = []
    stop = threading.Event()

    def schrijf() -> None:
        while not stop.wait(0.03):
            _, gesprek = gesprekken.begin()
            gesprekken.neem_aan(gesprek, "een", "Ik wil hulp.")
            aanvraag = maak_aanvraag(bevestiging_naar="iemand@voorbeeld.test")
            klaar.append((aanvraag.id, kantoor.register.neem_op(aanvraag, datetime.now(UTC)).nummer))

    schrijvers = [threading.Thread(target=schrijf) for _ in range(2)]
    for schrijver in schrijvers:
        schrijver.start()
    try:
        await asyncio.to_thread(wacht_op, lambda: len(klaar) > 5)
        werker = PostWerker(kantoor)
        for _ in range(6):  # some mail leaves before the back-up, some after it
            await werker._een()
        voor, al_weg = list(klaar), verzonden(instellingen.datamap)
        kopie = await asyncio.to_thread(maak_kopie, instellingen, tmp_path / "kopieen", datetime.now(UTC))
        na_kopie = len(klaar)
        await asyncio.to_thread(wacht_op, lambda: len(klaar) > na_kopie + 2)
    finally:
        stop.set()
        for schrijver in schrijvers:
            schrijver.join()
    await werker.leeg()
    alles = verzonden(instellingen.datamap)
    gesprekken.sluit()
    kantoor.sluit()
    assert len(al_weg) == 6
    assert laatste_kopie(instellingen.datamap) is not None

    nieuw = leeg_huis(tmp_path / "nieuw", oud)
    hersteld = herstel(nieuw, kopie, datetime.now(UTC))
    kantoor = Kantoor.open(nieuw)
    try:
        for aanvraag_id, nummer in voor:
            assert kantoor.register.dossier(aanvraag_id).nummer == nummer
            assert kantoor.register.lees(nummer).id == aanvraag_id
        assert len(voor) <= hersteld.aanvragen < len(klaar)
        assert hersteld.wachtende_mails == 2 * hersteld.aanvragen - 6
        await PostWerker(kantoor).leeg()
        opnieuw = verzonden(nieuw.datamap)
        assert len(opnieuw) == hersteld.wachtende_mails  # every unsent mail is back
        assert not opnieuw & al_weg  # what had left does not leave again
        assert opnieuw <= alles  # what left after the back-up leaves again, with the Message-ID it had
        # Numbers given out since the back-up are not given to anyone else.
        volgend = kantoor.register.neem_op(maak_aanvraag(), datetime.now(UTC)).nummer
        assert lees_nummer(volgend).volgnummer == hersteld.aanvragen + SPRONG + 1
        assert volgend not in {nummer for _, nummer in klaar}
        assert kantoor.audit.controleer().fout_bij is None
    finally:
        kantoor.sluit()
    gesprekken = open_gesprekken(nieuw)
    assert gesprekken.aantal() >= len(voor)
    gesprekken.sluit()
    for pad in nieuw.datamap.glob("*.sqlite*"):
        assert pad.stat().st_mode & 0o077 == 0


def test_no_key_and_nothing_readable_is_in_it(tmp_path: Path) -> None:
    kantoor = open_kantoor(tmp_path, database_url=None)
    kantoor.register.neem_op(maak_aanvraag("kanarie-in-de-kopie"), NU)
    kantoor.sluit()
    kopie = maak_kopie(kantoor.instellingen, tmp_path / "kopieen", NU)
    sleutel = (tmp_path / "var" / "sleutel").read_text().strip()
    assert sorted(pad.name for pad in kopie.iterdir()) == ["loket.sqlite3", "overzicht.json"]
    assert (tmp_path / "kopieen").stat().st_mode & 0o077 == 0
    for pad in kopie.iterdir():
        assert pad.stat().st_mode & 0o077 == 0
        assert sleutel.encode() not in pad.read_bytes()
        assert b"kanarie" not in pad.read_bytes()


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    kantoor = open_kantoor(tmp_path / "oud", database_url=None)
    kantoor.register.neem_op(maak_aanvraag(), NU)
    kantoor.sluit()
    return maak_kopie(kantoor.instellingen, tmp_path / "kopieen", NU)


def test_nothing_is_overwritten(kopie: Path, tmp_path: Path) -> None:
    huis = leeg_huis(tmp_path / "nieuw", tmp_path / "oud")
    herstel(huis, kopie, NU)
    with pytest.raises(KopieFout, match="bestaat al"):
        herstel(huis, kopie, NU)


@pytest.mark.parametrize(
    ("wat", "zegt"),
    [
        ("geen sleutel", "Zet eerst de sleutel terug"),
        ("andere sleutel", "hoort bij een andere sleutel"),
        ("beschadigd", "veranderd of beschadigd"),
        ("onvolledig", "geen volledige reservekopie"),
        ("leeg", "geen volledige reservekopie"),
        ("pad", "veranderd of beschadigd"),
    ],
)
def test_what_cannot_be_put_back_says_why_and_leaves_the_place_empty(
    kopie: Path, tmp_path: Path, wat: str, zegt: str
) -> None:
    huis = leeg_huis(tmp_path / "nieuw", tmp_path / "oud")
    sleutel = huis.datamap / "sleutel"
    match wat:
        case "geen sleutel":
            sleutel.unlink()
        case "andere sleutel":
            sleutel.write_text(Fernet.generate_key().decode())
        case "beschadigd":
            with (kopie / "loket.sqlite3").open("r+b") as bestand:
                bestand.seek(200)
                bestand.write(b"x")
        case "onvolledig":
            (kopie / "loket.sqlite3").unlink()
        case "leeg":
            (kopie / "overzicht.json").write_text("[]")
        case "pad":
            overzicht = json.loads((kopie / "overzicht.json").read_text())
            overzicht["bestanden"] = {"../../oud/var/sleutel": "0"}
            (kopie / "overzicht.json").write_text(json.dumps(overzicht))
    with pytest.raises(KopieFout, match=zegt):
        herstel(huis, kopie, NU)
    assert {pad.name for pad in huis.datamap.iterdir()} <= {"sleutel"}


def test_a_backup_that_was_cut_off_is_none(tmp_path: Path) -> None:
    kantoor = open_kantoor(tmp_path, database_url=None)
    kantoor.sluit()
    pad = tmp_path / "var" / "loket.sqlite3"
    with pad.open("r+b") as bestand:  # a page in the middle is spoilt
        bestand.seek(pad.stat().st_size // 2)
        bestand.write(b"\xff" * 4096)
    with pytest.raises(KopieFout):
        maak_kopie(kantoor.instellingen, tmp_path / "kopieen", NU)
    assert list((tmp_path / "kopieen").iterdir()) == []
    assert laatste_kopie(kantoor.instellingen.datamap) is None


def test_the_calendar_goes_on_in_a_restored_record(tmp_path: Path) -> None:
    """What should be gone by now goes at the first round, also when the back-up is old."""
    kantoor = open_kantoor(tmp_path / "oud", database_url=None)
    ontvangst = kantoor.register.neem_op(maak_aanvraag(), NU)
    with kantoor.database.schrijf() as sessie:
        rij = sessie.query(AanvraagRij).one()
        dossier = kantoor.archief.dossier(sessie, rij.id)
        kantoor.archief.voeg_toe(sessie, rij, dossier, Gebeurtenis(Soort.INGETROKKEN, NU))
    asyncio.run(PostWerker(kantoor, nu=Klok()).leeg())
    kantoor.sluit()
    kopie = maak_kopie(kantoor.instellingen, tmp_path / "kopieen", NU)
    huis = leeg_huis(tmp_path / "nieuw", tmp_path / "oud")
    herstel(huis, kopie, NU + timedelta(days=90))
    kantoor = Kantoor.open(huis)
    assert kantoor.register.lees(ontvangst.nummer)
    assert kantoor.bewaring.ronde(NU + timedelta(days=90)) == 1
    kantoor.sluit()


def test_old_backups_go_and_nothing_else(kopie: Path, tmp_path: Path) -> None:
    kantoor = open_kantoor(tmp_path / "oud", database_url=None)
    kantoor.sluit()
    later = maak_kopie(kantoor.instellingen, kopie.parent, NU + timedelta(days=31))
    (kopie.parent / "notities").mkdir()
    (kopie.parent / "2020-01-01T000000Z").mkdir()  # looks like one, and is not
    assert ruim_op(kopie.parent, 30, NU + timedelta(days=31)) == [kopie]
    assert {pad.name for pad in kopie.parent.iterdir()} == {later.name, "notities", "2020-01-01T000000Z"}


def test_from_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kantoor = open_kantoor(tmp_path / "oud", database_url=None)
    kantoor.register.neem_op(maak_aanvraag(), NU)
    kantoor.sluit()
    monkeypatch.setenv("LOKET_DATAMAP", str(tmp_path / "oud" / "var"))
    assert main(["backup", str(tmp_path / "kopieen"), "--bewaar", "30"]) == 0
    uit = capsys.readouterr().out
    (kopie,) = (tmp_path / "kopieen").iterdir()
    assert str(kopie) in uit
    assert "zonder sleutel leest niemand deze kopie" in uit
    huis = leeg_huis(tmp_path / "nieuw", tmp_path / "oud")
    monkeypatch.setenv("LOKET_DATAMAP", str(huis.datamap))
    monkeypatch.setenv("LOKET_CONTACTENMAP", str(huis.contactenmap))
    assert main(["herstel", str(kopie)]) == 0
    assert "1 aanvragen; 1 mails vertrekken" in capsys.readouterr().out
    assert main(["herstel", str(kopie)]) == 2
    assert "bestaat al" in capsys.readouterr().err
