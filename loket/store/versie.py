"""Which version the tables have, and which one this program wants."""

from __future__ import annotations

from functools import cache

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from loket.store.database import MIGRATIES, Database


@cache
def nieuwste() -> str:
    """The newest migration that this program knows."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIES).replace("%", "%%"))
    return str(ScriptDirectory.from_config(config).get_current_head())


def huidige(database: Database) -> str | None:
    """The migration that the tables are at, None when there are no tables. Raises RegisterFout."""
    with database.lees() as sessie:
        return MigrationContext.configure(sessie.connection()).get_current_revision()
