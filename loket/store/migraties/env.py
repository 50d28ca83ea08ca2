"""Alembic's entry point. The connection and its transaction come from `loket.store.database`."""

from alembic import context

from loket.store.tabellen import Basis

context.configure(connection=context.config.attributes["connection"], target_metadata=Basis.metadata)
context.run_migrations()
