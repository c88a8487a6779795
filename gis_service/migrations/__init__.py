"""Migrations: Alembic moves the tables, the catalogue makes anew what stands around them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from gis_service.store import schema
from gis_service.store.account_tables import IDENTITY
from gis_service.store.columns import SCHEMA

_LOCK = 0x6F6E656D6170
"""Advisory lock: two starts at once migrate one after the other."""


def migrate(engine: Engine) -> None:
    """Brings the database to the newest revision, in one transaction; does nothing twice.

    `engine` connects as the owner. Raises sqlalchemy.exc.DBAPIError when the database refuses.
    """
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        moved = _upgrade(connection)
        schema.ensure(connection)
        if moved:
            schema.figures.refresh_all(connection)


def write_revision(engine: Engine, message: str) -> str:
    """Writes the migration from the newest revision to the catalogue; answers its path.

    The database is empty, or at a revision of ours.
    """
    versions = Path(__file__).parent / "versions"
    number = f"{len([*versions.glob('0*.py')]) + 1:04}"
    with engine.begin() as connection:
        # What stands around the tables would name some that are yet to be made.
        _upgrade(connection)
        config = _config()
        config.attributes["connection"] = connection
        script = command.revision(config, message, autogenerate=True, rev_id=number)
    assert script is not None
    assert not isinstance(script, list)
    return script.path


def current(connection: Connection) -> str | None:
    """The revision the database is at, or None when it has none of our tables."""
    options = {"version_table_schema": SCHEMA}
    return MigrationContext.configure(connection, opts=options).get_current_revision()


def head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def _upgrade(connection: Connection) -> bool:
    """Whether there was anything to do."""
    _prepare(connection)
    if current(connection) == head():
        return False
    schema.drop(connection)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return True


def _prepare(connection: Connection) -> None:
    if not connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'postgis'")):
        connection.exec_driver_sql("CREATE EXTENSION postgis")
    for statement in schema.roles.statements():
        connection.exec_driver_sql(statement)
    for name in (SCHEMA, IDENTITY):
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {name}")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config
