"""A list's parameters, made into what the store reads by."""

from collections.abc import Collection, Iterator
from math import isfinite

from gis_service.api.moments import interval
from gis_service.api.queries import MAX_LIMIT, ItemsAsked, equalities
from gis_service.errors import BadParameter
from gis_service.store import boxes, sorting
from gis_service.store.cql import Filter
from gis_service.store.reading import Wanted
from gis_service.store.references import REFERENCES, Reference
from gis_service.store.selection import Selection
from layers.core.text import Text


def wanted(visible: Collection[str], asked: ItemsAsked) -> Wanted:
    """What is wanted of a layer whose attributes `visible` the client may see.

    Raises BadParameter, naming the parameter.
    """
    return Wanted(
        selection=_selection(asked),
        order=(*_order(("id", *visible), asked.sortby), sorting.ID),
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


def _selection(asked: ItemsAsked) -> Selection:
    box_in = reference(asked.bbox_crs, "bbox-crs")
    filter_in = reference(asked.filter_crs, "filter-crs")
    return Selection(
        equal=equalities(asked),
        ground=None if asked.bbox is None else boxes.ground(_box(asked.bbox), box_in),
        interval=None if asked.datetime is None else interval(asked.datetime),
        filter=None if asked.filter is None else Filter(asked.filter, asked.filter_lang, filter_in),
    )


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


def _order(sortable: Collection[str], text: str | None) -> Iterator[sorting.Key]:
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
