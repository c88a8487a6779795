"""N(五): what was posted comes to its end, and every comment gets an answer."""

from datetime import timedelta

from layers.tasks import tasks
from tests.layers.gates.made import DAY, TODAY
from tests.layers.tasks.made import affairs, kinds, only, posted, said

RUNNING, OVER = posted(2), posted(-3)


def test_a_publicity_is_told_on_its_last_day_alone() -> None:
    for days, found in ((-1, []), (0, ["publicity_end"]), (1, [])):
        assert kinds(affairs(posted(days))) == found


def test_comments_are_answered_by_the_end_of_the_publicity() -> None:
    task = only(tasks(affairs(said(), said(id=2), RUNNING)))
    assert task.due == TODAY + 2 * DAY
    assert "2 条意见未答复" in task.message.zh


def test_a_publicity_that_ended_with_unanswered_comments_is_overdue() -> None:
    assert only(tasks(affairs(said(), OVER))).overdue(TODAY) == 3


def test_an_outcome_without_its_reason_is_no_answer() -> None:
    assert kinds(affairs(said(outcome="adopted"), OVER)) == ["comment"]
    assert kinds(affairs(said(outcome="adopted", answer="已增加车位"), OVER)) == []


def test_a_comment_that_nobody_moderated_is_moderated_first_within_a_day() -> None:
    """The day after it was made, by the default of rule `moderation-days`."""
    found = affairs(said(draft=True, made_at=affairs().now - timedelta(days=3)), RUNNING)
    assert kinds(found) == ["comment_new"]
    assert only(tasks(found)).overdue(TODAY) == 2


def test_in_a_community_that_is_internal_nothing_waits_for_moderation() -> None:
    assert kinds(affairs(said(draft=True), RUNNING, shown=False)) == ["comment"]
