"""What was: every version of a feature, and layers at a moment, from what the trigger wrote down.

Bulk loads leave no row of history for each feature. One is written before its first change; until
then a feature is as it has been since it was loaded.
"""

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    column,
    exists,
    func,
    literal_column,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import distinct_on

from gis_service.store import scopes
from gis_service.store.columns import SCHEMA
from gis_service.store.tables import HISTORY, TABLES
from layers.core.access import Place
from layers.core.layer import Layer

Row = Mapping[str, Any]
_COLUMNS = (
    HISTORY.c.version,
    HISTORY.c.operation,
    HISTORY.c.at,
    HISTORY.c.actor,
    HISTORY.c.before,
    HISTORY.c.after,
    func.ST_AsBinary(HISTORY.c.geometry),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One change. `before` and `after` are rows of the layer's table, one of them None where the
    feature came or went; `geometry` is that of the row after it, or of the row that went.

    `place` is where the feature belonged by the owner that it then named.
    """

    version: int
    operation: str
    at: datetime
    actor: str
    before: Row | None
    after: Row | None
    geometry: BaseGeometry | None
    place: Place

    @property
    def row(self) -> Row:
        row = self.after or self.before
        assert row is not None
        return row

    def without(self, names: Collection[str]) -> Self:
        """The same, but for those attributes."""
        before, after = (
            row and {name: value for name, value in row.items() if name not in names}
            for row in (self.before, self.after)
        )
        return dataclasses.replace(self, before=before, after=after)


def versions(
    db: Connection, layer: Layer, id_: int, limit: int, below: int | None = None
) -> list[Version]:
    """The changes of a feature, newest first; of a deleted one, too.

    `below` leaves out that version and those after it.
    """
    chosen = select(*_COLUMNS).where(HISTORY.c.layer == layer.name, HISTORY.c.feature == id_)
    if below is not None:
        chosen = chosen.where(HISTORY.c.version < below)
    rows = db.execute(chosen.order_by(HISTORY.c.id.desc()).limit(limit)).all()
    owners = [(row.after or row.before).get(layer.owner) for row in rows]
    return [
        Version(*row[:-1], None if row[-1] is None else shapely.from_wkb(bytes(row[-1])), place)
        for row, place in zip(rows, scopes.places(db, layer, owners), strict=True)
    ]


def at_version(db: Connection, layer: Layer, id_: int, version: int) -> Version | None:
    """The feature as it was at a version of its own."""
    return next(
        (
            found
            for found in versions(db, layer, id_, limit=2, below=version + 1)
            if found.version == version and found.after is not None
        ),
        None,
    )


def deleted(db: Connection, layer: Layer, id_: int) -> Version | None:
    """How a feature went, if there was one that has gone."""
    last = versions(db, layer, id_, limit=1)
    return last[0] if last and last[0].operation == "delete" else None


def state(layer: Layer, moment: datetime) -> FromClause:
    """The rows of the layer's table as they were at `moment`, without what is computed of them."""
    table = TABLES[layer.name]
    names = ["id", *layer.attributes.model_fields, "visibility", "version"]
    names += ["created_at", "updated_at"]
    ours = HISTORY.c.layer == layer.name

    def shape(source: FromClause) -> list[ColumnElement[Any]]:
        return [source.c.geometry] if layer.geometry else []

    last = (
        select(HISTORY.c.feature, HISTORY.c.after, HISTORY.c.geometry)
        .where(ours, HISTORY.c.feature.is_not(None), HISTORY.c.at <= moment)
        .ext(distinct_on(HISTORY.c.feature))
        .order_by(HISTORY.c.feature, HISTORY.c.id.desc())
        .subquery("last")
    )
    was = func.jsonb_populate_record(
        literal_column(f"CAST(NULL AS {SCHEMA}.{layer.name})"), last.c.after
    ).table_valued(*(column(c.name, c.type) for c in table.c), name="was")
    written = (
        select(*shape(last), *(was.c[name] for name in names))
        .select_from(last.join(was, true()))
        .where(last.c.after.is_not(None))
    )
    unwritten = select(*shape(table), *(table.c[name] for name in names)).where(
        table.c.created_at <= moment,
        ~exists().where(ours, HISTORY.c.feature == table.c.id),
    )
    return written.union_all(unwritten).subquery("past")
