"""The asker's side: number and code, guessing, withdrawing, answering; and the audit of all of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from loket.domain.dossier.fouten import DeskFout, NietMogelijk, OnbekendOfFout, OngeldigeInvoer, TeVaak
from loket.domain.dossier.toestand import Staat
from loket.domain.vragen.opvolging import Tevreden
from loket.kantoor import Kantoor
from loket.store.cijfers import Cijfers
from loket.store.merken import ALFABET
from loket.store.tabellen import CijferRij
from loket.store.vrager import FOUTE_CODES
from tests.opslag import OP_POSTGRES, ingreep, op_schijf

from .hulp import MAANDAG, aanvraag, medewerker, neem_op

ANDER = "AV-2026-000002-R"


def test_the_code_is_readable_and_written_as_one_likes(kantoor: Kantoor) -> None:
    een = kantoor.register.neem_op(aanvraag(), MAANDAG)
    kaal = een.volgcode.replace("-", "")
    assert len(kaal) == 8
    assert set(kaal) <= set(ALFABET)
    assert not set(ALFABET) & set("IO01")
    for code in (een.volgcode, kaal.lower(), f" {kaal[:3]} {kaal[3:]} "):
        assert kantoor.vrager.toestand(een.nummer.lower(), code, MAANDAG).staat is Staat.NIEUW


def test_a_guesser_hears_the_same_for_any_number(kantoor: Kantoor) -> None:
    een = kantoor.register.neem_op(aanvraag(), MAANDAG)
    for nummer in (een.nummer, ANDER):
        antwoorden = []
        for _ in range(FOUTE_CODES):
            with pytest.raises(OnbekendOfFout) as fout:
                kantoor.vrager.toestand(nummer, "AAAA-AAAA", MAANDAG)
            antwoorden.append(str(fout.value))
        assert len(set(antwoorden)) == 1
        with pytest.raises(TeVaak):
            kantoor.vrager.trek_in(nummer, een.volgcode, MAANDAG + timedelta(minutes=59))
    uur = MAANDAG + timedelta(hours=1)
    assert kantoor.vrager.toestand(een.nummer, een.volgcode, uur).mag_intrekken


@pytest.mark.parametrize("nummer", ["", "onzin", "AV-2026-000001-A", "\x00", "9" * 500])
def test_what_is_no_number_is_refused_alike(kantoor: Kantoor, nummer: str) -> None:
    with pytest.raises(OnbekendOfFout):
        kantoor.vrager.toestand(nummer, "AAAA-AAAA", MAANDAG)


def test_withdrawing_twice_is_once_and_not_after_a_no(kantoor: Kantoor) -> None:
    een, twee = (kantoor.register.neem_op(aanvraag(), MAANDAG) for _ in range(2))
    for _ in range(2):
        stand = kantoor.vrager.trek_in(een.nummer, een.volgcode, MAANDAG)
        assert (stand.staat, stand.mag_intrekken) == (Staat.INGETROKKEN, False)
    kantoor.dossiers.verklaar_niet_ontvankelijk(medewerker(), twee.nummer, "Dag, dit kan niet.", [], MAANDAG)
    stand = kantoor.vrager.toestand(twee.nummer, twee.volgcode, MAANDAG)
    assert (stand.brief, stand.termijn) == ("Dag, dit kan niet.", None)
    with pytest.raises(NietMogelijk):
        kantoor.vrager.trek_in(twee.nummer, twee.volgcode, MAANDAG)


def test_a_question_is_answered_once(kantoor: Kantoor) -> None:
    een = kantoor.register.neem_op(aanvraag(), MAANDAG)
    oud = kantoor.dossiers.vraag_meer(medewerker(), een.nummer, "Met wie?", MAANDAG).code
    code = kantoor.dossiers.vraag_meer(medewerker(), een.nummer, "Met welke dienst?", MAANDAG).code
    assert oud is not None
    assert code is not None
    stand = kantoor.vrager.toestand(een.nummer, een.volgcode, MAANDAG)
    assert stand.vraagcode == code
    with pytest.raises(OnbekendOfFout):
        kantoor.vrager.open_vraag(oud, MAANDAG)
    assert kantoor.vrager.open_vraag(code.lower(), MAANDAG).vraag == "Met welke dienst?"
    for leeg in ("", "  \n", "x" * 9000):
        with pytest.raises(OngeldigeInvoer):
            kantoor.vrager.beantwoord(code, leeg, MAANDAG)
    kantoor.vrager.beantwoord(code, "Met het CLB.", MAANDAG)
    with pytest.raises(OnbekendOfFout):
        kantoor.vrager.beantwoord(code, "Nog eens.", MAANDAG)
    tijdlijn = kantoor.dossiers.open(medewerker(), een.nummer, MAANDAG).tijdlijn
    assert [g.tekst for g in tijdlijn if g.wie == "aanvrager"] == ["Met het CLB."]


def test_nothing_that_was_written_is_readable_on_disk(kantoor: Kantoor) -> None:
    een, wie = kantoor.register.neem_op(aanvraag(), MAANDAG), medewerker()
    kantoor.dossiers.noteer(wie, een.nummer, "kanarie-notitie", MAANDAG)
    code = kantoor.dossiers.vraag_meer(wie, een.nummer, "kanarie-vraag", MAANDAG).code
    assert code is not None
    kantoor.vrager.beantwoord(code, "kanarie-antwoord", MAANDAG)
    kantoor.dossiers.verklaar_niet_ontvankelijk(wie, een.nummer, "kanarie-brief", [], MAANDAG)
    kantoor.sluit()
    for _, inhoud in op_schijf(kantoor.instellingen.datamap):
        # no short words: four letters stand in the base64 of some key sooner or later
        for woord in (b"kanarie", "Élise".encode(), code.encode(), een.volgcode.encode()):
            assert woord not in inhoud


def test_the_audit_tells_when_it_was_touched(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor), medewerker()
    for uur in range(3):
        kantoor.dossiers.open(wie, nummer, MAANDAG + timedelta(hours=uur))
    goed = kantoor.audit.controleer()
    assert (goed.aantal, goed.fout_bij) == (3, None)
    assert kantoor.audit.controleer(goed.zegel).bevat
    weg = "audit_blijft ON audit" if OP_POSTGRES else "audit_geen_delete"
    anders = "IF EXISTS audit_blijft ON audit" if OP_POSTGRES else "audit_geen_update"

    def doe(*opdrachten: str) -> None:
        with ingreep(kantoor.instellingen.datamap) as los:
            for opdracht in opdrachten:
                los.execute(text(opdracht))

    for opdracht in ("UPDATE audit SET wie = 'x' WHERE id = 2", "DELETE FROM audit WHERE id = 3"):
        with pytest.raises(IntegrityError):
            doe(opdracht)
    # who owns the database can do this, and is found out
    doe(f"DROP TRIGGER {weg}", "DELETE FROM audit WHERE id = 3")
    assert kantoor.audit.controleer().fout_bij is None
    assert not kantoor.audit.controleer(goed.zegel).bevat, "the noted seal is gone: the end was cut off"
    doe(f"DROP TRIGGER {anders}", "UPDATE audit SET wie = 'x' WHERE id = 1")
    assert kantoor.audit.controleer().fout_bij == 1


def test_errors_for_askers_are_desk_errors() -> None:
    assert issubclass(OnbekendOfFout, DeskFout)
    assert issubclass(TeVaak, DeskFout)


def test_whether_it_went_well_is_asked_once_after_the_decision_and_counted(kantoor: Kantoor) -> None:
    een = kantoor.register.neem_op(aanvraag(), MAANDAG)
    assert kantoor.vrager.toestand(een.nummer, een.volgcode, MAANDAG).oordeelcode is None, "not decided yet"
    kantoor.dossiers.verklaar_niet_ontvankelijk(medewerker(), een.nummer, "Dag.", [], MAANDAG)
    code = kantoor.vrager.toestand(een.nummer, een.volgcode, MAANDAG).oordeelcode
    assert code is not None
    for onzin in ("", "-1", "x", "9" * 19, f"{code}0", een.nummer):
        kantoor.vrager.oordeel(onzin, Tevreden.JA)
    assert kantoor.vrager.toestand(een.nummer, een.volgcode, MAANDAG).oordeelcode == code
    kantoor.vrager.oordeel(code, Tevreden.DEELS)
    kantoor.vrager.oordeel(code, Tevreden.JA)
    assert kantoor.vrager.toestand(een.nummer, een.volgcode, MAANDAG).oordeelcode is None
    with kantoor.database.lees() as sessie:
        assert sessie.scalars(select(CijferRij.tevreden)).all() == [Tevreden.DEELS.value]
    assert "oordeel" not in {regel.wat for regel in kantoor.audit.regels()}, "nobody sees whose answer it was"


def test_content_people_stand_in_the_figures_when_there_are_enough(kantoor: Kantoor) -> None:
    for volg in range(12):
        een = kantoor.register.neem_op(aanvraag(), MAANDAG)
        kantoor.dossiers.verklaar_niet_ontvankelijk(medewerker(), een.nummer, "Dag.", [], MAANDAG)
        code = kantoor.vrager.toestand(een.nummer, een.volgcode, MAANDAG).oordeelcode
        kantoor.vrager.oordeel(code or "", Tevreden.JA if volg < 6 else Tevreden.ZWIJGT)
    (tabel,) = [t for t in Cijfers(kantoor.database).jaar(2026).tabellen if "Tevreden" in t.titel]
    assert dict(zip(tabel.rijen, tabel.totalen, strict=True)) == {
        "ja": 6, "deels": 0, "nee": 0, "gevraagd, geen antwoord": 6, "niet gevraagd": 0
    }  # fmt: skip
