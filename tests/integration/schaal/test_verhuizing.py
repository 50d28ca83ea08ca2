"""The whole service on SQLite, moved, and the whole service on PostgreSQL: people just go on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.verhuis import verhuis
from loket.kantoor import Kantoor
from loket.store.verhuizing import VerhuisFout
from tests.integration.kantoor.hulp import maak_aanvraag
from tests.opslag import lege_databank
from tests.stapel import KLEINE_ACTIES, Stapel


def test_a_conversation_and_a_mail_go_on_after_the_move(klein_model: Path, tmp_path: Path) -> None:
    adres = lege_databank()
    oud = Stapel(tmp_path / "data", klein_model, KLEINE_ACTIES, {"LOKET_DATABASE_URL": ""})
    nieuw = Stapel(tmp_path / "data", klein_model, KLEINE_ACTIES, {"LOKET_DATABASE_URL": adres})
    nu = datetime.now(UTC)
    try:
        oud.start()
        oud.wacht_klaar()
        gesprek = oud.begin()
        assert gesprek.zeg("een", "m-1")[0]["text"] == "Bericht 1: een"
        with pytest.raises(VerhuisFout, match="Stop de dienst"):
            verhuis(nieuw.instellingen, nu)
        assert gesprek.zeg("twee", "m-2")[0]["text"] == "Bericht 2: twee", "and nobody noticed"
        assert oud.stop() == 0
        kantoor = Kantoor.open(oud.instellingen)
        kantoor.register.neem_op(maak_aanvraag(), nu)  # its mail has not left
        kantoor.sluit()
        assert oud.mails() == []

        verhuis(nieuw.instellingen, nu)

        nieuw.start()
        nieuw.wacht_klaar()
        gesprek.stapel = nieuw
        assert gesprek.zeg("twee", "m-2")[0]["text"] == "Bericht 2: twee", "the same answer as before"
        assert gesprek.zeg("drie", "m-3")[0]["text"] == "Bericht 3: drie"
        gezegd = [regel["text"] for regel in gesprek.verloop() if regel["van"] == "mens"]
        assert gezegd == ["een", "twee", "drie"]
        assert len(nieuw.wacht_op_mails(1)) == 1
        assert nieuw.stop() == 0
    finally:
        oud.ruim_op()
        nieuw.ruim_op()
