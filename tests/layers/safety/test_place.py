import pytest

from layers.core.rules import Severity
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Result
from tests.layers.safety.made import found, perimeter, yard

PLACE = SafetyCheck.PLACE


@pytest.mark.parametrize("west", [0.0, 5.0, -0.005])
def test_inside_its_community_it_is_in_its_place(west: float) -> None:
    [finding] = found(yard(drawn=perimeter(west, 5, 20, 10)), PLACE)
    assert finding.result is Result.COMPLIANT


def test_the_part_on_the_street_is_named_and_shown() -> None:
    [finding] = found(yard(drawn=perimeter(-2, 5, 20, 10)), PLACE)
    assert finding.result is Result.NOT_COMPLIANT
    assert finding.severity is Severity.MINOR
    assert finding.values == {"outside_m2": 10.0}
    assert finding.geometry is not None
    assert finding.geometry.bounds == (-2, 5, 0, 10)


def test_a_permit_names_it() -> None:
    [finding] = found(yard(drawn=perimeter(-2, 5, 20, 10, permit="占道 2026-17")), PLACE)
    assert finding.result is Result.COMPLIANT
    assert "2026-17" in finding.message.zh


def test_without_a_boundary_nobody_can_tell() -> None:
    [finding] = found(yard(community=None, drawn=perimeter(0, 0, 5, 5)), PLACE)
    assert finding.result is Result.CANNOT_TELL
