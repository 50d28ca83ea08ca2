"""Alembic's entry point. The connection and its transaction come from `loket.store.database`."""

from alembic import context

import loket.toegang.tabellen  # noqa: F401 - its tables belong to Basis too
from loket.store.tabellen import Basis

context.configure(connection=context.config.attributes["connection"], target_metadata=Basis.metadata)
context.run_migrations()
