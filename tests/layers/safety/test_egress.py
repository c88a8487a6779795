"""Egress in the words of N(七): every unit door still reaches a gate on ground 1.2 m wide."""

from dataclasses import replace

import pytest
import shapely
from shapely import LineString, Point, Polygon, box
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry

from layers.core.rules import Severity
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Result
from layers.safety.scene import Building, Door, Facility, Gate, Passage, Perimeter, Scene
from layers.safety.zones import _replaced
from tests.layers.safety.made import DOOR, GATE, SLAB, blocked, days, found, perimeter, yard

EGRESS = SafetyCheck.EGRESS
GAPS = [(1.15, True), (1.2, False), (1.25, False)]


def straight(gap: float) -> Scene:
    """Hoardings from the slab to both sides of the plot, one of which leaves a gap."""
    east = Perimeter(box(60 + gap, 30, 80, 42), id="east")
    west = Perimeter(box(0, 30, 20, 42), id="west")
    return yard(perimeters=(east, west))


def between_perimeters(gap: float) -> Scene:
    first = Perimeter(box(60, 33, 70, 35), id="first")
    second = Perimeter(box(70 + gap, 33, 80, 35), id="second")
    return yard(perimeters=(first, second, Perimeter(box(0, 30, 20, 42), id="west")))


def along_the_wall(gap: float) -> Scene:
    """A corridor between the wall with the door and a hoarding that runs along it."""
    along = Perimeter(box(10, 42 + gap, 80, 46), id="along")
    end = Perimeter(box(60, 30, 80, 46), id="end")
    return yard(perimeters=(along, end))


def ell(gap: float) -> Scene:
    """A corridor that turns a corner of the slab: north of it, then west of it."""
    north = Perimeter(box(20 - gap, 42 + gap, 80, 60), id="north")
    west = Perimeter(box(0, 20, 20 - gap, 60), id="west")
    east = Perimeter(box(60, 20, 80, 60), id="east")
    return yard(perimeters=(north, west, east))


def diagonal(gap: float) -> Scene:
    """Two corners that face each other askew, `gap` apart."""
    step = gap / 2**0.5
    first = Perimeter(box(60, 30, 70, 36), id="first")
    second = Perimeter(box(70 + step, 36 + step, 80, 46), id="second")
    return yard(perimeters=(first, second, Perimeter(box(0, 30, 20, 42), id="west")))


SHAPES = [straight, between_perimeters, along_the_wall, ell, diagonal]


@pytest.mark.parametrize("made", SHAPES)
@pytest.mark.parametrize(("gap", "is_blocked"), GAPS)
def test_a_gap_narrower_than_the_walk_blocks(made: object, gap: float, is_blocked: bool) -> None:
    assert callable(made)
    assert blocked(made(gap)) == ({"d1"} if is_blocked else set())


@pytest.mark.parametrize("made", SHAPES)
@pytest.mark.parametrize("degrees", [0, 17, 45, 133])
def test_turned_about_a_gap_is_as_wide_as_before(made: object, degrees: float) -> None:
    assert callable(made)

    def turned(shape: BaseGeometry) -> BaseGeometry:
        return translate(rotate(shape, degrees, origin=(0, 0)), 400_000.3, 3_100_000.7)

    assert blocked(_replaced(made(1.15), turned)) == {"d1"}
    assert blocked(_replaced(made(1.25), turned)) == set()


@pytest.mark.parametrize("made", SHAPES)
@pytest.mark.parametrize("gap", [0.4, 0.87, 1.15])
def test_the_finding_tells_and_shows_the_width_that_is_left(made: object, gap: float) -> None:
    assert callable(made)
    scene = made(gap)
    [finding] = [f for f in found(scene, EGRESS) if f.result is Result.NOT_COMPLIANT]
    assert finding.values["required_m"] == 1.2
    assert finding.values["found_m"] == pytest.approx(gap, abs=0.015)
    assert isinstance(finding.geometry, shapely.GeometryCollection)
    choke, door = finding.geometry.geoms
    assert isinstance(choke, LineString)
    assert choke.length == pytest.approx(gap, abs=0.03)
    assert door.equals(DOOR.shape)
    # The line lies in the gap, from one obstacle to the other.
    obstacles = shapely.union_all([SLAB.shape, *(p.shape for p in scene.perimeters)])
    assert obstacles.distance(Point(choke.coords[0])) < 0.03
    assert obstacles.distance(Point(choke.coords[-1])) < 0.03
    assert obstacles.intersection(choke).length < 0.06


def test_a_door_behind_closed_ground_has_no_way_at_all() -> None:
    [bad] = found(yard(perimeters=(perimeter(0, 42, 80, 44),)), EGRESS)
    assert bad.values["found_m"] == 0
    assert bad.severity is Severity.CRITICAL


def test_what_was_narrow_before_the_works_is_said_to_be() -> None:
    wall = Building("wall", box(61.1, 0, 80, 60), occupied=False)
    west = Building("west", box(0, 0, 20, 60), occupied=False)
    [bad] = found(yard(buildings=(SLAB, wall, west)), EGRESS)
    assert bad.values["found_m"] == pytest.approx(1.1, abs=0.015)
    assert bad.severity is Severity.MAJOR
    assert "without the works" in bad.message.en


@pytest.mark.parametrize("off", [-0.5, -0.1, -0.01, 0.0, 0.01, 0.04, 0.2, 0.5])
def test_a_door_drawn_off_its_wall_is_still_a_door(off: float) -> None:
    door = Door("d1", "b1", Point(40, 42 + off))
    scene = yard(doors=(door,))
    assert blocked(scene) == set()
    assert blocked(replace(scene, perimeters=(perimeter(10, 42, 70, 47),))) == {"d1"}


def test_a_door_deep_inside_its_building_is_a_question() -> None:
    [finding] = found(yard(doors=(Door("d1", "b1", Point(40, 36)),)), EGRESS)
    assert finding.result is Result.CANNOT_TELL
    assert [subject.id for subject in finding.subjects] == ["d1"]


def test_a_door_without_a_position_is_a_question_and_the_others_are_answered() -> None:
    lost = Door("d2", "b1", None, "1-2")
    first, second = found(yard(doors=(DOOR, lost)), EGRESS)
    assert first.result is Result.CANNOT_TELL
    assert [subject.id for subject in first.subjects] == ["d2"]
    assert second.result is Result.COMPLIANT
    assert [subject.id for subject in second.subjects] == ["d1"]


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({"gates": ()}, []),
        ({"community": None}, []),
        ({"doors": ()}, ["building"]),
        ({"gates": (Gate("g1", Point(50, 0), width_m=1.0),)}, []),
        ({"gates": (Gate("g1", Point(50, -200)),)}, []),
    ],
)
def test_what_is_not_recorded_cannot_be_told(changes: dict[str, object], kinds: list[str]) -> None:
    [finding] = found(yard(**changes), EGRESS)
    assert finding.result is Result.CANNOT_TELL
    assert [subject.kind for subject in finding.subjects] == kinds


def test_nobody_needs_a_way_out_of_an_empty_building() -> None:
    empty = replace(SLAB, occupied=False)
    closed = perimeter(10, 42, 70, 47)
    assert found(yard(buildings=(empty,), perimeters=(closed,)), EGRESS) == []


@pytest.mark.parametrize("off", [-4.0, -0.5, 0.0, 0.5, 4.0])
def test_a_gate_may_be_drawn_off_the_boundary(off: float) -> None:
    assert blocked(yard(gates=(Gate("g1", Point(50, off)),))) == set()


def test_a_closed_gate_lets_nobody_out() -> None:
    closed = perimeter(45, -2, 55, 4)
    assert blocked(yard(perimeters=(closed,))) == {"d1"}
    other = Gate("g2", Point(0, 30))
    assert blocked(yard(perimeters=(closed,), gates=(GATE, other))) == set()


@pytest.mark.parametrize(
    ("width_m", "covered", "is_blocked"),
    [(1.5, True, False), (1.2, True, False), (1.1, True, True), (1.5, False, True)],
)
def test_a_covered_passage_wide_enough_crosses_a_perimeter(
    width_m: float, covered: bool, is_blocked: bool
) -> None:
    way = Passage("w1", LineString([(40, 42), (40, 47.5)]), width_m, covered)
    scene = yard(perimeters=(perimeter(10, 42, 70, 47),), passages=(way,))
    assert blocked(scene) == ({"d1"} if is_blocked else set())


def test_what_stands_on_the_ground_narrows_it() -> None:
    shed = Facility("f1", box(61.1, 0, 80, 60))
    west = Facility("f2", box(0, 0, 18.9, 60))
    assert blocked(yard(facilities=(shed, west))) == {"d1"}
    post = Facility("f3", Point(60.5, 36))
    assert blocked(yard(facilities=(post,))) == set()


def test_closures_that_never_coincide_leave_a_way_round_each() -> None:
    east = perimeter(60, 30, 80, 42, id="east", period=days(1, 10))
    west = perimeter(0, 30, 20, 42, id="west", period=days(10, 20))
    scene = yard(perimeters=(east, west), during=days(1, 20))
    assert blocked(scene) == set()
    later = replace(west, period=days(9, 20))
    assert blocked(replace(scene, perimeters=(east, later))) == {"d1"}


def test_the_drawn_perimeter_counts_with_those_in_force() -> None:
    drawn = perimeter(60, 30, 80, 42, id=None, period=days(5, 8))
    west = perimeter(0, 30, 20, 42, id="west", period=days(1, 6))
    scene = yard(drawn=drawn, perimeters=(west,), during=days(5, 8))
    assert blocked(scene) == {"d1"}
    past = replace(west, period=days(1, 5))
    assert blocked(replace(scene, perimeters=(past,))) == set()


def test_the_escape_ground_that_remains_is_shown_where_some_doors_are_blocked() -> None:
    south = Door("d2", "b1", Point(40, 30))
    closed = perimeter(10, 42, 70, 47)
    bad, good = sorted(
        found(yard(doors=(DOOR, south), perimeters=(closed,)), EGRESS), key=lambda f: f.severity
    )
    assert bad.result is Result.NOT_COMPLIANT
    assert [subject.id for subject in good.subjects] == ["d2"]
    assert good.geometry is not None
    assert good.geometry.distance(GATE.shape) < 0.1
    assert good.geometry.distance(south.shape) < 0.1
    assert not good.geometry.buffer(-0.1).intersects(closed.shape)


def test_a_community_of_two_parts_is_walked_in_each() -> None:
    parts = shapely.MultiPolygon([box(0, 0, 80, 60), box(100, 0, 120, 60)])
    assert blocked(yard(community=parts)) == set()


def test_a_recess_wide_enough_for_its_door_is_no_obstacle() -> None:
    recessed = Polygon(
        [(20, 30), (60, 30), (60, 42), (41, 42), (41, 41), (39, 41), (39, 42), (20, 42)]
    )
    door = Door("d1", "b1", Point(40, 41))
    assert blocked(yard(buildings=(Building("b1", recessed),), doors=(door,))) == set()
