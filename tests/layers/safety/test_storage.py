"""Storage in the words of GB 50720 3.2.1 and N(七): 15, 10 or 6 m from the works, enclosed, not
under wires, not on a lane, not in front of a door."""

from dataclasses import replace
from typing import Any

import pytest
from shapely import LineString, Point, Polygon, box

from layers.core.rules import Severity
from layers.ledgers.exceptions import SafetyCheck
from layers.material_storage import Material
from layers.safety.finding import Result
from layers.safety.scene import Lane, Scene, Storage, Utility
from layers.utilities import UtilityKind
from tests.layers.safety.made import found, perimeter, results, work, yard

STORAGE = SafetyCheck.STORAGE
FRONT = work(20, 28.5, 60, 30)


def heap(shape: Polygon | Point, material: Material = Material.OTHER, **more: Any) -> Storage:
    return Storage("s1", shape, material, **{"enclosed": True, **more})


def beside(store: Storage, **changes: Any) -> Scene:
    drawn = perimeter(15, 23.5, 65, 35, work=FRONT)
    return yard(**{"storage": (store,), "drawn": drawn, **changes})


@pytest.mark.parametrize(
    ("material", "required", "severity"),
    [
        (Material.FLAMMABLE, 15, Severity.CRITICAL),
        (Material.COMBUSTIBLE, 10, Severity.MAJOR),
        (Material.OTHER, 6, Severity.MINOR),
    ],
)
def test_each_class_keeps_its_distance(
    material: Material, required: float, severity: Severity
) -> None:
    near = heap(box(30, 10, 34, 28.5 - required + 0.05), material)
    [finding] = found(beside(near), STORAGE)
    assert finding.result is Result.NOT_COMPLIANT
    assert finding.severity is severity
    assert finding.values["required_m"] == required
    assert finding.values["found_m"] == pytest.approx(required - 0.05)
    enough = heap(box(30, 10, 34, 28.5 - required), material)
    assert results(beside(enough), STORAGE) == {Result.COMPLIANT}


def test_a_point_is_measured_from_itself() -> None:
    assert results(beside(heap(Point(40, 22.5))), STORAGE) == {Result.COMPLIANT}
    assert results(beside(heap(Point(40, 22.6))), STORAGE) == {Result.NOT_COMPLIANT}


@pytest.mark.parametrize(
    ("enclosed", "result"),
    [(True, "compliant"), (False, "not_compliant"), (None, "cannot_tell")],
)
def test_it_is_enclosed(enclosed: bool | None, result: str) -> None:
    assert results(beside(heap(box(2, 2, 5, 5), enclosed=enclosed)), STORAGE) == {Result(result)}


def test_it_is_not_under_a_power_line() -> None:
    line = Utility("u1", UtilityKind.POWER_LINE, LineString([(0, 3), (80, 3)]))
    [finding] = found(beside(heap(box(2, 2, 5, 5)), utilities=(line,)), STORAGE)
    assert [s.kind for s in finding.subjects] == ["storage", "utility"]
    aside = replace(line, shape=LineString([(0, 8), (80, 8)]))
    assert results(beside(heap(box(2, 2, 5, 5)), utilities=(aside,)), STORAGE) == {Result.COMPLIANT}
    hydrant = Utility("h1", UtilityKind.HYDRANT, Point(3, 3))
    scene = beside(heap(box(2, 2, 5, 5)), utilities=(hydrant,))
    assert results(scene, STORAGE) == {Result.COMPLIANT}


@pytest.mark.parametrize(
    ("x", "width_m", "result"),
    [(5.0, 4.0, "not_compliant"), (7.0, 4.0, "compliant"), (4.0, None, "not_compliant")],
)
def test_it_is_not_on_a_lane(x: float, width_m: float | None, result: str) -> None:
    """The lane's middle is at x = 5 and its edge at x = 7."""
    lane = Lane("l1", LineString([(5, 0), (5, 60)]), width_m)
    scene = beside(heap(box(x, 2, x + 3, 5)), lanes=(lane,))
    assert results(scene, STORAGE) == {Result(result)}


@pytest.mark.parametrize(("y", "result"), [(43.1, "not_compliant"), (43.25, "compliant")])
def test_it_is_not_in_front_of_a_door(y: float, result: str) -> None:
    assert results(beside(heap(box(39, y, 41, y + 2))), STORAGE) == {Result(result)}


def test_without_works_the_distance_cannot_be_told() -> None:
    assert results(yard(storage=(heap(box(2, 2, 5, 5)),)), STORAGE) == {Result.CANNOT_TELL}


def test_no_storage_is_no_question() -> None:
    assert found(yard(), STORAGE) == []
