from datetime import UTC, datetime

import pytest

from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Result
from layers.safety.periods import Period
from layers.safety.scene import Roster
from tests.layers.safety.made import found, yard


def at(hour: float) -> datetime:
    return datetime.fromtimestamp(1_795_500_000 + hour * 3600, UTC)


def kept(*shifts: tuple[float, float]) -> Roster:
    """A day that must be watched, from hour 0 to hour 24."""
    return Roster("s", Period(at(0), at(24)), tuple(Period(at(a), at(b)) for a, b in shifts))


@pytest.mark.parametrize(
    "shifts",
    [
        [(0, 12), (12, 24)],
        [(-4, 8), (8, 16), (16, 30)],
        [(12, 24), (0, 13)],
        [(0, 24), (3, 5)],
    ],
)
def test_no_minute_without_a_shift(shifts: list[tuple[float, float]]) -> None:
    [finding] = found(yard(rosters=(kept(*shifts),)), SafetyCheck.ROSTER)
    assert finding.result is Result.COMPLIANT


@pytest.mark.parametrize(
    ("shifts", "minutes", "gaps"),
    [
        ([], 1440, 1),
        ([(0, 12)], 720, 1),
        ([(0, 12), (12.25, 24)], 15, 1),
        ([(1, 8), (9, 23)], 180, 3),
        ([(-9, 0), (24, 30)], 1440, 1),
    ],
)
def test_every_gap_is_counted(shifts: list[tuple[float, float]], minutes: float, gaps: int) -> None:
    [finding] = found(yard(rosters=(kept(*shifts),)), SafetyCheck.ROSTER)
    assert finding.result is Result.NOT_COMPLIANT
    assert finding.values == {"gap_min": minutes, "gaps": gaps}
    assert finding.subjects[0].id == "s"


def test_who_keeps_no_roster_is_not_asked() -> None:
    assert found(yard(), SafetyCheck.ROSTER) == []
