"""The drop zone in the words of GB 3608: R = 3 m from 2 m up, 4 m over 5 m, 5 m over 15 m, 6 m
over 30 m; the perimeter holds the work area grown by R, less the building."""

from dataclasses import replace

import pytest
from shapely import box

from layers.core.rules import Severity
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Result
from layers.safety.scene import Building, Perimeter, Scene, WorkArea
from tests.layers.safety.made import SLAB, found, perimeter, polygon, work, yard

SOUTH = work(20, 28.5, 60, 30)
"""A scaffold 1.5 m deep along the whole south front of the slab, 18 m high: R is 5 m."""


def judged(drawn: Perimeter, **changes: object) -> Scene:
    return replace(yard(**changes), drawn=drawn)


def test_five_metres_around_a_scaffold_of_18_metres_comply() -> None:
    drawn = perimeter(15, 23.5, 65, 35, work=SOUTH)
    [finding] = found(judged(drawn), SafetyCheck.DROP_ZONE)
    assert finding.result is Result.COMPLIANT
    assert finding.values == {"required_m": 5.0}
    assert finding.citation.version == "GB 3608-2025"


def test_half_a_metre_short_in_the_south_is_a_sliver_of_that_width() -> None:
    drawn = perimeter(15, 24, 65, 35, work=SOUTH)
    [finding] = found(judged(drawn), SafetyCheck.DROP_ZONE)
    assert finding.result is Result.NOT_COMPLIANT
    assert finding.severity is Severity.CRITICAL
    assert finding.values["found_m"] == pytest.approx(4.5, abs=0.011)
    # 40 m along the front, and at each end the part of the arc below: by hand 44.2 m · 0.5 m.
    assert finding.values["uncovered_m2"] == pytest.approx(21.5, abs=0.6)
    assert finding.geometry is not None
    assert finding.geometry.bounds[1] == pytest.approx(23.5)
    assert finding.geometry.bounds[3] == pytest.approx(24, abs=0.011)


def test_behind_the_wall_nothing_falls() -> None:
    """North of the wall is the building itself: no perimeter is asked for there."""
    drawn = Perimeter(polygon(box(15, 23.5, 65, 35).difference(SLAB.shape)), work=SOUTH)
    [finding] = found(judged(drawn), SafetyCheck.DROP_ZONE)
    assert finding.result is Result.COMPLIANT


def test_a_neighbour_in_reach_stays_in_the_drop_zone() -> None:
    near = Building("b2", box(20, 20, 60, 25))
    drawn = Perimeter(polygon(box(15, 23.5, 65, 35).difference(near.shape)), work=SOUTH)
    [finding] = found(judged(drawn, buildings=(SLAB, near)), SafetyCheck.DROP_ZONE)
    assert finding.result is Result.NOT_COMPLIANT
    assert finding.values["found_m"] == pytest.approx(3.5, abs=0.011)


@pytest.mark.parametrize(
    ("height", "radius"), [(2, 3), (5, 3), (5.1, 4), (15, 4), (16, 5), (30, 5), (31, 6), (90, 6)]
)
@pytest.mark.parametrize(("by", "result"), [(-0.02, "not_compliant"), (0.0, "compliant")])
def test_every_step_of_the_table(height: float, radius: float, by: float, result: str) -> None:
    area = WorkArea(box(0, 0, 10, 10), height)
    drawn = Perimeter(area.shape.buffer(radius + by, join_style="mitre"), work=area)
    [finding] = found(Scene(drawn=drawn), SafetyCheck.DROP_ZONE)
    assert finding.result.value == result
    assert finding.values["required_m"] == radius


def test_below_two_metres_the_work_area_itself_is_enough() -> None:
    area = WorkArea(box(0, 0, 10, 10), 1.9)
    [finding] = found(Scene(drawn=Perimeter(area.shape, work=area)), SafetyCheck.DROP_ZONE)
    assert finding.result is Result.COMPLIANT
    short = Perimeter(box(0, 0, 10, 9.9), work=area)
    [finding] = found(Scene(drawn=short), SafetyCheck.DROP_ZONE)
    assert finding.values["found_m"] == 0


@pytest.mark.parametrize("area", [None, WorkArea(box(0, 0, 1, 1))])
def test_without_work_or_height_nobody_can_tell(area: WorkArea | None) -> None:
    [finding] = found(Scene(drawn=perimeter(0, 0, 9, 9, work=area)), SafetyCheck.DROP_ZONE)
    assert finding.result is Result.CANNOT_TELL
    assert finding.subjects[0].id == "p1"


def test_a_hole_in_the_perimeter_is_uncovered() -> None:
    drawn = Perimeter(polygon(box(0, 0, 80, 60).difference(box(30, 25, 31, 26))), work=SOUTH)
    [finding] = found(judged(drawn), SafetyCheck.DROP_ZONE)
    assert finding.values["uncovered_m2"] == pytest.approx(0.96, abs=0.02)
