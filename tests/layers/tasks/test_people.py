"""N(六), N(八): somebody supervises the works until they are accepted; then residents are asked."""

from datetime import timedelta

import pytest

from layers.stages import Stage
from layers.tasks.rows import Remarked, Supervising
from tests.layers.gates.made import DAY, TODAY
from tests.layers.tasks.made import NOW, affairs, evidence, kinds, supervising, told

ENDING = supervising(term_ends=TODAY + 10 * DAY)
WORKS = evidence(stage=Stage.UNDER_WORKS)


def test_the_last_term_of_a_supervisor_ends() -> None:
    [task] = told("supervisor", affairs(ENDING, supervising(2, term_ends=TODAY), evidence=WORKS))
    assert task.due == TODAY + 10 * DAY


@pytest.mark.parametrize(
    "other", [supervising(2), supervising(2, term_ends=TODAY + timedelta(days=31))]
)
def test_while_another_stays_nobody_has_to_be_found(other: Supervising) -> None:
    assert told("supervisor", affairs(ENDING, other, evidence=WORKS)) == []


def test_after_the_acceptance_there_is_nothing_to_supervise() -> None:
    assert told("supervisor", affairs(ENDING, evidence=evidence(stage=Stage.ACCEPTED))) == []


def test_an_application_waits_and_does_not_count_as_somebody_found() -> None:
    found = affairs(ENDING, supervising(2, draft=True), evidence=WORKS)
    assert {"supervisor_new", "supervisor"} <= set(kinds(found))


def test_residents_are_asked_within_a_month_of_the_acceptance() -> None:
    """30 days, the default of rule `survey-days`."""
    accepted = evidence(stage=Stage.ACCEPTED, since=NOW - timedelta(days=40), answers=4)
    [task] = told("survey", affairs(evidence=accepted))
    assert (task.overdue(TODAY), task.to) == (10, Stage.SATISFACTION_SURVEYED)
    assert kinds(affairs(evidence=accepted)) == ["survey"]


def test_where_enough_have_answered_nobody_is_asked() -> None:
    assert told("survey", affairs(evidence=evidence(stage=Stage.ACCEPTED, answers=5))) == []


def test_remarks_of_residents_wait_until_each_is_adopted_or_not() -> None:
    found = affairs(Remarked(4, TODAY), Remarked(3, TODAY - 9 * DAY))
    [task] = told("remark", found)
    assert (task.row, task.field) == (3, "outcome")
    assert task.message.zh.startswith("2 条")
