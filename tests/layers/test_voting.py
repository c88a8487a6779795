"""Civil Code art. 278 in its own words, at its exact edges, by area and by heads apart."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.ledgers.works import Matter, gravity_of
from layers.voting import Gravity, Missing, Outcome, Share, evaluate

HUNDREDTH = Decimal("0.01")
MAJOR, ORDINARY = Gravity.MAJOR, Gravity.ORDINARY
NOTHING = Share(0, Decimal(0))

heads = st.integers(1, 10_000)
areas = st.integers(1, 100_000_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))


def vote(matter: Gravity, whole: Any, took_part: Any, in_favour: Any) -> Outcome:
    """Each share as (owners, m²)."""
    took, favour = (Share(owners, Decimal(area)) for owners, area in (took_part, in_favour))
    return evaluate(matter, whole[0], Decimal(whole[1]), took, favour)


@pytest.mark.parametrize(
    ("took_part", "quorum"),
    [
        ((2, "200.00"), True),
        ((1, "200.00"), False),
        ((2, "199.99"), False),
        ((1, "300.00"), False),
        ((3, "199.99"), False),
    ],
)
def test_owners_with_two_thirds_or_more_of_area_and_of_heads_take_part(
    took_part: tuple[int, str], quorum: bool
) -> None:
    """由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。"""
    assert vote(ORDINARY, (3, "300.00"), took_part, took_part).quorum is quorum


@pytest.mark.parametrize(
    ("in_favour", "passed"),
    [
        ((75, "750.00"), True),
        ((74, "750.00"), False),
        ((75, "749.99"), False),
        ((74, "1000.00"), False),
        ((100, "749.99"), False),
    ],
)
def test_a_major_matter_asks_three_quarters_or_more_of_both_of_those_taking_part(
    in_favour: tuple[int, str], passed: bool
) -> None:
    """应当经参与表决专有部分面积四分之三以上的业主且参与表决人数四分之三以上的业主同意。"""
    outcome = vote(MAJOR, (150, "1500.00"), (100, "1000.00"), in_favour)
    assert outcome.quorum
    assert outcome.passed is passed


@pytest.mark.parametrize(
    ("in_favour", "passed"),
    [
        ((51, "500.01"), True),
        ((50, "500.01"), False),
        ((51, "500.00"), False),
        ((50, "1000.00"), False),
        ((100, "500.00"), False),
    ],
)
def test_any_other_matter_asks_more_than_half_of_both_of_those_taking_part(
    in_favour: tuple[int, str], passed: bool
) -> None:
    """应当经参与表决专有部分面积过半数的业主且参与表决人数过半数的业主同意。"""
    outcome = vote(ORDINARY, (150, "1500.00"), (100, "1000.00"), in_favour)
    assert outcome.quorum
    assert outcome.passed is passed


def test_without_the_quorum_nothing_is_decided_however_many_agree() -> None:
    outcome = vote(ORDINARY, (100, "1000.00"), (66, "700.00"), (66, "700.00"))
    assert not outcome.passed
    assert outcome.missing == Missing(Share(1, Decimal(0)), NOTHING)


def test_what_is_missing_is_told_by_heads_and_by_area() -> None:
    outcome = vote(MAJOR, (204, "15300.00"), (100, "9000.50"), (80, "7000.00"))
    assert outcome.missing.took_part == Share(36, Decimal("1199.50"))
    # Three quarters of the 136 owners and 10,200 m² that make the quorum.
    assert outcome.missing.in_favour == Share(22, Decimal("650.00"))


def test_before_the_first_ballot_all_is_missing_and_nothing_passes() -> None:
    outcome = evaluate(ORDINARY, 3, Decimal("300.00"), NOTHING, NOTHING)
    assert outcome.missing == Missing(Share(2, Decimal(200)), Share(2, Decimal("100.01")))
    assert not outcome.passed


@pytest.mark.parametrize("matter", Gravity)
def test_a_whole_without_owners_or_area_decides_nothing(matter: Gravity) -> None:
    assert not vote(matter, (0, "0.00"), (0, "0.00"), (0, "0.00")).quorum
    assert not vote(matter, (3, "0.00"), (3, "0.00"), (3, "0.00")).passed


@given(heads, areas, st.data())
def test_no_rounding_moves_the_quorum(owners: int, area: Decimal, data: st.DataObject) -> None:
    """Around the exact edge: one owner or 0.01 m² less, and heads or area alone fall short."""
    took = Share(
        data.draw(_near(Fraction(owners) * 2 / 3, owners)),
        Decimal(data.draw(_near(Fraction(area) * 200 / 3, int(area * 100)))).scaleb(-2),
    )
    outcome = evaluate(ORDINARY, owners, area, took, took)
    assert outcome.quorum == (3 * took.owners >= 2 * owners and 3 * took.area_m2 >= 2 * area)


@given(heads, areas, st.sampled_from(Gravity), st.data())
def test_no_rounding_moves_the_consent(
    owners: int, area: Decimal, matter: Gravity, data: st.DataObject
) -> None:
    share = Fraction(3, 4) if matter is MAJOR else Fraction(1, 2)
    favour = Share(
        data.draw(_near(owners * share, owners)),
        Decimal(data.draw(_near(Fraction(area) * 100 * share, int(area * 100)))).scaleb(-2),
    )
    outcome = evaluate(matter, owners, area, Share(owners, area), favour)
    if matter is MAJOR:
        agreed = 4 * favour.owners >= 3 * owners and 4 * favour.area_m2 >= 3 * area
    else:
        agreed = 2 * favour.owners > owners and 2 * favour.area_m2 > area
    assert outcome.passed == agreed


@given(heads, areas, st.sampled_from(Gravity), st.data())
def test_what_is_missing_is_exactly_enough(
    owners: int, area: Decimal, matter: Gravity, data: st.DataObject
) -> None:
    took = Share(
        data.draw(st.integers(0, owners)),
        Decimal(data.draw(st.integers(0, int(area * 100)))).scaleb(-2),
    )
    short = evaluate(matter, owners, area, took, took).missing.took_part
    reached = Share(took.owners + short.owners, took.area_m2 + short.area_m2)
    assert evaluate(matter, owners, area, reached, reached).quorum
    if short.owners:
        one_less = Share(reached.owners - 1, reached.area_m2)
        assert not evaluate(matter, owners, area, one_less, one_less).quorum
    if short.area_m2:
        a_hundredth_less = Share(reached.owners, reached.area_m2 - HUNDREDTH)
        assert not evaluate(matter, owners, area, a_hundredth_less, a_hundredth_less).quorum


def _near(edge: Fraction, most: int) -> st.SearchStrategy[int]:
    """Whole numbers about an edge, within the whole."""
    return st.integers(max(0, int(edge) - 1), min(most, int(edge) + 2))


@pytest.mark.parametrize(
    ("matters", "gravity"),
    [
        ([], ORDINARY),
        ([Matter.ORDINARY], ORDINARY),
        ([Matter.ORDINARY, Matter.RAISE_FUND], MAJOR),
        ([Matter.REBUILD], MAJOR),
        ([Matter.COMMON_USE, Matter.ORDINARY], MAJOR),
    ],
)
def test_a_plan_is_major_when_any_of_its_items_is(matters: list[Matter], gravity: Gravity) -> None:
    """决定前款第六项至第八项规定的事项。"""
    assert gravity_of(matters) is gravity


def test_the_outcome_names_the_article() -> None:
    assert evaluate(MAJOR, 3, Decimal(3), NOTHING, NOTHING).article == (
        "《民法典》第278条第一款(六)–(八)"
    )
    assert evaluate(ORDINARY, 3, Decimal(3), NOTHING, NOTHING).article == "《民法典》第278条"
