"""The ground kept clear is what the rule of the fall radius asks for."""

import pytest
import shapely

from layers.core.geometry import in_metres, zone_srid
from layers.standards import in_force
from layers.standards.values import VALUES
from tests.demo.conftest import DAY, Rows

TOLERANCE_M = 0.01


def test_a_perimeter_covers_the_drop_zone_of_its_work_area(town: Rows) -> None:
    areas = {row["id"]: row["geometry"] for row in town["work_areas"]}
    walls = shapely.union_all([row["geometry"] for row in town["buildings"]])
    rule = in_force(VALUES, "fall-radius", DAY)
    for row in town["warning_perimeters"]:
        zone = zone_srid(row["geometry"].centroid.x)
        near = walls.intersection(row["geometry"].envelope.buffer(1e-4))
        perimeter, area, buildings = (
            in_metres(shape, zone) for shape in (row["geometry"], areas[row["work_area"]], near)
        )
        radius = rule.at(row["working_height_m"]) or 0.0
        drop_zone = area.buffer(radius, quad_segs=64).difference(buildings)
        assert perimeter.buffer(TOLERANCE_M).covers(drop_zone)


@pytest.mark.parametrize("layer", ["work_areas", "warning_perimeters", "passages"])
def test_danger_stands_on_sites_that_are_open(layer: str, town: Rows) -> None:
    status = {row["id"]: row["status"] for row in town["sites"]}
    assert {status[row["site"]] for row in town[layer]} <= {"active", "suspended"}


def test_covered_walks_lead_from_doors_and_through_nothing(town: Rows) -> None:
    walks = [row["geometry"] for row in town["passages"]]
    doors = shapely.STRtree([row["geometry"] for row in town["entrances"]])
    starts = [walk.interpolate(0) for walk in walks]
    assert set(doors.query(starts, predicate="dwithin", distance=1e-7)[0]) == {*range(len(walks))}
    built = [row["geometry"] for row in town["buildings"]]
    assert not shapely.STRtree(walks).query(built, predicate="intersects").size


def test_every_exception_says_why_until_when_and_who_answers(town: Rows) -> None:
    assert {row["check"] for row in town["exceptions"]} == {"fire_lane", "storage"}
    assert all(
        row["reason"] and row["approver"] and row["ends"] > DAY for row in town["exceptions"]
    )
