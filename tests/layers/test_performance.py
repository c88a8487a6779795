"""County performance with honesty: every indicator has its source, and no data is no data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.performance import INDICATORS, Grade, Seen, grade_of, performance

ALL = {each.code: Seen(10, 10) for each in INDICATORS}
counts = st.integers(0, 500).flatmap(lambda of: st.integers(0, of).map(lambda good: Seen(good, of)))


@pytest.mark.parametrize(
    ("points", "grade"),
    [
        (100.0, Grade.EXCELLENT),
        (95.01, Grade.EXCELLENT),
        (95.0, Grade.GOOD),
        (85.0, Grade.GOOD),
        (84.99, Grade.PASS),
        (75.0, Grade.PASS),
        (74.99, Grade.POOR),
        (0.0, Grade.POOR),
    ],
)
def test_over_95_is_excellent_85_good_75_a_pass_and_less_is_poor(
    points: float, grade: Grade
) -> None:
    assert grade_of(points) is grade


def test_every_indicator_names_its_article() -> None:
    assert all(each.article.startswith("N(") for each in INDICATORS)
    assert len({each.code for each in INDICATORS}) == len(INDICATORS)


def test_all_that_ought_to_be_is_a_hundred_points() -> None:
    found = performance(ALL)
    assert found.low == pytest.approx(100)
    assert found.high == pytest.approx(100)
    assert found.grade is Grade.EXCELLENT


def test_an_indicator_without_data_is_neither_nought_nor_full() -> None:
    found = performance({**ALL, "checks": Seen(0, 0)})
    [checks] = [each for each in found.measured if each.indicator.code == "checks"]
    assert checks.share is None
    assert found.high - found.low == pytest.approx(100 / len(INDICATORS))
    assert found.grade is None


def test_a_grade_is_told_where_no_missing_data_could_change_it() -> None:
    poor = {each.code: Seen(0, 10) for each in INDICATORS}
    assert performance({**poor, "checks": Seen(0, 0)}).grade is Grade.POOR
    assert performance({}).grade is None


def test_fewer_than_five_answers_are_not_told() -> None:
    few = performance({**ALL, "satisfaction": Seen(4, 4)})
    enough = performance({**ALL, "satisfaction": Seen(5, 5)})
    shares = [
        each.share
        for found in (few, enough)
        for each in found.measured
        if each.indicator.code == "satisfaction"
    ]
    assert shares == [None, 1.0]


def test_satisfaction_has_its_interval_and_a_count_has_none() -> None:
    found = performance({**ALL, "satisfaction": Seen(90, 100)})
    by_code = {each.indicator.code: each.interval for each in found.measured}
    assert by_code["satisfaction"] == pytest.approx((0.826, 0.945), abs=1e-3)
    assert by_code["checks"] is None


@given(
    st.fixed_dictionaries({each.code: counts for each in INDICATORS}),
    st.sampled_from([Seen(0, 9), Seen(4, 9), Seen(9, 9)]),
)
def test_whatever_the_missing_data_are_the_score_lies_in_its_range(
    seen: dict[str, Seen], truth: Seen
) -> None:
    found = performance(seen)
    unknown = {each.indicator.code for each in found.measured if each.share is None}
    known = performance({**seen, **dict.fromkeys(unknown, truth)})
    assert known.low == known.high
    assert found.low - 1e-9 <= known.low <= found.high + 1e-9
