"""Which version the tables of a part have, which one this program wants, and how they get there."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

log = logging.getLogger(__name__)

MIGRATIES = Path(__file__).parent / "migraties"


@cache
def nieuwste(migraties: Path = MIGRATIES) -> str:
    """The newest migration of a part that this program knows; `migraties` is its Alembic folder."""
    return str(ScriptDirectory.from_config(_config(migraties)).get_current_head())


def huidige(verbinding: Connection) -> str | None:
    """The migration that the tables are at, None when there are no tables."""
    return MigrationContext.configure(verbinding).get_current_revision()


def verouderd(verbinding: Connection, migraties: Path) -> bool:
    """Whether there are migrations to run."""
    stand = huidige(verbinding)
    if stand == nieuwste(migraties):
        return False
    bekend = {versie.revision for versie in ScriptDirectory.from_config(_config(migraties)).walk_revisions()}
    if stand is not None and stand not in bekend:
        log.warning("de tabellen zijn nieuwer (%s) dan dit programma; ze blijven zoals ze zijn", stand)
        return False
    return True


def werk_bij(verbinding: Connection, migraties: Path) -> None:
    """Run the migrations that the tables lack, in the transaction of `verbinding`."""
    config = _config(migraties)
    config.attributes["connection"] = verbinding
    command.upgrade(config, "head")


def _config(migraties: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migraties).replace("%", "%%"))
    return config
