"""The point of one shape that is nearest to another."""

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry


def nearest(shape: BaseGeometry, place: BaseGeometry) -> Point:
    line = shapely.shortest_line(shape, place)
    return Point(shapely.get_coordinates(line)[0])
