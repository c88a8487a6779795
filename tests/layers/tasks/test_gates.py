"""A community waits for somebody when its gate is open, one item short, or has lapsed."""

from typing import Any

import pytest

from layers.gates.evidence import Evidence
from layers.stages import Stage
from layers.tasks import tasks
from tests.layers.gates.made import DAY, TODAY, complete, decision, organisation, posting, work
from tests.layers.tasks.made import affairs, kinds, only, posted, said, told


def at(stage: Stage, **changes: Any) -> Evidence:
    return complete(stage=stage, **changes)


@pytest.mark.parametrize(
    "stage",
    [
        Stage.CONSULTING,
        Stage.PLANNED,
        Stage.PUBLICISED,
        Stage.APPROVED,
        Stage.SUSPENDED,
        Stage.UNDER_WORKS,
        Stage.ACCEPTED,
        Stage.SATISFACTION_SURVEYED,
    ],
)
def test_a_gate_whose_evidence_is_all_there_can_be_passed_now(stage: Stage) -> None:
    task = only(tasks(affairs(evidence=at(stage))))
    assert task.layer == "stage_changes"
    assert task.to is not None
    assert task.due is None


@pytest.mark.parametrize("stage", [None, Stage.SURVEYED, Stage.RESERVE, Stage.MANAGED])
def test_a_step_that_asks_for_no_evidence_waits_for_nobody(stage: Stage) -> None:
    assert tasks(affairs(evidence=at(stage))) == []


def test_one_item_short_says_which_and_where_it_is_supplied() -> None:
    unproven = organisation(decided_evidence="")
    task = only(tasks(affairs(evidence=at(Stage.CONSULTING, organisations=(unproven,)))))
    assert "缺少管理决定的依据" in task.message.zh
    assert (task.layer, task.field, task.row) == ("owner_organisations", "decided_evidence", 1)
    assert (task.to, task.article) == (Stage.PLANNED, "N(四)")


def test_two_items_short_is_not_yet_told() -> None:
    lacking = organisation(decided_evidence="", management_standard="")
    assert kinds(affairs(evidence=at(Stage.CONSULTING, organisations=(lacking,)))) == []


def test_what_only_has_to_be_waited_for_is_nobodys_task() -> None:
    running = posting(ends=TODAY + 2 * DAY)
    assert kinds(affairs(evidence=at(Stage.PUBLICISED, postings=(running,)))) == []
    voting = decision(result="open", ends=TODAY + 20 * DAY)
    assert kinds(affairs(evidence=at(Stage.PUBLICISED, decisions=(voting,)))) == []


def test_works_that_go_on_wait_for_nobody_at_the_desk() -> None:
    half = (work(1, "roof", progress=0.5), work(2, "water"))
    assert kinds(affairs(evidence=at(Stage.UNDER_WORKS, works=half))) == []


def test_without_all_the_evidence_no_gate_is_judged() -> None:
    assert kinds(affairs(evidence=at(Stage.APPROVED), proven=False)) == []


def test_the_last_item_is_asked_for_once_with_what_it_opens() -> None:
    evidence = at(Stage.PUBLICISED, postings=(posting(unanswered=1),))
    [(kind, task)] = tasks(affairs(said(), posted(-1), evidence=evidence))
    assert (kind.code, task.to) == ("comment", Stage.APPROVED)


def test_evidence_that_lapsed_is_told_since_its_day_and_not_as_an_item_short() -> None:
    reversed_ = at(
        Stage.UNDER_WORKS, works=(work(1, "roof"),), decisions=(decision(result="reversed"),)
    )
    found = affairs(evidence=reversed_, lapsed_from=TODAY - 5 * DAY)
    assert "gate_short" not in kinds(found)
    [task] = told("lapse", found)
    assert task.overdue(TODAY) == 5


def test_evidence_that_lapsed_is_told_of_a_community_past_all_gates() -> None:
    managed = at(Stage.MANAGED, organisations=(organisation(dissolved_on=TODAY),))
    assert kinds(affairs(evidence=managed)) == ["lapse"]
