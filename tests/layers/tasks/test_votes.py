"""Art. 278: a vote needs its quorum before it ends, and to be counted afterwards."""

from decimal import Decimal
from typing import Any

import pytest

from layers.tasks import tasks
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Voting
from layers.voting import Share
from tests.layers.gates.made import DAY, TODAY
from tests.layers.tasks.made import affairs, kinds, only


def voting(ends: int, **changes: Any) -> Affairs:
    """Of three owners with 100 m² each, one has voted; the vote ends so many days from today."""
    vote = Voting(
        id=1,
        title="改造方案",
        starts=TODAY - 30 * DAY,
        ends=TODAY + ends * DAY,
        owners_total=3,
        area_total_m2=Decimal(300),
        owners_took_part=1,
        area_took_part_m2=Decimal(100),
    )
    return affairs(vote, **changes)


def test_a_vote_whose_period_ended_is_to_be_counted() -> None:
    found = voting(ends=-1)
    assert kinds(found) == ["vote_close"]
    assert only(tasks(found)).overdue(TODAY) == 1


@pytest.mark.parametrize("ends", [0, 1, 7])
def test_a_vote_below_its_quorum_is_told_in_its_last_week_with_the_days_left(ends: int) -> None:
    found = voting(ends)
    assert kinds(found) == ["vote_quorum"]
    task = only(tasks(found))
    assert task.due == TODAY + ends * DAY
    assert "还差 1 人、100.00 m²" in task.message.zh
    assert (f"剩 {ends} 天" if ends else "今日截止") in task.message.zh


def test_a_vote_that_has_time_left_waits_for_nobody() -> None:
    assert kinds(voting(ends=8)) == []


def test_ballots_that_were_entered_count_towards_the_quorum() -> None:
    """The totals of the row itself are written only when the vote is closed."""
    assert kinds(voting(ends=3, took_part={1: Share(2, Decimal(200))})) == []
    assert kinds(voting(ends=3, took_part={1: Share(2, Decimal(199))})) == ["vote_quorum"]
