"""The migrations end where the catalogue says, down to checks and indexes."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from gis_service.embedded import Cluster
from gis_service.migrations import current, head, migrate
from gis_service.store.account_tables import IDENTITY
from gis_service.store.columns import SCHEMA
from gis_service.store.database import Database, Urls
from gis_service.store.tables import METADATA
from tests.databases import opened

DEFINITIONS = text("""
    SELECT format('column %s.%s %s%s%s%s', c.relname, a.attname,
                  format_type(a.atttypid, a.atttypmod),
                  CASE WHEN a.attnotnull THEN ' not null' END,
                  ' default ' || pg_get_expr(d.adbin, d.adrelid), ' collate ' || o.collname)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    LEFT JOIN pg_collation o ON o.oid = a.attcollation
    WHERE c.relnamespace::regnamespace::text = ANY(:schemas) AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace::regnamespace::text = ANY(:schemas)
    UNION ALL
    SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = ANY(:schemas)""")
SCHEMAS = [SCHEMA, IDENTITY]


@pytest.fixture(scope="module")
def declared(cluster: Cluster) -> Iterator[Database]:
    """A database whose tables come straight from the catalogue."""
    cluster.create_database("onemap_declared")
    database = opened(cluster, "onemap_declared")
    with database.owner.begin() as connection:
        for schema in SCHEMAS:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        METADATA.create_all(connection)
    yield database
    database.close()
    cluster.drop_database("onemap_declared")


def definitions(database: Database) -> set[str]:
    with database.owner.connect() as connection:
        found = connection.scalars(DEFINITIONS, {"schemas": SCHEMAS})
        return {line for line in found if "alembic_version" not in line}


def test_migrations_agree_with_the_catalogue(database: Database, declared: Database) -> None:
    migrated, wanted = definitions(database), definitions(declared)
    assert migrated - wanted == set()
    assert wanted - migrated == set()


def test_a_second_migration_changes_nothing(database: Database) -> None:
    def fingerprint() -> list[tuple[int, str]]:
        with database.owner.connect() as connection:
            rows = connection.execute(
                text("SELECT oid, relname FROM pg_class WHERE relnamespace = ANY(:schemas)"),
                {"schemas": _namespaces(database)},
            )
            return sorted((row.oid, row.relname) for row in rows)

    before = fingerprint()
    migrate(database.owner)
    assert fingerprint() == before


def test_a_migrated_database_is_at_the_head(database: Database) -> None:
    with database.owner.connect() as connection:
        assert current(connection) == head() is not None


def test_views_that_somebody_broke_are_made_anew(database: Database) -> None:
    with database.owner.begin() as connection:
        connection.execute(text("DROP VIEW open.works"))
        connection.execute(text("COMMENT ON SCHEMA open IS NULL"))
    migrate(database.owner)
    with database.anonymous.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM open.works")) == 0


def test_an_outside_database_takes_its_roles_on_at_connection(
    cluster: Cluster, database: Database
) -> None:
    name = database.owner.url.database
    assert name is not None
    urls = Urls.switching(cluster.url("onemap_superuser", name))
    engine = create_engine(urls.anonymous)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT current_user")) == "onemap_anonymous"
    engine.dispose()


def _namespaces(database: Database) -> list[int]:
    with database.owner.connect() as connection:
        statement = text("SELECT oid FROM pg_namespace WHERE nspname IN ('onemap', 'open')")
        return list(connection.scalars(statement))
