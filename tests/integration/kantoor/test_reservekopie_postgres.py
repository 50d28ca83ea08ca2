"""Back-up and restore of PostgreSQL, with its own programs on a real server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from loket.kantoor import Kantoor
from loket.reservekopie import KopieFout, herstel, maak_kopie
from loket.settings import Instellingen
from tests.servers import Postgres

from .hulp import NU, maak_aanvraag, maak_contacten


@pytest.fixture
def server() -> Iterator[Postgres]:
    server = Postgres()
    try:
        with psycopg.connect(f"{server.adres}/postgres", autocommit=True) as los:
            los.execute("CREATE DATABASE oud")
            los.execute("CREATE DATABASE nieuw")
        yield server
    finally:
        server.ruim_op()


def huis(pad: Path, server: Postgres, naam: str, **anders: Any) -> Instellingen:
    gewoon: dict[str, Any] = {
        "datamap": pad / naam,
        "contactenmap": maak_contacten(pad / "contacten"),
        "database_url": f"{server.adres}/{naam}",
    }
    return Instellingen(**gewoon | anders)


def test_every_aanvraag_and_every_mail_comes_back(server: Postgres, tmp_path: Path) -> None:
    oud, nieuw = huis(tmp_path, server, "oud"), huis(tmp_path, server, "nieuw")
    kantoor = Kantoor.open(oud)
    nummers = [kantoor.register.neem_op(maak_aanvraag(f"verhaal {i}"), NU).nummer for i in range(4)]
    kantoor.sluit()
    kopie = maak_kopie(oud, tmp_path / "kopieen", NU)
    assert sorted(pad.name for pad in kopie.iterdir()) == ["overzicht.json", "postgresql.dump"]
    nieuw.datamap.mkdir()
    shutil.copy(oud.datamap / "sleutel", nieuw.datamap / "sleutel")
    hersteld = herstel(nieuw, kopie, NU)
    assert (hersteld.aanvragen, hersteld.wachtende_mails) == (4, 4)
    kantoor = Kantoor.open(nieuw)
    try:
        for i, nummer in enumerate(nummers):
            assert kantoor.register.lees(nummer).antwoorden["wat"].tekst == f"verhaal {i}"
        assert kantoor.register.neem_op(maak_aanvraag(), NU).nummer.startswith("AV-2026-001005")
    finally:
        kantoor.sluit()
    with pytest.raises(KopieFout, match="staat al iets"):
        herstel(nieuw, kopie, NU)
    with pytest.raises(KopieFout, match="kopie van PostgreSQL"):
        herstel(huis(tmp_path, server, "nieuw", database_url=None), kopie, NU)


def test_a_server_that_is_away_is_told(server: Postgres, tmp_path: Path) -> None:
    oud = huis(tmp_path, server, "oud")
    Kantoor.open(oud).sluit()
    server.stop()
    with pytest.raises(KopieFout, match="pg_dump is niet gelukt"):
        maak_kopie(oud, tmp_path / "kopieen", NU)
    assert list((tmp_path / "kopieen").iterdir()) == []
