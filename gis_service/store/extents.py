"""How far a layer reaches, in space and in time."""

import time
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, func, literal_column, null, select

from gis_service.store.views import view
from layers.core.access import Actor
from layers.core.layer import Layer

KEPT_S = 60.0
"""An extent is looked for in every row; it is right to within this time."""
_SIDES = ("XMin", "YMin", "XMax", "YMax")


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
    if layer.geometry is None and layer.period is None:
        return Extent(None, None, None)
    source = view(layer, actor)
    nothing = null()
    box = func.ST_Extent(source.c.geometry) if layer.geometry else nothing
    first, last = layer.period or (None, None)
    starts = func.min(source.c[first]) if first else nothing
    # One row without an end leaves the whole layer open.
    ends = func.max(source.c[last or first]) if first else nothing
    open_ = func.bool_or(source.c[last].is_(None)) if last else literal_column("false")
    found = db.execute(
        select(
            *(getattr(func, f"ST_{side}")(box) for side in _SIDES),
            starts.label("starts"),
            ends.label("ends"),
            open_.label("open"),
        ).select_from(source)
    ).one()
    return Extent(
        None if found[0] is None else (found[0], found[1], found[2], found[3]),
        found.starts,
        None if found.open else found.ends,
    )
