"""Public changes as they are committed, and those that someone missed.

Numbers of rows say nothing about the order of commits: a transaction that began earlier may end
later. What tells is the oldest transaction still open when one read, PostgreSQL's `xmin`: whatever
is older has been read, and whatever is not may be read twice but never missed.
"""

import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import AsyncConnection
from psycopg.rows import dict_row
from sqlalchemy import Connection, Engine, text

from gis_service.store.schema.announcing import CHANNEL, KEPT_FOR_S

Box = tuple[float, float, float, float]

MOST_MISSED = 500
"""Whoever missed more had better read everything anew."""
_LOOKED_EVERY_S = 30.0
"""Notifications can be lost with a connection; so often the table is read without one."""

_SINCE = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS now,
           c.id, c.layer, c.features, c.west, c.south, c.east, c.north, c.xact
    FROM (SELECT) AS once LEFT JOIN open.changes c ON c.xact >= {mark}
    ORDER BY c.id LIMIT {limit}
"""


@dataclass(frozen=True, slots=True)
class Change:
    """Public rows of a layer that one statement touched. `ids` is None when they are too many,
    `box` (west, south, east, north) where the layer has no shapes."""

    layer: str
    ids: list[int] | None
    box: Box | None


@dataclass(frozen=True, slots=True)
class Mark:
    """How far someone has read, and when: a transaction and seconds since 1970."""

    xact: int
    at: float

    @property
    def too_old(self) -> bool:
        """Whether what came after it may have been thrown away."""
        return not time.time() - KEPT_FOR_S < self.at <= time.time()


@dataclass(frozen=True, slots=True)
class Batch:
    changes: tuple[Change, ...]
    mark: Mark


async def announced(engine: Engine, after: Mark | None) -> AsyncIterator[Batch]:
    """Changes from now on, or after a mark, as they are committed. Raises psycopg.Error.

    It listens on a connection of its own, with the URL of `engine`.
    """
    _, options = engine.dialect.create_connect_args(engine.url)
    async with await AsyncConnection.connect(**options, autocommit=True) as connection:
        await connection.execute(f"LISTEN {CHANNEL}".encode())
        mark, told = after, set[int]()
        if mark is None:
            mark, told, _ = await _read(connection, 0, told)
        while True:
            mark, told, changes = await _read(connection, mark.xact, told)
            yield Batch(changes, mark)
            async for _ in connection.notifies(timeout=_LOOKED_EVERY_S, stop_after=1):
                pass


async def _read(
    connection: AsyncConnection[Any], xact: int, told: set[int]
) -> tuple[Mark, set[int], tuple[Change, ...]]:
    """Where to read on, which rows beyond that have been told, and the changes that had not."""
    async with connection.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(_SINCE.format(mark="%s", limit="ALL").encode(), [xact])
        rows = await cursor.fetchall()
    mark = Mark(rows[0]["now"], time.time())
    known = [row for row in rows if row["id"] is not None]
    ahead = {row["id"] for row in known if row["xact"] >= mark.xact}
    return mark, ahead, tuple(_change(row) for row in known if row["id"] not in told)


def missed(db: Connection, mark: Mark) -> Sequence[Change] | None:
    """What was committed after a mark; None when that cannot be said, or is too much to say."""
    if mark.too_old:
        return None
    statement = text(_SINCE.format(mark=":mark", limit=":limit"))
    values = {"mark": mark.xact, "limit": MOST_MISSED + 1}
    rows = db.execute(statement, values).mappings().all()
    # A mark ahead of the database comes from another one, such as before a restoration.
    if len(rows) > MOST_MISSED or mark.xact > rows[0]["now"]:
        return None
    return [_change(row) for row in rows if row["id"] is not None]


def _change(row: Any) -> Change:
    box = row["west"], row["south"], row["east"], row["north"]
    return Change(row["layer"], row["features"], None if None in box else box)
