"""Fire lanes in the words of GB 50720 3.3: 4 m clear, within 40 m of every building."""

from dataclasses import replace
from typing import Any

import pytest
from shapely import LineString, Point, box

from layers.core.rules import Severity
from layers.ledgers.exceptions import SafetyCheck
from layers.material_storage import Material
from layers.safety.finding import Result
from layers.safety.rules import Rules
from layers.safety.scene import Building, Gate, Lane, Scene, Storage, Utility
from layers.utilities import UtilityKind
from tests.layers.safety.made import SLAB, TODAY, days, found, perimeter, results, yard

FIRE = SafetyCheck.FIRE_LANE
GATE = Gate("g1", Point(10, 0))
LANE = Lane("l1", LineString([(10, 0), (10, 60)]), 4.5, name="Main")


def street(**changes: Any) -> Scene:
    return yard(**{"gates": (GATE,), "lanes": (LANE,), **changes})


def test_a_lane_beside_the_building_complies() -> None:
    [finding] = found(street(), FIRE)
    assert finding.result is Result.COMPLIANT
    assert finding.values == {"required_m": 4.0, "reach_m": 40.0}


@pytest.mark.parametrize(("x", "result"), [(49.9, "compliant"), (50.3, "not_compliant")])
def test_forty_metres_count_from_the_middle_of_the_lane(x: float, result: str) -> None:
    far = Building("far", box(x, 30, x + 10, 42))
    lane = replace(LANE, width_m=4.0)
    assert results(street(buildings=(far,), lanes=(lane,)), FIRE) == {Result(result)}


@pytest.mark.parametrize(
    ("width_m", "height_m", "result"),
    [
        (4.0, None, "compliant"),
        (4.0, 4.0, "compliant"),
        (3.9, None, "not_compliant"),
        (4.5, 3.9, "not_compliant"),
    ],
)
def test_a_lane_must_be_wide_and_high_enough(
    width_m: float, height_m: float | None, result: str
) -> None:
    lane = replace(LANE, width_m=width_m, clear_height_m=height_m)
    [finding] = found(street(lanes=(lane,)), FIRE)
    assert finding.result.value == result
    if result == "not_compliant":
        assert "without the works" in finding.message.en
        assert [subject.id for subject in finding.subjects] == ["b1"]


@pytest.mark.parametrize(
    ("bite", "left", "result"), [(0.4, 4.1, "compliant"), (0.6, 3.9, "not_compliant")]
)
def test_a_perimeter_that_bites_into_the_lane(bite: float, left: float, result: str) -> None:
    edge = 12.25 - bite
    scene = street(perimeters=(perimeter(edge, 20, 20, 45),))
    assert results(scene, FIRE) == {Result(result)}
    if result == "not_compliant":
        [finding] = found(scene, FIRE)
        assert finding.values == {"required_m": 4.0, "found_m": left}
        assert finding.subjects[0].id == "l1"
        assert finding.severity is Severity.MAJOR
        bitten, across = finding.geometry.geoms  # type: ignore[union-attr]
        assert bitten.area == pytest.approx(bite * 25, rel=0.01)
        assert across.length == pytest.approx(left, abs=0.01)


def test_a_bite_from_both_sides_leaves_the_wider_part() -> None:
    both = (perimeter(0, 20, 8.5, 25, id="w"), perimeter(11.5, 20, 15, 25, id="e"))
    [finding] = found(street(perimeters=both), FIRE)
    assert finding.values["found_m"] == pytest.approx(3.0, abs=0.01)


def test_a_lane_that_is_cut_reaches_nothing_behind() -> None:
    far = Building("far", box(20, 110, 60, 120))
    lane = replace(LANE, shape=LineString([(10, 0), (10, 125)]))
    scene = street(community=box(0, 0, 80, 130), buildings=(SLAB, far), lanes=(lane,))
    assert results(scene, FIRE) == {Result.COMPLIANT}
    cut = replace(scene, perimeters=(perimeter(0, 45, 20, 50),))
    lane_cut, out_of_reach = found(cut, FIRE)
    assert lane_cut.values["found_m"] == 0
    assert [subject.id for subject in out_of_reach.subjects] == ["far"]
    assert out_of_reach.severity is Severity.CRITICAL


def test_another_gate_behind_the_cut_brings_engines_in() -> None:
    far = Building("far", box(20, 110, 60, 120))
    lane = replace(LANE, shape=LineString([(10, 0), (10, 130)]))
    scene = street(
        community=box(0, 0, 80, 130),
        buildings=(SLAB, far),
        lanes=(lane,),
        gates=(GATE, Gate("g2", Point(10, 130))),
        perimeters=(perimeter(0, 45, 20, 50),),
    )
    assert [f.subjects[0].id for f in found(scene, FIRE)] == ["l1"]


def test_a_perimeter_on_the_gate_keeps_engines_out() -> None:
    bad = found(street(perimeters=(perimeter(0, -1, 20, 3),)), FIRE)
    assert {s.kind for f in bad for s in f.subjects} == {"lane", "building"}


def test_lanes_meet_at_their_edges() -> None:
    side = Lane("l2", LineString([(12.25, 50), (75, 50)]), 4.0)
    far = Building("far", box(60, 30, 75, 42))
    assert results(street(buildings=(far,), lanes=(LANE, side)), FIRE) == {Result.COMPLIANT}
    alone = results(street(buildings=(far,), lanes=(LANE,)), FIRE)
    assert alone == {Result.NOT_COMPLIANT}


def test_lanes_round_a_bend_and_turn_about() -> None:
    bend = Lane("l1", LineString([(10, 0), (10, 50), (40, 58), (70, 50), (70, 5)]), 4.0)
    assert results(street(lanes=(bend,)), FIRE) == {Result.COMPLIANT}


@pytest.mark.parametrize("cover", ["perimeter", "storage"])
def test_a_hydrant_that_is_covered(cover: str) -> None:
    hydrant = Utility("h1", UtilityKind.HYDRANT, Point(70, 10))
    free = street(utilities=(hydrant,))
    assert results(free, FIRE) == {Result.COMPLIANT}
    store = Storage("s1", box(69, 9, 71, 11), Material.OTHER, True)
    covered = (
        replace(free, perimeters=(perimeter(65, 5, 75, 15),))
        if cover == "perimeter"
        else replace(free, storage=(store,))
    )
    [finding] = found(covered, FIRE)
    assert finding.subjects[0].kind == "hydrant"
    assert finding.severity is Severity.CRITICAL


def test_what_is_not_recorded_cannot_be_told() -> None:
    assert results(street(lanes=()), FIRE) == {Result.CANNOT_TELL}
    unknown = replace(LANE, width_m=None)
    assert results(street(lanes=(unknown,)), FIRE) == {Result.CANNOT_TELL}
    inner = replace(LANE, shape=LineString([(10, 20), (10, 45)]))
    [finding] = found(street(lanes=(inner,), gates=()), FIRE)
    assert finding.result is Result.CANNOT_TELL
    assert "gate" in finding.message.en


def test_a_lane_of_unknown_width_is_no_help_where_it_is_too_far() -> None:
    far = Building("far", box(60, 30, 75, 42))
    scene = street(buildings=(far,), lanes=(replace(LANE, width_m=None),))
    assert results(scene, FIRE) == {Result.NOT_COMPLIANT}


def test_a_lane_that_leaves_the_community_needs_no_gate_on_the_map() -> None:
    assert results(street(gates=()), FIRE) == {Result.COMPLIANT}


def test_nothing_to_reach_and_no_lane_is_no_question() -> None:
    assert found(street(buildings=(), lanes=()), FIRE) == []


def test_the_asker_may_try_another_width() -> None:
    rules = Rules(TODAY, {"fire-lane-width": 3.5})
    narrow = replace(LANE, width_m=3.6)
    assert results(street(lanes=(narrow,)), FIRE, rules) == {Result.COMPLIANT}


def test_bites_at_different_times_are_not_added_up() -> None:
    first = perimeter(0, 20, 8.05, 25, id="w", period=days(1, 5))
    then = perimeter(11.95, 20, 15, 25, id="e", period=days(5, 9))
    scene = street(perimeters=(first, then), during=days(1, 9))
    assert results(scene, FIRE) == {Result.COMPLIANT}
    same = replace(then, period=days(4, 9))
    assert results(replace(scene, perimeters=(first, same)), FIRE) == {Result.NOT_COMPLIANT}
