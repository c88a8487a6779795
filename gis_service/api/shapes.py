"""GeoJSON geometries as fields of a body: bounded, sound and in China, or refused with reason."""

import json
from collections.abc import Callable
from typing import Annotated, Any

import numpy as np
import shapely
from pydantic import BeforeValidator, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import area_m2

MAX_VERTICES = 5000
"""A surveyed plot has hundreds; more is a curve drawn by a machine."""
MAX_M2 = 4_000_000.0
MIN_M2 = 0.01
CHINA = shapely.box(73.0, 3.0, 136.0, 54.0)


def _reader(*kinds: str) -> Callable[[Any], BaseGeometry]:
    def read(value: Any) -> BaseGeometry:
        if not isinstance(value, dict) or value.get("type") not in kinds:
            raise PydanticCustomError("geometry_kind", "expected GeoJSON {kinds}", _named(kinds))
        shape = _parsed(value)
        xy = shapely.get_coordinates(shape)
        if not len(xy) or not np.isfinite(xy).all():
            raise PydanticCustomError("geometry_empty", "the geometry has no coordinates")
        if len(xy) > MAX_VERTICES:
            limit = {"max": MAX_VERTICES, "found": len(xy)}
            raise PydanticCustomError("geometry_long", "{found} vertices, at most {max}", limit)
        _check_place(shape)
        _check_form(shape)
        return shapely.force_2d(shape)

    return read


def _named(kinds: tuple[str, ...]) -> dict[str, Any]:
    return {"kinds": " / ".join(kinds)}


def _parsed(value: dict[str, Any]) -> BaseGeometry:
    try:
        # An integer of a thousand digits is JSON and no number.
        return shapely.from_geojson(json.dumps(value))
    except (ShapelyError, ValueError, RecursionError):
        raise PydanticCustomError("geometry_unread", "not a GeoJSON geometry") from None


def _check_place(shape: BaseGeometry) -> None:
    if CHINA.covers(shape.envelope):
        return
    west, south, east, north = shape.bounds
    if CHINA.covers(shapely.box(south, west, north, east)):
        raise PydanticCustomError("geometry_swapped", "longitude comes before latitude")
    raise PydanticCustomError("geometry_abroad", "the geometry lies outside of China")


def _check_form(shape: BaseGeometry) -> None:
    if not shape.is_valid:
        why = {"why": shapely.is_valid_reason(shape)}
        raise PydanticCustomError("geometry_invalid", "the geometry is invalid: {why}", why)
    if isinstance(shape, LineString) and shape.length == 0:
        raise PydanticCustomError("geometry_tiny", "the geometry has no extent")
    if isinstance(shape, Polygon | MultiPolygon):
        west, south, east, north = shape.bounds
        # Projecting a shape that spans a province would say nothing.
        if max(east - west, north - south) > 1.0 or (area := area_m2(shape)) > MAX_M2:
            limit = {"max": f"{MAX_M2:,.0f}"}
            raise PydanticCustomError("geometry_huge", "larger than {max} m²", limit)
        if area < MIN_M2:
            raise PydanticCustomError("geometry_tiny", "the geometry has no extent")


def _schema(*kinds: str) -> WithJsonSchema:
    return WithJsonSchema(
        {
            "type": "object",
            "title": f"GeoJSON {' or '.join(kinds)}",
            "required": ["type", "coordinates"],
            "properties": {
                "type": {"type": "string", "enum": [*kinds]},
                "coordinates": {"type": "array", "items": {}},
            },
        }
    )


PointShape = Annotated[InstanceOf[Point], BeforeValidator(_reader("Point")), _schema("Point")]
LineShape = Annotated[
    InstanceOf[LineString], BeforeValidator(_reader("LineString")), _schema("LineString")
]
PolygonShape = Annotated[
    InstanceOf[Polygon], BeforeValidator(_reader("Polygon")), _schema("Polygon")
]
GroundShape = Annotated[
    InstanceOf[Polygon] | InstanceOf[MultiPolygon],
    BeforeValidator(_reader("Polygon", "MultiPolygon")),
    _schema("Polygon", "MultiPolygon"),
]
SpotShape = Annotated[
    InstanceOf[Polygon] | InstanceOf[Point],
    BeforeValidator(_reader("Polygon", "Point")),
    _schema("Polygon", "Point"),
]
PointOrLineShape = Annotated[
    InstanceOf[Point] | InstanceOf[LineString],
    BeforeValidator(_reader("Point", "LineString")),
    _schema("Point", "LineString"),
]
