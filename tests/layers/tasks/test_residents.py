"""N(七): what residents ask is answered, by the deadline they were given."""

import pytest

from layers.tasks import tasks
from layers.tasks.rows import Received
from tests.layers.gates.made import DAY, TODAY
from tests.layers.tasks.made import DAYS, NOW, affairs, kinds, only, reported


@pytest.mark.parametrize(("days", "overdue"), [(-2, 2), (0, 0), (3, 0)])
def test_a_reception_item_is_told_near_its_deadline_and_after_it(days: int, overdue: int) -> None:
    task = only(tasks(affairs(Received(1, 7, "单元门前积水", TODAY + days * DAY))))
    assert task.overdue(TODAY) == overdue
    assert "单元门前积水" in task.message.zh


def test_a_reception_item_with_time_left_waits_for_nobody() -> None:
    assert kinds(affairs(Received(1, 7, "积水", TODAY + 4 * DAY))) == []


def test_a_report_is_moderated_within_a_day_and_answered_within_a_week() -> None:
    new, seen = affairs(reported(draft=True)), affairs(reported())
    assert kinds(new) == ["report_new"]
    assert only(tasks(new)).due == TODAY - DAY
    assert kinds(seen) == ["report"]
    assert only(tasks(seen)).due == TODAY + 5 * DAY


def test_a_report_that_its_sender_wants_private_is_answered_and_never_moderated() -> None:
    assert kinds(affairs(reported(draft=True, private=True))) == ["report"]


def test_a_report_that_was_reopened_has_its_week_from_then_on() -> None:
    task = only(tasks(affairs(reported(reported_at=NOW - 60 * DAYS, reopened_at=NOW))))
    assert task.due == TODAY + 7 * DAY
    assert "要求重办" in task.message.zh


def test_a_long_story_is_told_in_a_line() -> None:
    task = only(tasks(affairs(reported(text="很\n吵" * 100))))
    assert "\n" not in task.message.zh
    assert len(task.message.zh) < 60
