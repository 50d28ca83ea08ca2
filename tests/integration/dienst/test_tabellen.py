"""The tables of the dialogue: what the migrations make is what the code expects, also from an old file."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, text

from bot import gebeurtenissen, gesprekken
from bot.channels.messenger import inbox
from bot.opslag import MIGRATIES
from loket.store import versie
from tests.opslag import database

DELEN = {
    "gesprekken": gesprekken.metadata,
    "trackers": gebeurtenissen.metadata,
    "messenger": inbox.metadata,
}


def test_every_part_has_its_migrations() -> None:
    assert {pad.name for pad in MIGRATIES.iterdir()} == set(DELEN)


@pytest.mark.parametrize(
    "migraties", [versie.MIGRATIES, *(MIGRATIES / deel for deel in DELEN)], ids=lambda pad: pad.name
)
def test_the_highest_number_is_the_newest_migration(migraties: Path) -> None:
    assert ScriptDirectory(str(migraties)).get_heads() == [versie.nieuwste(migraties)]


@pytest.mark.parametrize(("deel", "metadata"), DELEN.items())
@pytest.mark.parametrize("oud", [False, True], ids=["new", "made before there were versions"])
def test_the_migrations_make_the_tables_of_the_code(
    tmp_path: Path, deel: str, metadata: MetaData, oud: bool
) -> None:
    los = database(tmp_path, deel)
    if oud:
        los.werk_bij(MIGRATIES / deel)  # the place itself
        with los.schrijf() as sessie:
            sessie.execute(text("DROP TABLE alembic_version"))
            metadata.drop_all(sessie.connection())
            metadata.create_all(sessie.connection())
    for _ in range(2):
        los.werk_bij(MIGRATIES / deel)
    with los.lees() as sessie:
        assert compare_metadata(MigrationContext.configure(sessie.connection()), metadata) == []
    los.sluit()


def test_tables_newer_than_the_program_stay_as_they_are(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    los = database(tmp_path, "gesprekken")
    los.werk_bij(MIGRATIES / "gesprekken")
    with los.schrijf() as sessie:
        sessie.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with caplog.at_level(logging.WARNING):
        los.werk_bij(MIGRATIES / "gesprekken")
    assert "nieuwer (9999)" in caplog.text
    with los.lees() as sessie:
        assert sessie.scalar(text("SELECT version_num FROM alembic_version")) == "9999"
    los.sluit()
