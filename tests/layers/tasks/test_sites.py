"""N(七): perimeters are confirmed on site, rosters have no gap, exceptions end."""

from datetime import timedelta
from typing import Any

import pytest

from layers.tasks import tasks
from layers.tasks.rows import ActiveSite, Closure, Shift
from tests.layers.gates.made import DAY, TODAY
from tests.layers.tasks.made import DAYS, HOUR, NOW, affairs, excused, kinds, only

SITE = ActiveSite(7, "一期")


def closure(starts: timedelta, ends: timedelta, **changes: Any) -> Closure:
    told: dict[str, Any] = {"status": "active", "confirmed_at": None, **changes}
    return Closure(id=3, site=7, reason="脚手架", starts=NOW + starts, ends=NOW + ends, **told)


def test_a_perimeter_that_began_and_is_not_confirmed_is_told_since_its_start() -> None:
    task = only(tasks(affairs(closure(-2 * DAYS, 5 * DAYS))))
    assert (task.field, task.row, task.site) == ("confirmed_at", 3, 7)
    assert task.overdue(TODAY) == 2


def test_a_perimeter_that_was_not_lifted_at_its_end_is_told_since_then() -> None:
    task = only(tasks(affairs(closure(-9 * DAYS, -DAYS, confirmed_at=NOW))))
    assert (task.field, task.overdue(TODAY)) == ("status", 1)


@pytest.mark.parametrize("changes", [{"confirmed_at": NOW}, {"status": "suspended"}])
def test_a_perimeter_in_order_waits_for_nobody(changes: dict[str, Any]) -> None:
    assert kinds(affairs(closure(-DAYS, DAYS, **changes))) == []


def test_no_minute_of_the_next_day_is_without_a_shift() -> None:
    whole = Shift(7, NOW - HOUR, NOW + 24 * HOUR)
    assert kinds(affairs(SITE, whole)) == []
    task = only(tasks(affairs(SITE, Shift(7, NOW - HOUR, NOW + 23.5 * HOUR))))
    assert task.due == TODAY + DAY
    assert "0.5 小时无人值守" in task.message.zh


def test_a_shift_at_another_site_does_not_count() -> None:
    task = only(tasks(affairs(SITE, Shift(8, NOW - HOUR, NOW + 24 * HOUR))))
    assert (task.due, task.site) == (TODAY, 7)


def test_an_exception_is_told_a_week_before_it_ends_and_until_it_is_renewed() -> None:
    assert kinds(affairs(excused(ends=TODAY + 8 * DAY))) == []
    assert only(tasks(affairs(excused(ends=TODAY - DAY)))).overdue(TODAY) == 1
    assert kinds(affairs(excused(), excused(2, ends=TODAY + 60 * DAY))) == []
    assert kinds(affairs(excused(), excused(2, check="egress", ends=TODAY + 60 * DAY))) == [
        "exception"
    ]


def test_an_exception_that_nobody_approved_waits_for_approval() -> None:
    assert kinds(affairs(excused(draft=True))) == ["exception_new"]
