"""Which part of a layer is meant: a box, a filter, or both, as conditions on what is seen of it."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, func

from gis_service.errors import BadParameter
from gis_service.store import boxes, cql
from gis_service.store.references import CRS84
from gis_service.store.views import view
from layers.core.access import Actor
from layers.core.layer import Layer
from layers.core.text import Text


def conditions(
    layer: Layer, actor: Actor, box: boxes.Box | None, filter_: str | None
) -> Iterator[ColumnElement[bool]]:
    """`box` is west, south, east, north in degrees; `filter_` is CQL2 text. Raises BadParameter."""
    seen = view(layer, actor)
    if box is not None:
        if layer.geometry is None:
            raise BadParameter("bbox", Text("台账没有图形。", "A ledger has no shapes."))
        yield func.ST_Intersects(seen.c.geometry, boxes.parameter(boxes.ground(box, CRS84)))
    if filter_ is not None:
        yield cql.condition(seen, cql.Filter(filter_))
