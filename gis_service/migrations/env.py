"""Alembic's entry: it runs on the connection that `migrate` or the revision command hands over."""

from alembic import context

from gis_service.store.account_tables import IDENTITY
from gis_service.store.columns import SCHEMA
from gis_service.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table_schema=SCHEMA,
    include_schemas=True,
    include_name=lambda name, kind, parents: kind != "schema" or name in (SCHEMA, IDENTITY),
)
with context.begin_transaction():
    context.run_migrations()
