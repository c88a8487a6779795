"""What the public reads: phases, legends, shares, searches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.core.search import search_key
from layers.core.style import PALETTE, coloured
from layers.ledgers.works import WorkCategory, WorkGroup, group_of
from layers.stages import PHASE_OF, Phase, Stage
from layers.statistics import wilson
from layers.themes import PHASE_LOOKS, RAMPS, ramp_paint


def test_every_stage_has_a_phase_but_cancelled() -> None:
    assert set(PHASE_OF) == set(Stage)
    assert [stage for stage, phase in PHASE_OF.items() if phase is None] == [Stage.CANCELLED]
    assert set(PHASE_OF.values()) - {None} == set(Phase) == set(PHASE_LOOKS)


def test_no_two_phases_look_alike() -> None:
    assert len({look.color for look in PHASE_LOOKS.values()}) == len(Phase)
    assert len({look.icon for look in PHASE_LOOKS.values()}) == len(Phase)


def test_both_flavours_name_the_same_colours() -> None:
    assert PALETTE["light"].keys() == PALETTE["dark"].keys()


def test_a_colour_is_put_in_place_of_its_name_at_any_depth() -> None:
    paint = {"fill-color": ["case", ["has", "x"], "@danger", ["get", "@"]], "n": 1}
    assert coloured({"fill-color": "@ink"}, "dark") == {"fill-color": PALETTE["dark"]["ink"]}
    with pytest.raises(KeyError):
        coloured(paint, "light")


@given(st.floats(0, 1), st.lists(st.floats(0, 1), min_size=4, max_size=4, unique=True))
def test_a_ramp_colours_a_value_by_the_first_bound_it_does_not_pass(
    value: float, bounds: list[float]
) -> None:
    bounds.sort()
    ramp = RAMPS[0]
    _, *rest = ramp_paint(ramp, bounds)
    pairs = [*zip(rest[::2], rest[1::2], strict=False)]
    chosen = next(
        (color for test, color in pairs if test[0] == "<=" and value <= test[2]), rest[-1]
    )
    assert chosen == ramp.colors[sum(value > bound for bound in bounds)]


def test_a_share_of_nobody_unhappy_is_not_certain() -> None:
    low, high = wilson(1.0, 10)
    assert high == pytest.approx(1.0)
    assert low == pytest.approx(0.7225, abs=1e-4)  # Wilson 1927; 10 of 10


@given(st.integers(1, 5000), st.floats(0, 1))
def test_the_interval_holds_the_share_and_stays_a_share(answers: int, share: float) -> None:
    low, high = wilson(share, answers)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


@given(st.floats(0.05, 0.95), st.integers(1, 1000))
def test_more_answers_narrow_the_interval(share: float, answers: int) -> None:
    few, many = wilson(share, answers), wilson(share, answers * 4)
    assert many[1] - many[0] < few[1] - few[0]


@pytest.mark.parametrize("typed", ["人民", "renmin", "rmxc", "RMXC", "xincun"])
def test_a_name_is_found_as_people_type_it(typed: str) -> None:
    assert typed.lower() in search_key("人民新村")


@pytest.mark.parametrize("typed", ["zhaoyang", "chaoyang", "zyl", "cyl"])
def test_a_name_is_found_by_either_of_its_readings(typed: str) -> None:
    assert typed in search_key("朝阳路")


def test_every_category_of_works_is_in_a_group() -> None:
    groups = [group_of(category) for category in WorkCategory]
    assert {group: groups.count(group) for group in WorkGroup} == {
        WorkGroup.BASIC: 14,
        WorkGroup.IMPROVING: 12,
        WorkGroup.UPGRADING: 7,
    }


def test_words_of_both_languages_are_there() -> None:
    for term in (*Stage, *Phase, *WorkCategory):
        assert re.search(r"[一-鿿]", term.label.zh)
        assert re.fullmatch(r"[\x20-\x7eé ç]+", term.label.en)
