"""Which version the tables of a part have, which one this program wants, and how they get there.

Alembic's migrations are files whose names begin with their number, one after the other. So every start can
see whether the tables are right without Alembic, which takes a third of a second and 10 MB of each process.
"""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table

log = logging.getLogger(__name__)

MIGRATIES = Path(__file__).parent / "migraties"
_STAND = table("alembic_version", column("version_num"))


def nieuwste(migraties: Path = MIGRATIES) -> str:
    """The newest migration of a part that this program knows; `migraties` is its Alembic folder."""
    return max(_bekende(migraties))


def huidige(verbinding: Connection) -> str | None:
    """The migration that the tables are at, None when there are no tables."""
    if not inspect(verbinding).has_table(_STAND.name):
        return None
    stand = verbinding.execute(select(_STAND.c.version_num)).scalar()
    return None if stand is None else str(stand)


def verouderd(verbinding: Connection, migraties: Path) -> bool:
    """Whether there are migrations to run."""
    stand = huidige(verbinding)
    if stand == nieuwste(migraties):
        return False
    if stand is not None and stand not in _bekende(migraties):
        log.warning("de tabellen zijn nieuwer (%s) dan dit programma; ze blijven zoals ze zijn", stand)
        return False
    return True


def werk_bij(verbinding: Connection, migraties: Path) -> None:
    """Run the migrations that the tables lack, in the transaction of `verbinding`."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migraties).replace("%", "%%"))
    config.attributes["connection"] = verbinding
    command.upgrade(config, "head")


@cache
def _bekende(migraties: Path) -> frozenset[str]:
    return frozenset(pad.name.partition("_")[0] for pad in migraties.glob("versions/[0-9]*.py"))
