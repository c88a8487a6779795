from datetime import date

import pytest
from sqlalchemy import func, select, text

from gis_service.demo import NotEmpty, Scale, load, loaded_scale
from gis_service.store.database import Database
from gis_service.store.tables import HISTORY, TABLES
from tests.demo.conftest import DAY, Rows


@pytest.fixture(scope="module")
def loaded(database: Database) -> Database:
    assert loaded_scale(database.owner) is None
    load(database.owner, "town", lambda _: None, today=DAY)
    return database


def test_every_row_arrives(loaded: Database, town: Rows) -> None:
    with loaded.owner.connect() as connection:
        for name, table in TABLES.items():
            assert connection.scalar(select(func.count()).select_from(table)) == len(town[name])


def test_the_load_is_remembered_as_one_row_a_layer(loaded: Database) -> None:
    assert loaded_scale(loaded.owner) is Scale.TOWN
    with loaded.owner.connect() as connection:
        operations = connection.scalars(select(HISTORY.c.operation)).all()
    assert set(operations) == {"load"}
    assert len(operations) == len(TABLES)


def test_a_second_load_is_refused(loaded: Database) -> None:
    with pytest.raises(NotEmpty):
        load(loaded.owner, "town", lambda _: None, today=DAY)


def test_figures_are_added_up_for_the_public(loaded: Database) -> None:
    with loaded.anonymous.connect() as connection:
        communities, phases, gaps = connection.execute(
            text(
                "SELECT count(*), count(DISTINCT phase), count(*) FILTER (WHERE gap_cny > 0)"
                " FROM open.communities"
            )
        ).one()
    assert (communities, phases) == (57, 7)
    assert gaps > 0


def test_indexes_keys_and_triggers_are_back(loaded: Database) -> None:
    with loaded.owner.connect() as connection:
        triggers = connection.scalar(
            text("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'")
        )
        indexes = connection.scalar(
            text("SELECT count(*) FROM pg_indexes WHERE schemaname = 'onemap'")
        )
        keys = connection.scalar(text("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"))
    assert triggers == 0
    wanted = sum(len(table.indexes) for table in TABLES.values())
    assert indexes >= wanted
    assert keys >= sum(len(table.foreign_keys) for table in TABLES.values())


def test_the_next_feature_takes_the_next_number(loaded: Database, town: Rows) -> None:
    table = TABLES["divisions"]
    with loaded.owner.begin() as connection:
        number = connection.scalar(
            table.insert()
            .values(code="99", name="某省", level="province", system="x", search_key="x")
            .returning(table.c.id)
        )
        connection.rollback()
    assert number == len(town["divisions"]) + 1


def test_a_load_that_fails_leaves_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.owner.begin() as connection:
        tables = ", ".join(f"onemap.{name}" for name in TABLES)
        connection.execute(
            text(f"TRUNCATE {tables}, onemap.communities_derived, onemap.history CASCADE")
        )

    def interrupted(message: str) -> None:
        raise KeyboardInterrupt(message)

    with pytest.raises(KeyboardInterrupt):
        load(database.owner, "town", interrupted, today=date(2026, 1, 1))
    with database.owner.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(TABLES["divisions"])) == 0
