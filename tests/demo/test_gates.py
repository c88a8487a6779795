"""The demo's communities stand where their evidence lets them stand: no gate was skipped."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from gis_service import demo
from gis_service.evidencing import evidence
from gis_service.store.database import Database
from layers.core.access import OPERATOR
from layers.gates import gate
from layers.gates.evidence import Evidence
from layers.gates.lapses import lapses
from layers.stages import NEEDS_REASON, Stage, has_passed
from tests.informing.conftest import NOW


@pytest.fixture(scope="module")
def every(database: Database) -> Iterator[list[Evidence]]:
    demo.load(database.owner, "town", lambda line: None, today=NOW.date())
    with database.transaction(OPERATOR) as db:
        yield [*_all(db).values()]


def _all(db: Connection) -> dict[int, Evidence]:
    ids = db.scalars(text("SELECT id FROM onemap.communities"))
    return evidence(db, OPERATOR, [*ids], NOW.date())


def test_every_gate_that_a_community_passed_would_open_again(every: list[Evidence]) -> None:
    """Save for votes that ran out once they had been carried out, and for the one reversed."""
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


def test_every_stage_is_there_to_see(every: list[Evidence]) -> None:
    assert {each.stage for each in every} == set(Stage)


def test_one_community_shows_what_a_lapse_is(every: list[Evidence]) -> None:
    [one] = [each for each in every if lapses(each)]
    assert [item.code for item in lapses(one)] == ["decision.reversed"]
    assert one.stage is Stage.SUSPENDED
