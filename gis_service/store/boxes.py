"""The ground that a client means by a box, in the coordinates that geometries are stored in."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import ColumnElement, FromClause, false, func

from gis_service.errors import BadParameter
from gis_service.store.references import Reference
from layers.core.geometry import SRID, in_degrees
from layers.core.layer import Layer
from layers.core.text import Text

Box = tuple[float, float, float, float]
_PIECES = 16
"""Points along an edge: a straight edge in one projection bends in another."""


def ground(box: Box, reference: Reference) -> BaseGeometry:
    """The box, in `reference`'s own axis order, as longitude and latitude.

    West beyond east means a box over the date line. Raises BadParameter where there is no ground.
    """
    a, b, c, d = box
    west, south, east, north = (b, a, d, c) if reference.flipped else (a, b, c, d)
    if south > north:
        raise BadParameter("bbox", Text("南界高于北界。", "South is beyond north."))
    if reference.srid == SRID:
        if west <= east:
            return shapely.box(west, south, east, north)
        return shapely.union_all(
            [shapely.box(west, south, 180, north), shapely.box(-180, south, east, north)]
        )
    if west > east:
        raise BadParameter("bbox", Text("西界高于东界。", "West is beyond east."))
    longest = max(east - west, north - south)
    edges = shapely.segmentize(shapely.box(west, south, east, north), longest / _PIECES or 1.0)
    bent = in_degrees(edges, reference.srid)
    if not np.isfinite(shapely.get_coordinates(bent)).all():
        wrong = Text("超出该坐标系的范围。", "Outside of the reference system.")
        raise BadParameter("bbox", wrong)
    return bent


def parameter(geometry: BaseGeometry) -> ColumnElement[object]:
    """A stored-system geometry as a value in a statement."""
    return func.ST_GeomFromWKB(shapely.to_wkb(geometry), SRID)


def touching(layer: Layer, source: FromClause, ground: BaseGeometry) -> ColumnElement[bool]:
    """Features that have a part on the ground; what has no geometry is nowhere."""
    if layer.geometry is None:
        return false()
    return func.ST_Intersects(source.c.geometry, parameter(ground))
