"""A proposal is one polygon that a hoarding can follow."""

import pytest
from shapely import Polygon, box

from layers.core.geometry import in_metres
from layers.safety.propose import proposed
from layers.safety.scene import Building, WorkArea
from tests.layers.safety.made import SLAB, lonlat, polygon


def in_place(shape: Polygon) -> Polygon:
    metric = in_metres(lonlat(shape), 4547)
    assert isinstance(metric, Polygon)
    return metric


def ask(area: Polygon, radius_m: float, *buildings: Polygon, allowance_m: float = 0) -> Polygon:
    around = tuple(Building(i, in_place(shape)) for i, shape in enumerate(buildings))
    told = proposed(WorkArea(in_place(area), 18), radius_m, allowance_m, around, 4547)
    metric = in_metres(told, 4547)
    assert isinstance(metric, Polygon)
    return metric


def test_it_leaves_out_the_building_that_the_work_is_on() -> None:
    front = box(20, 28.5, 60, 30)
    whole, less = ask(front, 5), ask(front, 5, SLAB.shape)
    assert whole.intersection(in_place(SLAB.shape)).area == pytest.approx(40 * 5, abs=2)
    assert less.intersection(in_place(SLAB.shape)).area < 1
    assert not less.interiors


def test_work_all_around_leaves_the_building_as_a_hole() -> None:
    scaffold = polygon(SLAB.shape.buffer(1.5, join_style="mitre").difference(SLAB.shape))
    assert len(ask(scaffold, 5, SLAB.shape).interiors) == 1


def test_a_building_that_would_tear_it_apart_stays_in() -> None:
    wall = box(20, 30, 60, 31)
    front = box(30, 28.5, 50, 30)
    assert ask(front, 5, wall).covers(in_place(box(31, 30.2, 49, 30.8)))


def test_without_radius_and_allowance_it_is_the_work_area() -> None:
    trench = box(0, 0, 30, 1)
    assert ask(trench, 0).area == pytest.approx(30, abs=2)
    assert ask(trench, 0, allowance_m=1).hausdorff_distance(in_place(trench)) == pytest.approx(
        1, abs=0.04
    )
