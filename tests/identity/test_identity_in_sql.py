"""What each database role may do with accounts, tried by hand in SQL."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from gis_service.store.account_tables import (
    ACCESSES,
    ACCOUNTS,
    IDENTITY,
    OPENINGS,
    SESSIONS,
    THROTTLES,
    TOKENS,
)
from gis_service.store.columns import SCHEMA
from gis_service.store.database import Database

TABLES = pytest.mark.parametrize(
    "table",
    [ACCOUNTS, SESSIONS, TOKENS, THROTTLES, OPENINGS, ACCESSES],
    ids=lambda table: table.name,
)


def refused(engine: Engine, statement: str) -> bool:
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    except DBAPIError as error:
        return type(error.orig).__name__ == "InsufficientPrivilege"
    return False


@TABLES
@pytest.mark.parametrize("role", ["anonymous", "staff"])
@pytest.mark.parametrize("statement", ["SELECT * FROM {}", "DELETE FROM {}"])
def test_who_serves_features_reads_no_account(
    database: Database, table: object, role: str, statement: str
) -> None:
    assert refused(getattr(database, role), statement.format(table))


@TABLES
def test_the_gate_reads_no_account(database: Database, table: object) -> None:
    with database.owner.connect() as db:
        may = text("SELECT has_table_privilege('onemap_gate', :table, 'SELECT')")
        assert not db.scalar(may, {"table": str(table)})


def test_staff_note_and_cannot_look(database: Database) -> None:
    note = f"INSERT INTO {ACCESSES} (actor, layer) VALUES ('someone', 'some')"
    assert not refused(database.staff, note)
    assert refused(database.anonymous, note)
    assert refused(database.identity, note)


@pytest.mark.parametrize("statement", ["SELECT * FROM {}.households", "DELETE FROM {}.works"])
def test_who_keeps_accounts_reads_no_feature(database: Database, statement: str) -> None:
    assert refused(database.identity, statement.format(SCHEMA))


def test_every_table_of_accounts_is_tried_here(database: Database) -> None:
    with database.owner.connect() as db:
        found = db.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = :schema"),
            {"schema": IDENTITY},
        ).all()
    tried = {ACCOUNTS, SESSIONS, TOKENS, THROTTLES, OPENINGS, ACCESSES}
    assert set(found) == {table.name for table in tried}
