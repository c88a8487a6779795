"""What was: every version of a feature, as the history trigger wrote them down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection, func, select

from gis_service.store import scopes
from gis_service.store.tables import HISTORY
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
