from dataclasses import replace
from typing import Any

import pytest
from shapely import box

from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Result
from layers.safety.periods import ALWAYS, Period
from layers.safety.scene import Perimeter, Scene, WorkArea
from tests.layers.safety.made import days, found, perimeter, results, yard

CLASH = SafetyCheck.CLASH
DRAWN = perimeter(10, 10, 30, 20, id="mine", site=1, period=days(5, 10))
OTHER = perimeter(25, 15, 40, 25, id="theirs", site=2, period=days(5, 10))


def scene(other: Perimeter = OTHER, **changes: Any) -> Scene:
    return yard(**{"drawn": DRAWN, "perimeters": (other,), "during": DRAWN.period, **changes})


def test_an_overlap_in_place_and_time_clashes() -> None:
    [finding] = found(scene(), CLASH)
    assert finding.result is Result.NOT_COMPLIANT
    assert finding.values == {"overlap_m2": 25.0}
    assert [subject.id for subject in finding.subjects] == ["mine", "theirs"]
    assert finding.geometry is not None
    assert finding.geometry.equals(box(25, 15, 30, 20))


@pytest.mark.parametrize(
    ("period", "result"),
    [
        (days(1, 5), "compliant"),
        (days(10, 20), "compliant"),
        (days(1, 6), "not_compliant"),
        (days(9, 20), "not_compliant"),
        (days(6, 7), "not_compliant"),
        (ALWAYS, "cannot_tell"),
        (Period(days(1, 2).starts, None), "cannot_tell"),
    ],
)
def test_one_ends_when_the_other_begins(period: Period, result: str) -> None:
    assert results(scene(replace(OTHER, period=period)), CLASH) == {Result(result)}


@pytest.mark.parametrize(
    "shape", [box(30, 10, 40, 20), box(29.99, 10, 40, 20), box(50, 50, 60, 60)]
)
def test_neighbours_that_touch_do_not_clash(shape: Any) -> None:
    assert results(scene(replace(OTHER, shape=shape)), CLASH) == {Result.COMPLIANT}


def test_one_site_may_overlap_itself() -> None:
    assert results(scene(replace(OTHER, site=1)), CLASH) == {Result.COMPLIANT}
    unknown = replace(OTHER, site=None)
    assert results(scene(unknown), CLASH) == {Result.NOT_COMPLIANT}


def test_a_work_area_of_another_site_clashes_too() -> None:
    area = WorkArea(OTHER.shape, 3, id="w", site=2, period=OTHER.period)
    [finding] = found(scene(perimeters=(), work_areas=(area,)), CLASH)
    assert [subject.kind for subject in finding.subjects] == ["perimeter", "work_area"]


def test_a_whole_site_is_compared_pair_by_pair() -> None:
    third = perimeter(35, 20, 45, 30, id="third", site=3, period=days(5, 10))
    bad = found(yard(perimeters=(DRAWN, OTHER, third), during=days(5, 6)), CLASH)
    assert [tuple(s.id for s in f.subjects) for f in bad] == [
        ("mine", "theirs"),
        ("theirs", "third"),
    ]
