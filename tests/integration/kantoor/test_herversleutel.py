"""Replacing the key: everything is encrypted anew, also after a run that was killed halfway."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import func, select

from bot.channels.messenger.gebeurtenissen import Gebeurtenis, Soort
from bot.herversleutel import main
from bot.opslag import open_gebeurtenissen, open_gesprekken, open_messenger
from loket.domain.aanvraag import Antwoord, Status
from loket.kantoor import Kantoor
from loket.settings import PROJECT, lees_instellingen
from loket.store.tabellen import NaamRij
from loket.store.versleuteling import VerkeerdeSleutel
from tests.opslag import opslag

from .hulp import NU, maak_aanvraag, maak_contacten

AANTAL = 12


class Huis:
    """An office and conversations that one key encrypted, and a second key."""

    def __init__(self, pad: Path) -> None:
        self.oud, self.nieuw = Fernet.generate_key().decode(), Fernet.generate_key().decode()
        self._basis = {
            "LOKET_DATAMAP": str(pad / "var"),
            "LOKET_CONTACTENMAP": str(maak_contacten(pad / "contacten")),
        } | opslag(pad / "var")

    def omgeving(self, *sleutels: str) -> dict[str, str]:
        return self._basis | {"LOKET_SLEUTEL": ",".join(sleutels)}

    def kantoor(self, *sleutels: str) -> Kantoor:
        return Kantoor.open(lees_instellingen(self.omgeving(*sleutels)))


@pytest.fixture
def huis(tmp_path: Path) -> Huis:
    huis = Huis(tmp_path)
    instellingen = lees_instellingen(huis.omgeving(huis.oud))
    kantoor = Kantoor.open(instellingen)
    for i in range(AANTAL):
        naam = Antwoord(Status.GEGEVEN, f"Noor Peeters{i}", f"Noor Peeters{i}")
        kantoor.register.neem_op(maak_aanvraag(f"Verhaal {i}", antwoorden={"naam": naam}), NU)
    kantoor.sluit()
    gesprekken, gebeurtenissen = open_gesprekken(instellingen), open_gebeurtenissen(instellingen)
    for i in range(AANTAL):
        _, gesprek = gesprekken.begin()
        gesprekken.neem_aan(gesprek, "een", f"bericht {i}")
        if i % 2:
            gesprekken.beantwoord(gesprek, "een", [{"text": f"antwoord {i}"}])
    gesprekken.sluit()
    gebeurtenissen.sluit()
    inbox = open_messenger(instellingen)
    for i in range(AANTAL):
        (merk,) = inbox.neem_op([Gebeurtenis(f"m{i}", Soort.TEKST, f"77{i}", 1000.0, f"van {i}")], 1000)
        if i % 2:
            inbox.klaar(merk, inbox.wachtend(merk)[0].nr, [{"message": {"text": f"voor {i}"}}], 1000)
    inbox.sluit()
    return huis


def alles_leesbaar(huis: Huis, *sleutels: str) -> None:
    instellingen = lees_instellingen(huis.omgeving(*sleutels))
    kantoor = Kantoor.open(instellingen)
    gesprekken, inbox = open_gesprekken(instellingen), open_messenger(instellingen)
    try:
        nummers = [regel.nummer for regel in kantoor.postbus.regels()]
        assert len(nummers) == AANTAL
        verhalen = {
            str(kantoor.register.lees(str(nummer)).onderdelen[0].regels[0].antwoord) for nummer in nummers
        }
        assert verhalen == {f"Verhaal {i}" for i in range(AANTAL)}
        for gesprek in gesprekken.ouder_dan(float("inf")):
            (bericht,) = gesprekken.berichten(gesprek)
            assert bericht.tekst.startswith("bericht ")
        for i in range(AANTAL):
            merk = inbox.merk_van(f"77{i}")
            assert merk is not None
            persoon, uit = inbox.persoon(merk), inbox.uitgaand(merk)
            assert persoon is not None
            assert persoon.psid == f"77{i}"
            assert [wat.tekst for wat in inbox.wachtend(merk)] == ([] if i % 2 else [f"van {i}"])
            assert (uit and uit.inhoud) == ({"message": {"text": f"voor {i}"}} if i % 2 else None)
        assert len(inbox.wachtenden(2000)) == AANTAL, "nobody is there twice"
    finally:
        inbox.sluit()
        gesprekken.sluit()
        kantoor.sluit()


def test_afterwards_the_new_key_is_enough(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(VerkeerdeSleutel):
        huis.kantoor(huis.nieuw)
    for naam, waarde in huis.omgeving(huis.nieuw, huis.oud).items():
        monkeypatch.setenv(naam, waarde)
    assert main() == 0
    alles_leesbaar(huis, huis.nieuw)
    kantoor = huis.kantoor(huis.nieuw)
    # Names are found by marks of the key, so these were made anew too.
    merken = kantoor.archief.merker.merken("naam", b"peeters7")
    with kantoor.database.lees() as sessie:
        assert sessie.scalar(select(func.count()).where(NaamRij.merk.in_(merken))) == 1
        assert sessie.scalar(select(func.count()).select_from(NaamRij)) == 2 * AANTAL
    kantoor.sluit()
    with pytest.raises(VerkeerdeSleutel):
        huis.kantoor(huis.oud)


def test_what_people_hold_works_as_long_as_the_old_key_is_known(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantoor = huis.kantoor(huis.oud)
    aanvraag_id = kantoor.register.lees(str(kantoor.postbus.regels()[0].nummer)).id
    code = kantoor.archief.merker.volgcode(aanvraag_id)
    kantoor.sluit()
    for naam, waarde in huis.omgeving(huis.nieuw, huis.oud).items():
        monkeypatch.setenv(naam, waarde)
    assert main() == 0
    kantoor = huis.kantoor(huis.nieuw, huis.oud)
    assert kantoor.archief.merker.is_volgcode(aanvraag_id, code)
    assert kantoor.audit.controleer().fout_bij is None
    kantoor.sluit()


HALF = """
    import os, signal
    from loket.store.versleuteling import Kluis
    from bot.herversleutel import main
    gedaan, echt = 0, Kluis.vernieuw
    def vernieuw(self, inhoud):
        global gedaan
        gedaan += 1
        if gedaan == {stap}:
            os.kill(os.getpid(), signal.SIGKILL)
        return echt(self, inhoud)
    Kluis.vernieuw = vernieuw
    main()
"""


@pytest.mark.parametrize("stap", [1, 15, 30, 55])
def test_a_run_that_is_killed_leaves_everything_readable_and_goes_on(
    huis: Huis, monkeypatch: pytest.MonkeyPatch, stap: int
) -> None:
    omgeving = huis.omgeving(huis.nieuw, huis.oud)
    klaar = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(HALF.format(stap=stap))],
        cwd=PROJECT,
        env={"PATH": "/usr/bin:/bin"} | omgeving,
        capture_output=True,
        check=False,
    )
    assert klaar.returncode == -signal.SIGKILL, klaar.stderr
    alles_leesbaar(huis, huis.nieuw, huis.oud)
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    assert main() == 0
    alles_leesbaar(huis, huis.nieuw)


def test_one_key_is_told(
    huis: Huis, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for naam, waarde in huis.omgeving(huis.oud).items():
        monkeypatch.setenv(naam, waarde)
    assert main() == 0
    assert "Er is maar een sleutel" in capsys.readouterr().out
