"""长效管理: N(九). And the stages that stop a renovation, for which the public hears a reason."""

import pytest

from layers.stages import NEXT, Stage
from tests.layers.gates.made import TODAY, complete, missing, organisation


def test_同步建立改造后小区长效管理机制_遵循小区业主意愿() -> None:
    to = Stage.MANAGED
    assert missing(to, complete()) == []
    no_mode = complete(organisations=(organisation(management_mode=None),))
    assert missing(to, no_mode) == ["management.mode"]
    assert missing(to, complete(answers=0)) == ["survey.few"]
    assert missing(to, complete(acceptances=())) == ["acceptance.households", "acceptance.common"]
    dissolved = complete(organisations=(organisation(dissolved_on=TODAY),))
    assert "organisation.dissolved" in missing(to, dissolved)


@pytest.mark.parametrize("to", [Stage.SUSPENDED, Stage.CANCELLED])
def test_a_stop_needs_a_reason_and_nothing_else(to: Stage) -> None:
    bare = complete(organisations=(), decisions=(), stage=Stage.UNDER_WORKS)
    assert missing(to, bare) == ["reason.missing"]
    assert missing(to, bare, reason="  ") == ["reason.missing"]
    assert missing(to, bare, reason="地下管线与图纸不符") == []


def test_works_resume_only_while_the_consensus_still_stands() -> None:
    assert Stage.UNDER_WORKS in NEXT[Stage.SUSPENDED]
    stopped = complete(stage=Stage.SUSPENDED)
    assert missing(Stage.UNDER_WORKS, stopped) == []
    assert missing(Stage.UNDER_WORKS, complete(stage=Stage.SUSPENDED, decisions=())) == [
        "decision.none"
    ]


def test_every_stage_but_the_last_two_leads_on_and_none_leads_back() -> None:
    order = list(Stage)
    for stage, ways in NEXT.items():
        if stage is not None and stage is not Stage.SUSPENDED:
            assert all(order.index(to) > order.index(stage) for to in ways)
    ends = {stage for stage, ways in NEXT.items() if not ways}
    assert ends == {Stage.MANAGED, Stage.CANCELLED}
    assert NEXT.keys() == {None, *Stage}
