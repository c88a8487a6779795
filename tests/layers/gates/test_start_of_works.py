"""开工: N(四), and the Civil Code behind the consensus that it asks for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.gates import gate
from layers.stages import NEXT, Stage
from tests.layers.gates.made import DAY, PIPES, ROOF, TODAY, complete, decision, missing, work

START = Stage.UNDER_WORKS


def vote(owners: int, took_part: int, in_favour: int, **changes: object) -> object:
    """Heads and area alike: every owner holds 75 m²."""
    heads = {
        "owners_total": owners,
        "owners_took_part": took_part,
        "owners_in_favour": in_favour,
        "area_total_m2": 75 * owners,
        "area_took_part_m2": 75 * took_part,
        "area_in_favour_m2": 75 * in_favour,
    }
    return decision(**{**heads, **changes})


def test_未经居民充分协商取得共识的_不得开工改造() -> None:
    assert missing(START, complete()) == []
    nobody_asked = complete(decisions=(), postings=())
    assert missing(START, nobody_asked) == ["publicity.none", "decision.none"]
    by_way_of = {stage for stage, ways in NEXT.items() if START in ways}
    assert by_way_of == {Stage.APPROVED, Stage.SUSPENDED}


@pytest.mark.parametrize("result", ["open", "rejected", "no_quorum"])
def test_a_vote_that_did_not_pass_opens_nothing(result: str) -> None:
    [item] = gate(complete(decisions=(decision(result=result),)), START).missing
    assert item.code == f"decision.{result}"
    assert item.article == "N(四)"


def test_what_an_officer_calls_passed_has_to_pass_by_the_law() -> None:
    below_quorum = complete(decisions=(vote(300, 199, 199),))
    [item] = gate(below_quorum, START).missing
    assert item.code == "decision.thresholds"
    assert "278" in item.article
    assert "1 人" in item.message.zh
    assert "75" in item.message.zh


@given(took_part=st.integers(0, 300), part=st.integers(0, 300), apart=st.integers(-1, 1))
def test_两个条件都要满足_heads_and_area_apart_at_their_edges(
    took_part: int, part: int, apart: int
) -> None:
    in_favour = min(took_part, part)
    area_took_part = Decimal(75 * took_part) + Decimal("0.01") * apart
    area = {"area_took_part_m2": max(Decimal(0), min(area_took_part, Decimal(22500)))}
    if area["area_took_part_m2"] < 75 * in_favour:
        area["area_in_favour_m2"] = area["area_took_part_m2"]
    voted = vote(300, took_part, in_favour, **area)
    heads_pass = 3 * took_part >= 2 * 300 and 2 * in_favour > took_part
    row = voted.row  # type: ignore[attr-defined]
    area_passes = (
        3 * row.area_took_part_m2 >= 2 * row.area_total_m2
        and 2 * row.area_in_favour_m2 > row.area_took_part_m2
    )
    assert (missing(START, complete(decisions=(voted,))) == []) == (heads_pass and area_passes)


@pytest.mark.parametrize(("in_favour", "opens"), [(149, False), (150, True)])
def test_涉及公共安全和公共利益的改造_依法推进_a_plan_is_major_when_any_of_its_works_is(
    in_favour: int, opens: bool
) -> None:
    """3/4 of 200, though the officer called the vote an ordinary one."""
    works = (work(ROOF, "roof"), work(PIPES, "parking", matter="common_use"))
    evidence = complete(works=works, decisions=(vote(300, 200, in_favour),))
    assert (missing(START, evidence) == []) is opens


def test_a_vote_holds_until_the_end_of_its_last_day() -> None:
    assert missing(START, complete(decisions=(decision(valid_until=TODAY),))) == []
    expired = complete(decisions=(decision(valid_until=TODAY - DAY),))
    assert missing(START, expired) == ["decision.expired"]
    renewed = (decision(valid_until=TODAY - DAY), decision(id_=2, valid_until=None))
    assert missing(START, complete(decisions=renewed)) == []


def test_a_vote_without_evidence_is_hearsay() -> None:
    assert missing(START, complete(decisions=(decision(evidence=""),))) == ["decision.evidence"]
    counted = decision(evidence="", ballots_sha256="0" * 64)
    assert missing(START, complete(decisions=(counted,))) == []


def test_what_opens_the_gate_says_what_it_stands_on() -> None:
    codes = {item.code for item in gate(complete(), START).met}
    assert codes == {
        "organisation.formed",
        "publicity.posted",
        "comments.answered",
        "decision.passed",
    }
