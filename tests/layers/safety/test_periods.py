from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.safety.periods import ALWAYS, Period, together
from tests.layers.safety.made import days


@dataclass(frozen=True)
class Thing:
    name: str
    period: Period


def names(*things: Thing, within: Period = ALWAYS) -> set[str]:
    return {"".join(sorted(t.name for t in each)) for each in together(things, within)}


def test_a_chain_of_overlaps_is_not_one_heap() -> None:
    a, b, c = Thing("a", days(1, 5)), Thing("b", days(4, 9)), Thing("c", days(8, 12))
    assert names(a, b, c) == {"ab", "bc"}
    assert names(a, c) == {"a", "c"}
    assert names(a, b, c, within=days(1, 3)) == {"a"}
    assert names(a, b, c, within=days(20, 21)) == {""}


def test_an_open_end_lasts() -> None:
    assert names(Thing("a", ALWAYS), Thing("b", days(4, 9))) == {"ab"}
    assert names(Thing("a", Period(None, days(4, 5).starts)), Thing("b", days(4, 9))) == {"a", "b"}


@given(st.lists(st.tuples(st.integers(1, 27), st.integers(1, 27)), max_size=8))
def test_every_moment_is_covered_by_a_set(bounds: list[tuple[int, int]]) -> None:
    things = [Thing(str(i), days(min(pair), max(pair) + 1)) for i, pair in enumerate(bounds)]
    sets = [{t.name for t in each} for each in together(things, ALWAYS)]
    for day in range(1, 29):
        moment = days(day, day + 1).starts
        assert moment is not None
        holding = {t.name for t in things if t.period.holds(moment)}
        assert any(holding <= each for each in sets)


@pytest.mark.parametrize(
    ("other", "meets"), [(days(1, 4), False), (days(9, 10), False), (days(1, 5), True)]
)
def test_the_end_does_not_belong_to_a_period(other: Period, meets: bool) -> None:
    assert days(4, 9).meets(other) is meets
    assert other.meets(days(4, 9)) is meets
