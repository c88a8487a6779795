"""What each database role may do, tried by hand in SQL: the checks above it are not asked."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from gis_service.store.columns import SCHEMA
from gis_service.store.database import Database
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.layer import Layer, Visibility, Writing
from tests.examples import add_examples

LAYERS = pytest.mark.parametrize("layer", CATALOGUE.values(), ids=lambda layer: layer.name)


@pytest.fixture(scope="module")
def filled(database: Database) -> Database:
    """One published row in every layer."""
    with database.owner.begin() as connection:
        add_examples(connection)
    return database


def refused(engine: Engine, statement: str) -> bool:
    """Whether the database says that this role may not."""
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    except DBAPIError as error:
        return type(error.orig).__name__ == "InsufficientPrivilege"
    return False


@LAYERS
def test_the_anonymous_role_reads_no_table(filled: Database, layer: Layer) -> None:
    assert refused(filled.anonymous, f"SELECT * FROM {SCHEMA}.{layer.name}")


@LAYERS
def test_the_anonymous_role_reads_the_public_view_and_writes_nothing(
    filled: Database, layer: Layer
) -> None:
    view = {"view": f"open.{layer.name}"}
    with filled.anonymous.connect() as connection:
        exists = connection.scalar(text("SELECT to_regclass(:view)"), view)
        assert (exists is not None) == layer.public
        if not layer.public:
            return
        may = "SELECT has_table_privilege(:view, 'INSERT, UPDATE, DELETE, TRUNCATE')"
        assert connection.scalar(text(f"SELECT count(*) FROM open.{layer.name}")) == 1
        assert not connection.scalar(text(may), view)


@LAYERS
def test_the_public_view_has_no_private_column(filled: Database, layer: Layer) -> None:
    if not layer.public:
        return
    with filled.anonymous.connect() as connection:
        columns = set(connection.execute(text(f"SELECT * FROM open.{layer.name} LIMIT 0")).keys())
    private = set(layer.attributes.model_fields) - layer.public_fields
    assert columns & private == set()
    assert layer.public_fields <= columns


@LAYERS
def test_a_row_that_is_taken_back_leaves_the_public_view(filled: Database, layer: Layer) -> None:
    if not layer.public or layer.writing is not Writing.CRUD:
        return
    count = text(f"SELECT count(*) FROM open.{layer.name}")
    with filled.owner.connect() as connection, connection.begin() as transaction:
        before = connection.scalar(count)
        connection.execute(TABLES[layer.name].update().values(visibility=Visibility.DRAFT.value))
        assert (before, connection.scalar(count)) == (1, 0)
        transaction.rollback()


@LAYERS
def test_staff_write_as_the_layer_allows(filled: Database, layer: Layer) -> None:
    table = f"{SCHEMA}.{layer.name}"
    appends = layer.writing.by_staff
    changes = layer.writing is Writing.CRUD
    assert refused(filled.staff, f"INSERT INTO {table} DEFAULT VALUES") is not appends
    assert refused(filled.staff, f"UPDATE {table} SET version = 1 WHERE false") is not changes
    assert refused(filled.staff, f"DELETE FROM {table} WHERE false") is not changes


@pytest.mark.parametrize("table", ["history", "communities_derived"])
def test_what_triggers_write_staff_only_read(filled: Database, table: str) -> None:
    assert not refused(filled.staff, f"SELECT * FROM {SCHEMA}.{table}")
    assert refused(filled.staff, f"DELETE FROM {SCHEMA}.{table}")
    assert refused(filled.staff, f"UPDATE {SCHEMA}.{table} SET id = id")


@pytest.mark.parametrize("layer", ["publicity", "ballots", "stage_changes"])
@pytest.mark.parametrize("change", ["UPDATE {} SET version = 2", "DELETE FROM {}"])
def test_not_even_the_owner_changes_what_is_only_appended(
    filled: Database, layer: str, change: str
) -> None:
    with filled.owner.connect() as connection, pytest.raises(DBAPIError, match="never changed"):
        connection.execute(text(change.format(f"{SCHEMA}.{layer}")))


def test_history_is_never_changed(filled: Database) -> None:
    with filled.owner.connect() as connection, pytest.raises(DBAPIError, match="never changed"):
        connection.execute(text(f"DELETE FROM {SCHEMA}.history"))


def test_a_role_cannot_be_thrown_off(filled: Database) -> None:
    assert refused(filled.anonymous, "SET ROLE onemap_staff")
    assert refused(filled.staff, "SET ROLE onemap_owner")


def test_a_transaction_of_staff_names_the_actor_in_history(filled: Database) -> None:
    with filled.transaction(OPERATOR) as db:
        db.execute(text(f"UPDATE {SCHEMA}.works SET progress = 0.5"))
    with filled.owner.connect() as connection:
        row = connection.execute(
            text(f"SELECT * FROM {SCHEMA}.history ORDER BY id DESC LIMIT 1")
        ).one()
    assert (row.layer, row.operation, row.actor, row.version) == ("works", "update", "operator", 2)
    assert row.before["progress"] == 0.4
    assert row.after["progress"] == 0.5
