"""How far a layer reaches, in space and in time."""

import time
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, FromClause, ScalarSelect, false, func, select

from gis_service.store.views import view
from layers.core.access import Actor
from layers.core.geometry import SRID
from layers.core.layer import Layer

KEPT_S = 60.0
"""A period is looked for in every row; it is right to within this time."""
_EDGES = {
    "XMin": (-180, -90, -180, 90),
    "YMin": (-180, -90, 180, -90),
    "XMax": (180, -90, 180, 90),
    "YMax": (-180, 90, 180, 90),
}
"""The edges of the world that the sides of a box look to."""


@dataclass(frozen=True, slots=True)
class Extent:
    """`box` is west, south, east, north. None where nothing bounds the layer."""

    box: tuple[float, float, float, float] | None
    starts: date | datetime | None
    ends: date | datetime | None


@dataclass(slots=True)
class Extents:
    """The extents of layers as actors see them, each kept for `kept_s` seconds."""

    kept_s: float = KEPT_S
    _found: dict[tuple[str, Actor], tuple[float, Extent]] = field(default_factory=dict)

    def of(self, db: Connection, actor: Actor, layer: Layer) -> Extent:
        now = time.monotonic()
        at, extent = self._found.get((layer.name, actor), (now - self.kept_s - 1, None))
        if extent is None or now - at > self.kept_s:
            extent = _extent(db, actor, layer)
            self._found[layer.name, actor] = now, extent
        return extent


def _extent(db: Connection, actor: Actor, layer: Layer) -> Extent:
    source = view(layer, actor)
    box = _box(db, source) if layer.geometry else None
    starts, ends = _period(db, source, *layer.period) if layer.period else (None, None)
    return Extent(box, starts, ends)


def _box(db: Connection, source: FromClause) -> tuple[float, float, float, float] | None:
    """Each side from the one feature nearest to that edge of the world, which the spatial index
    finds at once; adding up the boxes of five million footprints takes many seconds."""
    found = db.execute(select(*(_outermost(source, side) for side in _EDGES))).one()
    return None if found[0] is None else (found[0], found[1], found[2], found[3])


def _outermost(source: FromClause, side: str) -> ScalarSelect[float]:
    shape = source.c.geometry
    edge = func.ST_MakeEnvelope(*_EDGES[side], SRID)
    nearest = select(getattr(func, f"ST_{side}")(shape)).where(shape.is_not(None))
    return nearest.order_by(shape.op("<#>")(edge)).limit(1).scalar_subquery()


def _period(
    db: Connection, source: FromClause, first: str, last: str | None
) -> tuple[Any, Any | None]:
    column = source.c[last or first]
    # One row without an end leaves the whole layer open.
    open_ = func.bool_or(column.is_(None)) if last else false()
    starts, ends, is_open = db.execute(
        select(func.min(source.c[first]), func.max(column), open_).select_from(source)
    ).one()
    return starts, None if is_open else ends
