"""Loading whole tables at once: COPY, while indexes, foreign keys and triggers stand aside.

For empty tables only. No history row is written for each feature, but one for the load of each
layer; the figures of communities are computed once, at the end. All of it is one transaction:
a load that fails leaves nothing behind.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray
from psycopg import sql
from pyarrow import csv
from sqlalchemy import Connection, Engine, func, select, text

from gis_service.store.columns import SCHEMA
from gis_service.store.tables import HISTORY, TABLES
from layers.core.layer import Layer
from layers.core.search import search_key

Column = NDArray[Any] | Sequence[Any]


@contextmanager
def loading(connection: Connection) -> Iterator[None]:
    """Within it the tables of all layers take rows as fast as they can, unchecked by each other.

    Foreign keys are checked when they come back, at the end.
    """
    keys, indexes = _keys(connection), _indexes(connection)
    for name in TABLES:
        _run(connection, f"ALTER TABLE {SCHEMA}.{name} DISABLE TRIGGER USER")
    for table, name, _ in keys:
        _run(connection, f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _ in indexes:
        _run(connection, f"DROP INDEX {name}")
    yield
    for _, definition in indexes:
        _run(connection, definition)
    for table, name, definition in keys:
        _run(connection, f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    for name in TABLES:
        _run(connection, f"ALTER TABLE {SCHEMA}.{name} ENABLE TRIGGER USER")
        _number_on(connection, name)


def append(connection: Connection, layer: Layer, columns: Mapping[str, Column]) -> None:
    """Copies rows, column by column, into the layer's table.

    Geometries are in EPSG:4490. Arrays of `datetime64[s]` are moments in UTC. An attribute without
    a column takes its default.
    """
    named = dict(columns)
    rows = len(columns["id"])
    for name, info in layer.attributes.model_fields.items():
        if name not in named:
            named[name] = [info.get_default()] * rows
    if layer.search:
        assert layer.name_field is not None
        named["search_key"] = [search_key(str(name)) for name in columns[layer.name_field]]
    if layer.geometry:
        shapes = np.asarray(columns["geometry"], dtype=object)
        named["geometry"] = shapely.to_wkb(shapes, hex=True)
    arrow = pa.table({name: _arrow(column) for name, column in named.items()})
    buffer = BytesIO()
    csv.write_csv(arrow, buffer, csv.WriteOptions(include_header=False))
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(
        sql.Identifier(SCHEMA, layer.name), sql.SQL(", ").join(map(sql.Identifier, named))
    )
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write(buffer.getbuffer())


def remember(connection: Connection, actor: str, rows: Mapping[str, int], about: Any) -> None:
    """One history row for each layer that was loaded."""
    connection.execute(
        HISTORY.insert(),
        [
            {"layer": layer, "operation": "load", "actor": actor, "after": {"rows": n, **about}}
            for layer, n in rows.items()
        ],
    )


def remembered(connection: Connection, actor: str) -> dict[str, Any] | None:
    """What `remember` was told about the load of the communities, if there was one."""
    found = connection.scalar(
        select(HISTORY.c.after).where(
            HISTORY.c.layer == "communities",
            HISTORY.c.feature.is_(None),
            HISTORY.c.operation == "load",
            HISTORY.c.actor == actor,
        )
    )
    return dict(found) if found else None


def is_empty(connection: Connection) -> bool:
    """Whether no layer has a row yet."""
    return not any(
        connection.scalar(select(select(table.c.id).limit(1).exists())) for table in TABLES.values()
    )


def refresh_figures(connection: Connection, first: int, last: int) -> None:
    """Adds up the figures of the communities with ids from `first` to `last`."""
    connection.execute(
        text(
            f"SELECT {SCHEMA}.refresh_figures(array(SELECT generate_series("
            "CAST(:first AS bigint), CAST(:last AS bigint))))"
        ),
        {"first": first, "last": last},
    )


def settle(engine: Engine) -> None:
    """After a load is committed: tells the planner what the tables hold, and marks the rows that
    everyone sees, without which an index alone answers nothing."""
    with engine.connect() as connection:
        settled = connection.execution_options(isolation_level="AUTOCOMMIT")
        for name in (*TABLES, "communities_derived"):
            _run(settled, f"VACUUM (ANALYZE) {SCHEMA}.{name}")


def _arrow(column: Column) -> pa.Array:
    if isinstance(column, np.ndarray) and column.dtype == np.dtype("datetime64[s]"):
        return pa.array(column, type=pa.timestamp("s", tz="UTC"))
    return pa.array(column)


def _keys(connection: Connection) -> list[tuple[str, str, str]]:
    """(table, name, definition) of every foreign key of a layer's table."""
    rows = connection.execute(
        text(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
            " FROM pg_constraint"
            " WHERE contype = 'f' AND conrelid = ANY(CAST(:tables AS regclass[]))"
        ),
        {"tables": _tables()},
    )
    return [tuple(row) for row in rows]


def _indexes(connection: Connection) -> list[tuple[str, str]]:
    """(name, definition) of every index that does not stand behind a key."""
    rows = connection.execute(
        text(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
            " WHERE indrelid = ANY(CAST(:tables AS regclass[])) AND NOT indisunique"
        ),
        {"tables": _tables()},
    )
    return [tuple(row) for row in rows]


def _tables() -> list[str]:
    return [f"{SCHEMA}.{name}" for name in TABLES]


def _number_on(connection: Connection, name: str) -> None:
    """The next feature takes the number after the last one loaded."""
    table = TABLES[name]
    last = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
    sequence = func.pg_get_serial_sequence(f"{SCHEMA}.{name}", "id")
    connection.execute(select(func.setval(sequence, last, False)))


def _run(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
