"""What health asks of the office, and what is counted of it, on a real database."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import controles
from bot.gezondheid import Onderdeel
from loket.domain.dossier.toestand import Wat
from loket.kantoor import Kantoor
from loket.mail.aflevering import AfleverFout
from loket.mail.werker import PostWerker
from loket.store.meting import meet

from .hulp import NU, Klok, maak_aanvraag


async def test_a_disk_that_is_nearly_full(tmp_path: Path) -> None:
    assert await controles.schijf(tmp_path, minste=1)() == Onderdeel(True)
    deel = await controles.schijf(tmp_path, minste=10**18)()
    assert deel.goed
    assert "bijna vol" in str(deel.alarm)


async def test_tables_of_another_version(kantoor: Kantoor) -> None:
    controle = controles.tabellen(kantoor.database)
    assert await controle() == Onderdeel(True)
    with kantoor.database.schrijf() as sessie:
        sessie.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    deel = await controle()
    assert (deel.goed, "andere versie" in str(deel.alarm)) == (True, True)


async def test_a_key_that_went_away_is_told_and_never_made_anew(kantoor: Kantoor) -> None:
    pad = kantoor.instellingen.datamap / "sleutel"
    controle = controles.sleutel(kantoor.instellingen)
    assert await controle() == Onderdeel(True)
    inhoud = pad.read_text()
    pad.unlink()
    assert "sleutel is weg" in str((await controle()).alarm)
    assert not pad.exists()
    pad.write_text(inhoud)
    assert await controle() == Onderdeel(True)


async def test_mail_that_waits_long(kantoor: Kantoor) -> None:
    async def werk() -> None:
        await asyncio.Event().wait()

    taak = asyncio.create_task(werk())
    controle = controles.post(kantoor, taak)
    assert await controle() == Onderdeel(True)
    kantoor.register.neem_op(maak_aanvraag(), NU - timedelta(days=400))
    deel = await controle()
    assert deel.goed
    assert "De oudste mail wacht al" in str(deel.alarm)
    taak.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taak
    assert not (await controle()).goed


class Weigert:
    async def lever(self, bericht: object) -> None:
        raise AfleverFout("smtp-550-RecipientRefused", blijvend=True)


async def test_counts_of_the_office(kantoor: Kantoor) -> None:
    leeg = meet(kantoor.database, NU)
    assert (leeg.post_wachtend, leeg.post_oudste, leeg.alarmen, leeg.oudste_wachtend) == (0, 0.0, 0, 0.0)
    assert set(leeg.wachtend) == set(Wat) - {Wat.NIETS}
    kantoor.register.neem_op(maak_aanvraag(), NU)
    kantoor.register.neem_op(maak_aanvraag(), NU + timedelta(minutes=1))
    later = meet(kantoor.database, NU + timedelta(hours=1))
    assert (later.post_wachtend, later.post_oudste) == (2, 3600.0)
    assert (later.wachtend[Wat.OPENEN], later.oudste_wachtend, later.over_termijn) == (2, 3600.0, 0)
    assert meet(kantoor.database, NU + timedelta(days=60)).over_termijn == 2
    klok = Klok(NU + timedelta(hours=1))
    await PostWerker(kantoor, aflevering=Weigert(), nu=klok).leeg()
    assert meet(kantoor.database, klok.nu).alarmen == 2
