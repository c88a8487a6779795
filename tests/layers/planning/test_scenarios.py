"""Scenarios: what a digest is of, and what has changed between two runs."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from layers.planning.criteria import CODES
from layers.planning.scenarios import IN, Row, Standing, digest, drift, overlaps

measures = st.tuples(*(st.none() | st.floats(0, 1) for _ in CODES))
rows = st.lists(
    st.builds(
        Row,
        community=st.integers(1, 30),
        standing=st.sampled_from(Standing),
        score=st.floats(0, 1),
        county=st.sampled_from(["360102", "360923"]),
        households=st.none() | st.integers(0, 900),
        cost=st.none() | st.integers(0, 10**9),
        profitable=st.integers(0, 10**6),
        measures=measures,
        place=st.none() | st.tuples(st.floats(113, 118), st.floats(24, 30)),
    ),
    max_size=8,
    unique_by=lambda row: row.community,
)


@given(rows, st.randoms())
def test_a_digest_is_of_the_inputs_in_whatever_order(found: list[Row], dice: object) -> None:
    shuffled = list(found)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert digest(shuffled) == digest(found)
    assert digest([replace(row, score=row.score / 2) for row in found]) == digest(found)


@given(rows)
def test_the_same_has_not_drifted_and_has_one_digest(found: list[Row]) -> None:
    same = drift(found, found, CODES)
    assert same.same_inputs
    assert same.same_choice


@given(rows, rows)
def test_a_drift_of_inputs_is_another_digest(then: list[Row], now: list[Row]) -> None:
    assert drift(then, now, CODES).same_inputs is (digest(then) == digest(now))


def row(community: int, standing: Standing = Standing.NOT_CHOSEN, **about: object) -> Row:
    plain = Row(community, standing, 0.5, "360102", 100, 1000, 0, (None,) * len(CODES))
    return replace(plain, **about)  # type: ignore[arg-type]


def test_a_drift_names_who_came_and_went_and_which_inputs_differ() -> None:
    known = (0.5, *(None,) * (len(CODES) - 1))
    then = [row(1, Standing.CHOSEN), row(2), row(3), row(4, Standing.LOCKED_IN)]
    now = [
        row(1, cost=2000),
        row(2, Standing.CHOSEN, measures=known),
        row(4, Standing.NOT_ELIGIBLE),
        row(5),
    ]
    found = drift(then, now, CODES)
    assert (found.appeared, found.gone) == ([5], [3])
    assert found.changed == {1: ["cost"], 2: [CODES[0]], 4: ["candidate"]}
    assert (found.entered, found.left) == ([2], [1, 4])


def test_overlaps_are_of_each_pair() -> None:
    both, other, none = overlaps({1: {1, 2}, 2: {2, 3}, 3: set()})
    assert (both.both, both.only_first, both.only_second, both.share) == (1, 1, 1, 1 / 3)
    assert (other.first, other.second, other.share) == (1, 3, 0)
    assert none.share == 0
    [empty] = overlaps({1: set(), 2: set()})
    assert empty.share is None


def test_chosen_and_locked_in_are_in() -> None:
    assert {each for each in Standing if each in IN} == {Standing.CHOSEN, Standing.LOCKED_IN}
