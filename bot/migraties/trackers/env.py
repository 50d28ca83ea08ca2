"""Alembic's entry point. The connection and its transaction come from `loket.store.database`."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
