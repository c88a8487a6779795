"""The day that the database keeps is the day on which the gates begin to tell of a lapse."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Connection, text

from gis_service.evidencing import evidence
from gis_service.informing.listing import communities
from gis_service.store.community_search import Choice
from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.access import PUBLIC
from layers.core.layer import Visibility
from layers.gates.lapses import lapses
from tests import days
from tests.examples import Keys, feature_of

TODAY = days.today()
DAY = timedelta(days=1)

STAGES = ("consulting", "planned", "approved", "suspended", "accepted", "cancelled")
ORGANISATIONS: tuple[tuple[int | None, ...], ...] = ((), (None,), (-9,), (-9, None), (-9, 5))
"""For each organisation the days from today to its end, None where it goes on."""
PASSED, MAJOR_SHORT = {"result": "passed"}, {"result": "passed", "owners_in_favour": 100}
VOTES: tuple[tuple[dict[str, Any], ...], ...] = (
    (),
    (PASSED,),
    ({**PASSED, "valid_until": -3},),
    ({**PASSED, "valid_until": 4},),
    ({**PASSED, "valid_until": -3}, {**PASSED, "valid_until": 4}),
    ({"result": "reversed", "reversal_reason": "委托书无效"},),
    ({"result": "reversed", "reversal_reason": "委托书无效"}, PASSED),
    (MAJOR_SHORT,),
    ({**MAJOR_SHORT, "valid_until": -3},),
    ({"result": "rejected", "owners_in_favour": 1},),
)


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.owner.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def add(db: Connection, keys: Keys, name: str, **changes: Any) -> int:
    layer = CATALOGUE[name]
    return add_many(db, layer, [feature_of(layer, keys, **changes)], Visibility.PUBLISHED)[0]


def made(db: Connection) -> None:
    """A community for every stage with all kinds of organisations and votes, and with works that
    make its vote a major matter or not."""
    feature = feature_of(CATALOGUE["divisions"], {})
    [division] = add_many(db, CATALOGUE["divisions"], [feature], Visibility.PUBLISHED)
    keys: dict[str, dict[str, Any]] = {
        "divisions": {"id": division, **feature.attributes.model_dump()}
    }
    cases = [
        *product(STAGES, ORGANISATIONS, ((PASSED,),), ("ordinary",)),
        *product(STAGES, ((None,),), VOTES, ("ordinary", "rebuild")),
    ]
    for number, (stage, organisations, votes, matter) in enumerate(cases):
        keys["communities"] = {"id": add(db, keys, "communities", code=f"lapse-{number}")}
        add(db, keys, "works", matter=matter)
        for ends in organisations:
            dissolved = None if ends is None else TODAY + ends * DAY
            add(db, keys, "owner_organisations", dissolved_on=dissolved)
        for vote in votes:
            until = vote.get("valid_until")
            add(
                db,
                keys,
                "decisions",
                **{**vote, "valid_until": None if until is None else TODAY + until * DAY},
            )
        add(db, keys, "stage_changes", stage=stage, at="2026-08-01T00:00:00Z")


def test_on_every_day_the_kept_day_says_what_the_gates_say(db: Connection) -> None:
    made(db)
    rows = db.execute(text("SELECT id, lapsed_from FROM open.communities"))
    kept: dict[int, date | None] = {row.id: row.lapsed_from for row in rows}
    assert {day is None for day in kept.values()} == {True, False}
    for today in (TODAY, TODAY + 3 * DAY, TODAY + 4 * DAY, TODAY + 5 * DAY, TODAY + 9 * DAY):
        found = evidence(db, PUBLIC, list(kept), today, lapses=True)
        for id_, day in kept.items():
            assert bool(lapses(found[id_])) == (day is not None and day <= today), found[id_]


def test_a_list_tells_of_lapses_and_holds_only_those_if_asked(db: Connection) -> None:
    made(db)
    now = datetime.now(UTC)

    def rows(choice: Choice) -> set[tuple[int, bool]]:
        page = communities(db, choice, now, sort="name", limit=500, after="")
        return {(row.id, bool(row.lapses)) for row in page.rows}

    every, lapsed = rows(Choice()), rows(Choice(lapsed=True))
    assert lapsed == {(id_, is_lapsed) for id_, is_lapsed in every if is_lapsed}
    assert 0 < len(lapsed) < len(every)
