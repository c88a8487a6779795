import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from layers.core.geometry import Kind, area_m2, fitted, in_degrees, in_metres, zone_srid

SQUARE = shapely.box(114.92, 28.23, 114.922, 28.2316)


@pytest.mark.parametrize(
    ("place", "longitude", "srid"),
    [
        ("南昌 lies in zone 39", 115.9, 4548),
        ("上高 lies in zone 38", 114.92, 4547),
        ("宁都, though of 赣州, lies in zone 39", 116.02, 4548),
        ("just west of the border of the zones", 115.49, 4547),
        ("just east of it", 115.51, 4548),
        ("the first zone of China", 73.5, 4534),
        ("the last zone of China", 135.0, 4554),
    ],
)
def test_the_zone_is_that_of_the_place_itself(place: str, longitude: float, srid: int) -> None:
    assert zone_srid(longitude) == srid, place


@given(st.floats(114, 118), st.floats(24.5, 30), st.floats(0.0005, 0.01))
def test_areas_agree_with_the_ellipsoid(west: float, south: float, size: float) -> None:
    square = shapely.box(west, south, west + size, south + size)
    true = abs(Geod(ellps="GRS80").geometry_area_perimeter(square)[0])
    # The projection may stretch a length by 0.03 % at the edge of a zone.
    assert math.isclose(area_m2(square), true, rel_tol=0.001)


@given(st.floats(74, 134), st.floats(18, 53))
def test_metres_and_back_is_the_same_place(longitude: float, latitude: float) -> None:
    point = shapely.Point(longitude, latitude)
    srid = zone_srid(longitude)
    back = in_degrees(in_metres(point, srid), srid)
    assert back.distance(point) < 1e-9


def test_a_lone_polygon_becomes_a_multipolygon_where_the_layer_keeps_those() -> None:
    assert fitted(SQUARE, Kind.MULTIPOLYGON).geom_type == "MultiPolygon"


def test_a_multipolygon_of_one_becomes_its_polygon_where_the_layer_keeps_those() -> None:
    assert fitted(shapely.MultiPolygon([SQUARE]), Kind.POLYGON).equals(SQUARE)


def test_two_parts_are_not_made_one() -> None:
    two = shapely.MultiPolygon([SQUARE, shapely.affinity.translate(SQUARE, 1)])
    assert fitted(two, Kind.POLYGON).geom_type == "MultiPolygon"


def test_heights_are_dropped() -> None:
    assert not fitted(shapely.Point(1, 2, 3), Kind.POINT).has_z
