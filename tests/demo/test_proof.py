"""Where communities are made by the thousand, their stages stand on evidence all the same."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from gis_service.demo import divisions, settling
from gis_service.demo.block import made_block
from gis_service.demo.library import made_library
from gis_service.demo.making import division_table, for_cards
from gis_service.demo.tables import Numbers
from gis_service.evidencing import evidence
from gis_service.store import bulk
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.gates import gate
from layers.gates.evidence import Evidence
from layers.gates.lapses import lapses
from layers.stages import NEEDS_REASON, Stage, has_passed
from tests.informing.conftest import NOW

SOME = 400


@pytest.fixture(scope="module")
def every(database: Database) -> Iterator[list[Evidence]]:
    numbers, library = Numbers(), made_library(81)
    streets = divisions.streets_of_jiangxi()
    places = settling.province(81, library, streets)[:SOME]
    block = made_block(81, 1, numbers, places, NOW.date())
    with database.owner.begin() as db, bulk.loading(db):
        for table in (
            division_table(numbers, [*divisions.bounded().values(), *streets]),
            *for_cards(block),
        ):
            bulk.append(db, CATALOGUE[table.layer], table.columns)
    with database.transaction(OPERATOR) as db:
        ids = db.scalars(text("SELECT id FROM onemap.communities"))
        yield [*evidence(db, OPERATOR, [*ids], NOW.date()).values()]


def test_every_gate_that_a_community_passed_would_open_again(every: list[Evidence]) -> None:
    closed = Counter(
        (passed.value, item.code)
        for each in every
        if not lapses(each)
        for passed in Stage
        if passed not in NEEDS_REASON and has_passed(each.stage, passed)
        for item in gate(each, passed).missing
        if not (item.code == "decision.expired" and has_passed(each.stage, Stage.ACCEPTED))
    )
    assert closed == {}


def test_a_few_show_what_a_lapse_is_and_not_all(every: list[Evidence]) -> None:
    lapsed = [each for each in every if lapses(each)]
    assert 0 < len(lapsed) < len(every) / 20
