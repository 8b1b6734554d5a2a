"""Alembic's entry point: runs the steps on the connection, and in the transaction, that `plosive.store.database` opened."""

from alembic import context

from plosive.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
