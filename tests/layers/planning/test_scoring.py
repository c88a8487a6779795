"""Scores: what must hold whatever the measures and the weights."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from layers.planning.acceptability import acceptability
from layers.planning.criteria import CODES, Floats
from layers.planning.omission import omissions
from layers.planning.scoring import score
from layers.planning.staying import intervals
from layers.planning.topsis import closeness
from layers.planning.weights import BUREAU, vector

COUNT = len(CODES)
value = st.one_of(st.floats(0, 1), st.just(float("nan")))
tables = st.integers(1, 8).flatmap(lambda n: arrays(float, (n, COUNT), elements=value))
weightings = st.lists(st.floats(0, 100), min_size=COUNT, max_size=COUNT).filter(
    lambda each: sum(each) > 1e-3
)


def weighed(weights: list[float]) -> Floats:
    return vector(dict(zip(CODES, weights, strict=True)))


@given(tables, weightings)
def test_contributions_sum_to_the_score_and_the_range_holds_it(
    table: Floats, weights: list[float]
) -> None:
    found = score(table, weighed(weights))
    assert found.contributions.sum(axis=1) == pytest.approx(found.score)
    assert (found.low <= found.score + 1e-12).all()
    assert (found.score <= found.high + 1e-12).all()


@given(tables, weightings, st.integers(0, COUNT - 1), st.floats(0, 1))
def test_more_of_a_criterion_never_lowers_a_score(
    table: Floats, weights: list[float], at: int, more: float
) -> None:
    known = np.nan_to_num(table, nan=0.5)
    better = known.copy()
    better[:, at] = np.maximum(known[:, at], more)
    for way in (lambda t, w: score(t, w).score, closeness):
        assert (way(better, weighed(weights)) >= way(known, weighed(weights)) - 1e-12).all()


@given(tables, weightings, st.floats(1e-3, 1e3))
def test_scaling_all_weights_changes_nothing(
    table: Floats, weights: list[float], factor: float
) -> None:
    scaled = weighed([each * factor for each in weights])
    assert score(table, scaled).score == pytest.approx(score(table, weighed(weights)).score)


@given(tables, weightings)
def test_nobody_else_changes_a_score(table: Floats, weights: list[float]) -> None:
    whole = score(table, weighed(weights)).score
    for at in range(len(table)):
        assert score(table[at : at + 1], weighed(weights)).score[0] == whole[at]


@given(tables)
def test_each_comes_to_lie_somewhere_in_every_draw(table: Floats) -> None:
    found = acceptability(table, vector(BUREAU.weights), draws=50, top=2, seed=1)
    assert found.shares.sum(axis=1) == pytest.approx(1)
    assert found.in_top.sum() == pytest.approx(min(2, len(table)))


def test_who_is_best_in_everything_is_always_first() -> None:
    table = np.array([[0.9] * COUNT, [0.5] * COUNT, [0.1] * COUNT])
    found = acceptability(table, vector(BUREAU.weights), draws=300)
    assert found.shares[:, 0].tolist() == [1, 0, 0]
    assert np.isnan(found.central[1:]).all()
    every = intervals(table, vector(BUREAU.weights), 1).values()
    assert set(every) == {(0.0, 1.0)}
    without = omissions(table, vector(BUREAU.weights), 1).values()
    assert all(each.kendall == pytest.approx(1) and each.kept == 1 for each in without)


def test_within_its_interval_a_weight_leaves_the_first_as_they_are() -> None:
    table = np.zeros((2, COUNT))
    table[0, 0], table[1, 1] = 1, 1
    weights = vector({CODES[0]: 3, CODES[1]: 2})
    low, high = intervals(table, weights, 1)[CODES[0]]
    assert (low, high) == pytest.approx((0.5, 1))
