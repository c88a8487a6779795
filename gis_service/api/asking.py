"""A list's parameters, made into what the store reads by."""

from collections.abc import Iterator
from math import isfinite

from sqlalchemy import ColumnElement, FromClause

from gis_service.api.moments import interval
from gis_service.api.queries import MAX_LIMIT, ItemsAsked, equalities
from gis_service.errors import BadParameter
from gis_service.store import boxes, cql, sorting
from gis_service.store.periods import during
from gis_service.store.reading import Wanted, names
from gis_service.store.references import REFERENCES, Reference
from layers.core.layer import Layer
from layers.core.text import Text


def wanted(layer: Layer, source: FromClause, asked: ItemsAsked) -> Wanted:
    """Raises BadParameter, naming the parameter."""
    return Wanted(
        where=tuple(_conditions(layer, source, asked)),
        order=(*_order(layer, source, asked.sortby), sorting.ID),
        after=asked.cursor,
        limit=min(asked.limit, MAX_LIMIT),
        reference=reference(asked.crs, "crs"),
    )


def reference(uri: str, parameter: str) -> Reference:
    found = REFERENCES.get(uri)
    if found is None:
        known = ", ".join(REFERENCES)
        raise BadParameter(
            parameter,
            Text(f"不支持坐标系 {uri};可用:{known}。", f"{uri} is not supported. Known: {known}."),
        )
    return found


def _conditions(
    layer: Layer, source: FromClause, asked: ItemsAsked
) -> Iterator[ColumnElement[bool]]:
    for name, value in equalities(asked).items():
        yield source.c[name] == value
    if asked.bbox is not None:
        ground = boxes.ground(_box(asked.bbox), reference(asked.bbox_crs, "bbox-crs"))
        yield boxes.touching(layer, source, ground)
    if asked.datetime is not None:
        yield from during(layer, source, interval(asked.datetime))
    if asked.filter is not None:
        in_ = reference(asked.filter_crs, "filter-crs")
        yield cql.condition(source, asked.filter, asked.filter_lang, in_)


def _box(text: str) -> boxes.Box:
    """Of six numbers, the heights say nothing: the platform is flat."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) not in (4, 6) or not all(map(isfinite, numbers)):
        wrong = Text("应为 4 个或 6 个数,以逗号分隔。", "Expected 4 or 6 numbers, by commas.")
        raise BadParameter("bbox", wrong)
    half = len(numbers) // 2
    return numbers[0], numbers[1], numbers[half], numbers[half + 1]


def _order(layer: Layer, source: FromClause, text: str | None) -> Iterator[sorting.Key]:
    sortable = ("id", *names(layer, source))
    for part in [] if text is None else text.split(","):
        # An unescaped plus sign reaches us as a space.
        name = part[1:] if part[:1] in ("+", "-", " ") else part
        if name not in sortable:
            known = ", ".join(sortable)
            raise BadParameter(
                "sortby",
                Text(f"没有属性“{name}”;可用:{known}。", f"No '{name}'. Known: {known}."),
            )
        yield sorting.Key(name, descending=part.startswith("-"))
