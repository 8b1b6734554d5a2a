"""Alembic's entry point: runs the migrations on the connection, and in the transaction, of `plosive.store.database`."""

from alembic import context

from plosive.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
