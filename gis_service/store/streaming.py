"""A whole layer as someone may see it, row by row, without holding it in memory."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from gis_service.store.selection import Selection, conditions
from gis_service.store.views import view
from layers.core.access import Actor
from layers.core.layer import Layer

BATCH = 5_000


def names(layer: Layer, actor: Actor) -> list[str]:
    """The columns of a stream: id, attributes and kept figures, and for staff the visibility."""
    seen = view(layer, actor).c
    return [name for name in ("id", *layer.fields, "visibility") if name in seen]


def batches(
    db: Connection, layer: Layer, actor: Actor, selection: Selection
) -> Iterator[Sequence[Row[Any]]]:
    """Rows by id: the columns `names` says, then (for a map layer) the shape as WKB."""
    seen = view(layer, actor)
    shape = [func.ST_AsBinary(seen.c.geometry)] if layer.geometry else []
    query = select(*(seen.c[name] for name in names(layer, actor)), *shape)
    query = query.where(*conditions(layer, seen, selection))
    query = query.order_by(seen.c.id).execution_options(yield_per=BATCH)
    with db.execute(query) as result:
        yield from result.partitions()
