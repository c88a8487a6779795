from datetime import UTC, datetime, timedelta

import pytest

from layers.warning_perimeters import PerimeterState, PerimeterStatus, state_at

STARTS = datetime(2026, 11, 20, tzinfo=UTC)
ENDS = datetime(2026, 11, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "now", "confirmed", "state"),
    [
        (PerimeterStatus.PLANNED, STARTS - DAY, False, PerimeterState.PLANNED),
        (PerimeterStatus.PLANNED, STARTS + DAY, False, PerimeterState.UNCONFIRMED),
        (PerimeterStatus.ACTIVE, STARTS + DAY, True, PerimeterState.ACTIVE),
        (PerimeterStatus.ACTIVE, STARTS + DAY, False, PerimeterState.UNCONFIRMED),
        (PerimeterStatus.ACTIVE, ENDS + DAY, True, PerimeterState.OVERDUE),
        (PerimeterStatus.SUSPENDED, STARTS + DAY, True, PerimeterState.SUSPENDED),
        (PerimeterStatus.LIFTED, ENDS + DAY, True, PerimeterState.LIFTED),
    ],
)
def test_the_managers_word_is_held_against_the_clock(
    status: PerimeterStatus, now: datetime, confirmed: bool, state: PerimeterState
) -> None:
    assert state_at(now, status, STARTS, ENDS, STARTS if confirmed else None) is state
