"""Which features of a layer are meant, said in plain values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry
from sqlalchemy import ColumnElement, FromClause

from gis_service.store import boxes, cql, periods
from layers.core.layer import Layer


@dataclass(frozen=True, slots=True)
class Selection:
    """All of its parts together. `equal` gives attributes, and `id`, the value they must have;
    `ground` is in longitude and latitude."""

    equal: Mapping[str, Any] = field(default_factory=dict)
    ground: BaseGeometry | None = None
    interval: periods.Interval | None = None
    filter: cql.Filter | None = None


EVERYTHING = Selection()


def conditions(
    layer: Layer, source: FromClause, selection: Selection
) -> Iterator[ColumnElement[bool]]:
    """What the rows of `source` must meet. Raises BadParameter for a filter that fails."""
    for name, value in selection.equal.items():
        yield source.c[name] == value
    if selection.ground is not None:
        yield boxes.touching(layer, source, selection.ground)
    if selection.interval is not None:
        yield from periods.during(layer, source, selection.interval)
    if selection.filter is not None:
        yield cql.condition(source, selection.filter)
