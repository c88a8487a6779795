import pytest
from sqlalchemy import Connection

from gis_service.informing.legend import breaks_of, themes
from gis_service.informing.listing import communities
from gis_service.informing.overview import overview
from gis_service.store.community_search import Choice
from layers.themes import RAMPS
from tests.informing.conftest import NOW

ALL = Choice()


@pytest.mark.parametrize("within", ["", "36", "3609", "360923"])
def test_divisions_add_up_to_the_total(db: Connection, within: str) -> None:
    told = overview(db, Choice(division=within), NOW)
    assert told.divisions
    for figure in ("communities", "without_boundary", "cancelled", "closures_today", "gap_cny"):
        parts = sum(getattr(division, figure) for division in told.divisions)
        assert parts == getattr(told.total, figure), figure


def test_every_community_is_in_a_phase_or_cancelled_or_has_no_stage(db: Connection) -> None:
    total = overview(db, ALL, NOW).total
    staged = sum(total.phases.values()) + total.cancelled
    assert 0 < staged <= total.communities


@pytest.mark.parametrize(
    "choice",
    [
        ALL,
        Choice(division="360923"),
        Choice(phases=("works", "paused")),
        Choice(closed_today=True),
        Choice(without_boundary=True),
        Choice(q="新村"),
    ],
)
def test_map_and_list_count_the_same(db: Connection, choice: Choice) -> None:
    listed = communities(db, choice, NOW, sort="name", limit=500, after="")
    total = overview(db, choice, NOW).total
    assert listed.matched == len(listed.rows) == total.communities > 0
    assert sum(row.closures_today for row in listed.rows) == total.closures_today
    assert sum(row.bbox is None for row in listed.rows) == total.without_boundary


def test_within_names_the_division_itself(db: Connection) -> None:
    within = overview(db, Choice(division="360923"), NOW).within
    assert within is not None
    assert (within.code, within.name, within.level) == ("360923", "上高县", "county")


def test_a_choice_of_nothing_is_empty_and_not_an_error(db: Connection) -> None:
    told = overview(db, Choice(q="没有这样的名字"), NOW)
    assert (told.total.communities, told.divisions) == (0, [])


def test_a_legend_counts_every_community_once(db: Connection) -> None:
    total = overview(db, ALL, NOW).total.communities
    for theme in themes(db):
        if theme.classes:
            counted = sum(one.count for one in theme.classes) + theme.none.count
            assert counted == total, theme.name


def test_even_breaks_are_the_same_whatever_the_data() -> None:
    progress = RAMPS[0]
    assert breaks_of(progress, {0.0: 9, 1.0: 1}) == [0.2, 0.4, 0.6, 0.8]


def test_natural_breaks_part_what_lies_apart() -> None:
    groups = {0.0: 50, 0.01: 50, 0.2: 50, 0.21: 50, 0.4: 9, 0.6: 9, 0.9: 9}
    breaks = breaks_of(RAMPS[1], groups)
    assert breaks == sorted(breaks)
    assert len(breaks) == 4
    assert any(0.01 <= bound < 0.2 for bound in breaks)


def test_few_values_make_few_classes() -> None:
    assert breaks_of(RAMPS[1], {0.1: 5, 0.5: 2}) == [0.1]
