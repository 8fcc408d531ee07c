"""Alembic runs this. The connection, with its transaction open, comes from ``dateline.store.migrating``."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
