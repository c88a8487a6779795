"""列入年度改造任务计划: N(四)."""

from typing import Any

import pytest

from layers.gates import gate
from layers.stages import NEXT, Stage
from tests.layers.gates.made import DAY, TODAY, complete, missing, organisation

PLAN = Stage.PLANNED


def test_业主组织组建完成_后续管理模式与标准已经确定的小区_方可列入年度改造任务计划() -> None:
    assert missing(PLAN, complete()) == []
    assert set(missing(PLAN, complete(organisations=()))) == {
        "organisation.none",
        "management.mode",
        "management.standard",
        "management.day",
        "management.evidence",
    }


@pytest.mark.parametrize(
    ("field", "empty", "code"),
    [
        ("formed_evidence", "", "organisation.evidence"),
        ("management_mode", None, "management.mode"),
        ("management_standard", "", "management.standard"),
        ("decided_on", None, "management.day"),
        ("decided_evidence", "", "management.evidence"),
    ],
)
def test_在确定年度改造计划任务前_要确定后续管理模式与标准(
    field: str, empty: Any, code: str
) -> None:
    [item] = gate(complete(organisations=(organisation(**{field: empty}),)), PLAN).missing
    assert item.code == code
    assert item.article == "N(四)"
    assert item.supply is not None
    assert (item.supply.layer, item.supply.field) == ("owner_organisations", field)
    assert item.supply.id == 1


def test_在确定年度改造计划任务前_要动员群众参与组建业主组织() -> None:
    """The gate into the plan is the only way into it."""
    assert [stage for stage, ways in NEXT.items() if PLAN in ways] == [Stage.CONSULTING]
    formed_tomorrow = organisation(formed_on=TODAY + DAY, decided_on=TODAY)
    assert "organisation.none" in missing(PLAN, complete(organisations=(formed_tomorrow,)))


def test_an_organisation_that_is_dissolved_counts_no_more_from_that_day_on() -> None:
    ends_tomorrow = complete(organisations=(organisation(dissolved_on=TODAY + DAY),))
    assert missing(PLAN, ends_tomorrow) == []
    ended_today = complete(organisations=(organisation(dissolved_on=TODAY),))
    assert "organisation.dissolved" in missing(PLAN, ended_today)
    followed = (organisation(dissolved_on=TODAY), organisation(id_=2))
    assert missing(PLAN, complete(organisations=followed)) == []


def test_a_management_decided_tomorrow_is_not_decided() -> None:
    later = complete(organisations=(organisation(decided_on=TODAY + DAY),))
    assert missing(PLAN, later) == ["management.later"]
