from datetime import date

import pytest
from shapely import Point

from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Result
from layers.safety.scene import Reception
from tests.layers.safety.made import found, yard

RECEPTION = SafetyCheck.RECEPTION


@pytest.mark.parametrize(("x", "result"), [(290, "compliant"), (292, "not_compliant")])
def test_three_hundred_metres_of_walk_are_230_of_straight_line(x: float, result: str) -> None:
    """300 m by a detour of 1.3 from the east wall of the slab at x = 60: x = 290.77."""
    [finding] = found(yard(receptions=(Reception("r1", Point(x, 36)),)), RECEPTION)
    assert finding.result.value == result
    assert finding.values["required_m"] == 300
    assert finding.values["found_m"] == pytest.approx((x - 60) * 1.3, abs=0.1)


@pytest.mark.parametrize(
    ("opens", "closes", "result"),
    [
        (None, None, "compliant"),
        (date(2026, 11, 24), date(2026, 11, 24), "compliant"),
        (date(2026, 11, 25), None, "not_compliant"),
        (None, date(2026, 11, 23), "not_compliant"),
    ],
)
def test_it_must_be_open_today(opens: date | None, closes: date | None, result: str) -> None:
    point = Reception("r1", Point(10, 10), opens, closes)
    [finding] = found(yard(receptions=(point,)), RECEPTION)
    assert finding.result is Result(result)


def test_none_at_all_is_told_and_not_kept_is_not_asked() -> None:
    [finding] = found(yard(receptions=()), RECEPTION)
    assert finding.result is Result.NOT_COMPLIANT
    assert found(yard(), RECEPTION) == []
