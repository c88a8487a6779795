"""Rules between layers, decided on the geometries alone."""

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import in_degrees, in_metres, zone_srid
from layers.core.layer import Inside
from layers.core.rules import Problem, Severity
from layers.core.text import Text


def standing_out(
    relation: Inside, shape: BaseGeometry, parent: BaseGeometry, parent_title: Text
) -> Iterator[Problem]:
    """The part of `shape` beyond `parent` and its slack, measured in the parent's own zone.

    Both are longitude, latitude in EPSG:4490, and so is the problem's geometry.
    """
    if parent.covers(shape):
        return
    zone = zone_srid(parent.centroid.x)
    allowed = in_metres(parent, zone).buffer(relation.slack_m)
    outside = in_metres(shape, zone).difference(allowed)
    if outside.is_empty:
        return
    corners = shapely.points(shapely.get_coordinates(outside))
    far = float(shapely.distance(allowed, corners).max()) + relation.slack_m
    yield Problem(
        f"outside.{relation.layer}",
        Text(
            "超出所属{parent}边界最多 {far:.1f} m。", "Up to {far:.1f} m outside its {parent}."
        ).format(parent=Text(parent_title.zh, parent_title.en.lower()), far=far),
        relation.by,
        severity=Severity.MAJOR,
        geometry=in_degrees(outside, zone),
    )
