"""Evidence that lapses is told, blocks the next step, and does not rewrite what was passed."""

import pytest

from layers.gates import gates
from layers.gates.lapses import lapses
from layers.stages import NEEDS_REASON, NEXT, Stage
from tests.layers.gates.made import DAY, TODAY, complete, decision, missing, organisation

REVERSED = (decision(result="reversed"),)
EXPIRED = (decision(valid_until=TODAY - DAY),)
DISSOLVED = (organisation(dissolved_on=TODAY),)


def told(stage: Stage, **changes: object) -> list[str]:
    return [item.code for item in lapses(complete(stage=stage, **changes))]


def test_a_vote_that_was_reversed_is_told_from_the_approval_to_the_end() -> None:
    told_at = {stage for stage in Stage if told(stage, decisions=REVERSED)}
    assert told_at == {
        Stage.APPROVED,
        Stage.UNDER_WORKS,
        Stage.SUSPENDED,
        Stage.ACCEPTED,
        Stage.SATISFACTION_SURVEYED,
        Stage.MANAGED,
    }


def test_a_vote_runs_out_until_it_has_been_carried_out() -> None:
    told_at = {stage for stage in Stage if told(stage, decisions=EXPIRED)}
    assert told_at == {Stage.APPROVED, Stage.UNDER_WORKS, Stage.SUSPENDED}


def test_an_organisation_that_dissolved_is_told_from_the_plan_on() -> None:
    assert told(Stage.CONSULTING, organisations=DISSOLVED) == []
    for stage in (Stage.PLANNED, Stage.SUSPENDED, Stage.MANAGED):
        assert told(stage, organisations=DISSOLVED) == ["organisation.dissolved"]


def test_what_was_never_recorded_has_not_lapsed() -> None:
    assert told(Stage.MANAGED, organisations=(), decisions=()) == []


@pytest.mark.parametrize("stage", [s for s in Stage if s not in (Stage.MANAGED, Stage.CANCELLED)])
def test_a_lapse_blocks_every_next_step_but_a_stop(stage: Stage) -> None:
    evidence = complete(stage=stage, decisions=REVERSED, organisations=DISSOLVED)
    codes = {item.code for item in lapses(evidence)}
    assert {gate.to for gate in gates(evidence)} == set(NEXT[stage])
    for gate in gates(evidence):
        found = {item.code for item in gate.missing}
        assert found == {"reason.missing"} if gate.to in NEEDS_REASON else codes <= found


def test_a_lapse_is_mended_by_new_evidence() -> None:
    renewed = (*REVERSED, decision(id_=2, valid_until=None))
    assert told(Stage.APPROVED, decisions=renewed) == []
    assert missing(Stage.UNDER_WORKS, complete(stage=Stage.APPROVED, decisions=renewed)) == []
