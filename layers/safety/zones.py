"""A scene in metres of its community's own zone, and back."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import in_degrees, in_metres, zone_srid
from layers.safety.scene import Scene

T = TypeVar("T")
DIGITS = 7
"""Decimals of a degree in answers: a centimetre."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A scene in metres and the zone it was brought into."""

    scene: Scene
    srid: int


def placed(scene: Scene) -> Placed:
    """`scene`, given in longitude and latitude, in metres. One call projects all its vertices."""
    shapes = [*_shapes(scene)]
    anchor = scene.community or shapely.GeometryCollection(shapes)
    srid = zone_srid(anchor.centroid.x) if shapes else zone_srid(0)
    moved = iter(shapely.get_parts(in_metres(shapely.GeometryCollection(shapes), srid)))
    return Placed(_replaced(scene, lambda _: next(moved)), srid)


def in_lonlat(shape: BaseGeometry, srid: int) -> BaseGeometry:
    """Back to longitude and latitude, with as many decimals as an answer has."""
    degrees = in_degrees(shape, srid)
    return shapely.transform(degrees, lambda xy: np.round(xy, DIGITS))


def _shapes(value: Any) -> Iterator[BaseGeometry]:
    found: list[BaseGeometry] = []

    def keep(shape: BaseGeometry) -> BaseGeometry:
        found.append(shape)
        return shape

    _replaced(value, keep)
    yield from found


def _replaced(value: T, move: Callable[[BaseGeometry], BaseGeometry]) -> T:
    """`value` with every geometry in it moved, in the order in which they stand."""
    if isinstance(value, BaseGeometry):
        return move(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_replaced(each, move) for each in value)  # type: ignore[return-value]
    if value is None or not (names := _holders(value.__class__)):  # type: ignore[arg-type]
        return value
    changed = {name: _replaced(getattr(value, name), move) for name in names}
    return replace(value, **changed)  # type: ignore[type-var]


@cache
def _holders(kind: Hashable) -> tuple[str, ...]:
    """The attributes of a class in which shapes may be, by their annotations.

    A class is hashable; mypy thinks of its values.
    """
    hints = get_type_hints(kind) if is_dataclass(kind) else {}
    return tuple(name for name, hint in hints.items() if _holds(hint))


def _holds(hint: Any) -> bool:
    if inner := get_args(hint):
        return any(_holds(each) for each in inner)
    return isinstance(hint, type) and (issubclass(hint, BaseGeometry) or _holders(hint) != ())  # type: ignore[arg-type]
