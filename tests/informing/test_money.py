from decimal import Decimal

import pytest
from sqlalchemy import Connection

from gis_service.informing.listing import communities
from gis_service.informing.money import funding
from gis_service.informing.overview import overview
from gis_service.store.community_search import Choice
from tests.informing.conftest import NOW

STEPS = ("planned_cny", "committed_cny", "received_cny", "spent_cny")
ALL = Choice()


@pytest.mark.parametrize("choice", [ALL, Choice(division="360923"), Choice(phases=("works",))])
@pytest.mark.parametrize("step", STEPS)
def test_every_grouping_adds_up_to_the_total_to_the_fen(
    db: Connection, choice: Choice, step: str
) -> None:
    told = funding(db, choice, NOW)
    total = getattr(told.total, step)
    assert total > 0
    for rows in (told.by_source, told.by_year, told.by_year_and_source):
        assert sum(getattr(row, step) for row in rows) == total


def test_money_committed_is_that_of_the_communities(db: Connection) -> None:
    told = funding(db, ALL, NOW)
    assert told.total.committed_cny == overview(db, ALL, NOW).total.committed_cny
    listed = communities(db, ALL, NOW, sort="name", limit=500, after="")
    assert told.total.received_cny == sum(row.received_cny for row in listed.rows)


def test_years_come_in_order_and_sources_in_that_of_the_notice(db: Connection) -> None:
    told = funding(db, ALL, NOW)
    years = [row.year for row in told.by_year]
    assert years == sorted(set(years))
    sources = [row.source for row in told.by_source]
    assert sources[0] == "central_grant"
    assert len(sources) == len(set(sources))


def test_nothing_chosen_is_no_money_and_no_error(db: Connection) -> None:
    told = funding(db, Choice(q="没有这样的名字"), NOW)
    assert (told.total.planned_cny, told.by_year, told.by_source) == (Decimal(0), [], [])
