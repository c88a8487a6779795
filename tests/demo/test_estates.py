from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import shapely
from numpy.random import default_rng
from shapely.geometry.base import BaseGeometry

from gis_service.demo.estates import Estate
from gis_service.demo.plans import planned

PLANS = 300


@pytest.fixture(scope="module")
def estates() -> list[Estate]:
    rng = default_rng(7)
    return [planned(rng) for _ in range(PLANS)]


def shapes(values: list[Any]) -> "np.typing.NDArray[np.object_]":
    return np.array(values, dtype=object)


def test_a_plan_is_a_sound_polygon(estates: list[Estate]) -> None:
    assert all(estate.plot.is_valid for estate in estates)


def test_buildings_stand_inside_their_plot_and_clear_of_each_other(estates: list[Estate]) -> None:
    for estate in estates:
        buildings = shapes([b.shape for b in estate.buildings])
        assert shapely.contains_properly(estate.plot, buildings).all()
        first, second = shapely.STRtree(buildings).query(buildings, predicate="intersects")
        assert (first == second).all()


def test_nothing_is_built_on_a_lane(estates: list[Estate]) -> None:
    for estate in estates:
        tree = shapely.STRtree([b.shape for b in estate.buildings])
        for lane in estate.lanes:
            road = lane.line.buffer(lane.width_m / 2 - 0.01, cap_style="flat")
            assert not len(tree.query(road, predicate="intersects"))


def test_what_is_not_built_keeps_clear_of_what_is(estates: list[Estate]) -> None:
    for estate in estates:
        tree = shapely.STRtree([b.shape for b in estate.buildings])
        free: list[BaseGeometry] = [
            *estate.parking,
            *estate.greens,
            *estate.hydrants,
            *estate.power_lines,
            *(door.place for door in estate.doors),
            estate.forecourt,
        ]
        assert shapely.covers(estate.plot.buffer(1e-6), shapes(free)).all()
        assert not tree.query(free, predicate="intersects").size


def test_gates_stand_on_the_boundary_where_a_lane_ends(estates: list[Estate]) -> None:
    for estate in estates:
        for gate in estate.gates:
            assert estate.plot.boundary.distance(gate.place) < 1e-6
            assert min(lane.line.distance(gate.place) for lane in estate.lanes) < 1e-6


def test_slabs_face_south_with_their_doors_to_the_north(estates: list[Estate]) -> None:
    for estate in estates:
        for door in estate.doors:
            _, _, _, north = estate.buildings[door.building].shape.bounds
            assert 0 < door.place.y - north < 0.5


def test_the_gap_between_rows_follows_the_sun(estates: list[Estate]) -> None:
    for estate in estates:
        slabs = [b for b in estate.buildings if b.units]
        for south, north in pairwise(slabs):
            gap = north.shape.bounds[1] - south.shape.bounds[3]
            # Negative for two slabs of one row.
            assert gap < 0 or gap >= south.height_m - 1e-6


def test_magnitudes(estates: list[Estate]) -> None:
    assert np.mean([len(e.buildings) for e in estates]) == pytest.approx(12, abs=1)
    assert np.mean([e.households for e in estates]) == pytest.approx(200, rel=0.1)
