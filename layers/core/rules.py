"""What is wrong with a feature, said so that a person can mend it, and rules that layers share.

A rule takes a feature and yields its problems, all of them; the caller decides what they mean:
422 in the API, a row report in an import, a red sliver on the map.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import area_m2
from layers.core.text import Term, Text

_LONGEST_DEGREE_M = 112_000

CHINA = (73.0, 3.0, 136.0, 54.0)
"""West, south, east, north in degrees, the islands included."""
MOST_VERTICES = 50_000
"""More than the boundary of any province or the finest survey of an estate has."""
SMALLEST_M2 = 0.01
"""A square of 10 cm: what is smaller was drawn by a slip of the finger."""


class Severity(Term):
    INFO = "info", "提示", "Info"
    MINOR = "minor", "一般", "Minor"
    MAJOR = "major", "较重", "Major"
    CRITICAL = "critical", "严重", "Critical"


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a layer. `geometry` is longitude, latitude in EPSG:4490, or absent."""

    geometry: BaseGeometry | None
    attributes: Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one feature. `citation` names the article that asks for it."""

    code: str
    message: Text
    field: str | None = None
    citation: str | None = None
    severity: Severity = Severity.MAJOR
    geometry: BaseGeometry | None = None


Rule = Callable[[Feature], Iterable[Problem]]


def sound_geometry(feature: Feature) -> Iterator[Problem]:
    """A geometry is not empty, is valid, of a size that can be drawn, and has degrees."""
    shape = feature.geometry
    if shape is None:
        return
    if shape.is_empty:
        yield Problem("geometry.empty", Text("图形为空。", "The geometry is empty."), "geometry")
        return
    west, south, east, north = shape.bounds
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):
        yield Problem(
            "geometry.range",
            Text("坐标不是经纬度(度)。", "Coordinates are not longitude, latitude in degrees."),
            "geometry",
        )
    elif (vertices := shapely.get_num_coordinates(shape)) > MOST_VERTICES:
        yield Problem(
            "geometry.too_many_vertices",
            Text(
                f"图形有 {vertices:,} 个顶点,上限为 {MOST_VERTICES:,}。",
                f"{vertices:,} vertices are over the limit of {MOST_VERTICES:,}.",
            ),
            "geometry",
        )
    elif not shape.is_valid:
        why = shapely.is_valid_reason(shape)
        yield Problem(
            "geometry.invalid",
            Text(f"图形无效:{why}", f"The geometry is invalid: {why}"),
            "geometry",
            geometry=_where(why),
        )
    elif shape.area and shape.area * _LONGEST_DEGREE_M**2 < SMALLEST_M2:
        yield Problem(
            "geometry.too_small",
            Text("图形过小,不足 10 厘米见方。", "The shape is smaller than 10 cm by 10 cm."),
            "geometry",
        )


_OUTSIDE = Text("图形不在中国境内。", "The geometry lies outside China.")
_SWAPPED = Text(
    "图形不在中国境内;交换经纬度后则在,请检查坐标轴顺序。",
    "The geometry lies outside China, but inside once its axes are swapped: check their order.",
)
_POSITION = re.compile(r"\[(\S+) (\S+)\]$")


def in_china(feature: Feature) -> Iterator[Problem]:
    """For what is drawn, or sent by a machine. A file is proven against its divisions instead."""
    shape = feature.geometry
    if shape is None or shape.is_empty:
        return
    west, south, east, north = shape.bounds
    if not _in_china(west, south, east, north):
        swapped = _in_china(south, west, north, east)
        yield Problem(
            "geometry.swapped" if swapped else "geometry.outside_china",
            _SWAPPED if swapped else _OUTSIDE,
            "geometry",
        )


def _in_china(west: float, south: float, east: float, north: float) -> bool:
    return west >= CHINA[0] and south >= CHINA[1] and east <= CHINA[2] and north <= CHINA[3]


def _where(why: str) -> BaseGeometry | None:
    """The point that GEOS names behind its reason."""
    found = _POSITION.search(why)
    return shapely.Point(*map(float, found.groups())) if found else None


def no_larger_than(limit_m2: float) -> Rule:
    """The area stays under a limit: what is larger is a slip of the pen or a wrong CRS."""

    def rule(feature: Feature) -> Iterator[Problem]:
        shape = feature.geometry
        if shape is None or _box_m2(shape) <= limit_m2:
            return
        if (area := area_m2(shape)) > limit_m2:
            yield Problem(
                "geometry.too_large",
                Text(
                    f"面积 {area:,.0f} m² 超过上限 {limit_m2:,.0f} m²。",
                    f"{area:,.0f} m² is over the limit of {limit_m2:,.0f} m².",
                ),
                "geometry",
            )

    return rule


def _box_m2(shape: BaseGeometry) -> float:
    """More than the area of the shape's box, without projecting it: that is most of the cost."""
    west, south, east, north = shape.bounds
    return (east - west) * (north - south) * _LONGEST_DEGREE_M**2


def in_order(first: str, second: str) -> Rule:
    """Attribute `second` (a date, a moment or an amount) is absent or not before `first`."""

    def rule(feature: Feature) -> Iterator[Problem]:
        a, b = getattr(feature.attributes, first), getattr(feature.attributes, second)
        if a is not None and b is not None and b < a:
            titles = type(feature.attributes).titles()
            yield Problem(
                f"{second}.order",
                Text("{b}不能早于或小于{a}。", "{b} is before or below {a}.").format(
                    a=titles[first], b=titles[second]
                ),
                second,
            )

    return rule
