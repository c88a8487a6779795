"""Passers-by say that a closure is still there, or gone: counted, and nothing happens by itself."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from gis_service import sighting
from gis_service.errors import Conflict
from gis_service.store.database import Database
from gis_service.store.schema.sightings import MOST_A_DAY
from layers.core.access import PUBLIC, Role
from layers.ledgers.sightings import Seen
from tests.accounts import SignedIn
from tests.api.test_writers_at_once import at_once
from tests.api.writers import PATCH, items
from tests.examples import add_examples

NOW = datetime.now(UTC)
STILL_THERE, GONE = Seen.STILL_THERE, Seen.GONE


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, Any]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture
def perimeter(database: Database, ids: dict[str, Any]) -> Iterator[int]:
    """One in force since last week, of which nobody has said a thing."""
    values = {"id": ids["warning_perimeters"], "week": NOW - timedelta(days=7)}
    with database.owner.begin() as db:
        db.execute(text("TRUNCATE onemap.sightings"))
        db.execute(
            text(
                "UPDATE onemap.warning_perimeters SET status = 'active', starts = :week,"
                " ends = now() + interval '9 days', confirmed_at = :week WHERE id = :id"
            ),
            values,
        )
    yield ids["warning_perimeters"]
    with database.owner.begin() as db:
        db.execute(text("DELETE FROM identity.throttles"))


def said(client: httpx.Client, perimeter: int, seen: Seen) -> httpx.Response:
    return client.post(f"/api/closures/{perimeter}/sightings", json={"seen": seen})


def say(database: Database, perimeter: int, seen: Seen, address: str) -> dict[str, int]:
    with database.transaction(PUBLIC) as db:
        return sighting.say(db, perimeter, seen, address).model_dump()


def test_a_word_without_an_account_is_counted_once_a_day(
    client: httpx.Client, perimeter: int
) -> None:
    first = said(client, perimeter, GONE)
    assert first.status_code == 200, first.text
    assert first.json() == {"still_there": 0, "gone": 1}
    assert said(client, perimeter, GONE).json() == first.json()


def test_a_double_tap_counts_once(client: httpx.Client, perimeter: int) -> None:
    answers = at_once(6, lambda _: said(client, perimeter, GONE))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert said(client, perimeter, GONE).json() == {"still_there": 0, "gone": 1}


def test_the_last_word_of_each_counts(database: Database, perimeter: int) -> None:
    for last in range(3):
        say(database, perimeter, GONE, f"10.0.0.{last}")
    assert say(database, perimeter, STILL_THERE, "10.0.0.1") == {"still_there": 1, "gone": 2}


def test_one_line_is_one_voice(database: Database, perimeter: int) -> None:
    """A phone changes its address within the network that it is given."""
    say(database, perimeter, GONE, "2001:db8:1:2::1")
    assert say(database, perimeter, GONE, "2001:db8:1:2::beef")["gone"] == 1
    assert say(database, perimeter, GONE, "2001:db8:1:3::1")["gone"] == 2


def test_the_card_and_the_closures_tell_the_counts(
    client: httpx.Client, perimeter: int, ids: dict[str, Any]
) -> None:
    said(client, perimeter, GONE)
    card = client.get(f"/api/communities/{ids['communities']}/card").json()
    box = {"bbox": "114,28,116,29"}
    for closures in (card["closures"], client.get("/api/closures", params=box).json()):
        [closure] = [each for each in closures if each["id"] == perimeter]
        assert closure["sightings"] == {"still_there": 0, "gone": 1}
        assert closure["state"] == "active"


def test_nothing_else_happens_and_the_manager_who_looked_starts_afresh(
    client: httpx.Client, signed_in: SignedIn, perimeter: int, ids: dict[str, Any]
) -> None:
    before = client.get(items("warning_perimeters", perimeter)).json()
    said(client, perimeter, GONE)
    assert client.get(items("warning_perimeters", perimeter)).json() == before
    manager = signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))
    looked = {"properties": {"confirmed_at": datetime.now(UTC).isoformat()}}
    path = items("warning_perimeters", perimeter)
    assert manager.patch(path, json=looked, headers={**PATCH, "If-Match": "*"}).status_code == 200
    card = client.get(f"/api/communities/{ids['communities']}/card").json()
    [closure] = [each for each in card["closures"] if each["id"] == perimeter]
    assert closure["sightings"] == {"still_there": 0, "gone": 0}


@pytest.mark.parametrize(
    "change", ["status = 'lifted'", "status = 'suspended'", "starts = now() + interval '1 day'"]
)
def test_nothing_is_said_of_what_is_not_closed_now(
    change: str, client: httpx.Client, database: Database, perimeter: int
) -> None:
    with database.owner.begin() as db:
        db.execute(
            text(f"UPDATE onemap.warning_perimeters SET {change} WHERE id = :id"),
            {"id": perimeter},
        )
    assert said(client, perimeter, GONE).status_code == 409


def test_a_draft_is_as_unknown_as_nothing(
    client: httpx.Client, database: Database, perimeter: int
) -> None:
    update = text("UPDATE onemap.warning_perimeters SET visibility = :how WHERE id = :id")
    with database.owner.begin() as db:
        db.execute(update, {"how": "draft", "id": perimeter})
    assert said(client, perimeter, GONE).status_code == 404
    assert said(client, 999_999, GONE).status_code == 404
    with database.owner.begin() as db:
        db.execute(update, {"how": "published", "id": perimeter})


@pytest.mark.parametrize("body", [{}, {"seen": "moved"}, {"seen": "gone", "perimeter": 2}])
def test_other_words_are_refused(
    body: dict[str, Any], client: httpx.Client, perimeter: int
) -> None:
    refused = client.post(f"/api/closures/{perimeter}/sightings", json=body)
    assert refused.status_code == 422


def test_one_address_has_to_wait_after_many(client: httpx.Client, perimeter: int) -> None:
    codes = {said(client, perimeter, GONE).status_code for _ in range(60)}
    assert codes == {200, 429}


def test_a_day_takes_only_so_many(database: Database, perimeter: int) -> None:
    with database.owner.begin() as db:
        db.execute(
            text(
                "INSERT INTO onemap.sightings (perimeter, seen, seen_at, voice)"
                " SELECT :id, 'gone', now(), encode(sha256(n::text::bytea), 'hex')"
                " FROM generate_series(1, :most) n"
            ),
            {"id": perimeter, "most": MOST_A_DAY},
        )
    with pytest.raises(Conflict):
        say(database, perimeter, GONE, "10.9.9.9")


def test_words_of_the_day_before_yesterday_are_forgotten(
    database: Database, perimeter: int
) -> None:
    with database.owner.begin() as db:
        db.execute(
            text(
                "INSERT INTO onemap.sightings (perimeter, seen, seen_at, voice)"
                " VALUES (:id, 'gone', now() - interval '49 hours', repeat('0', 64))"
            ),
            {"id": perimeter},
        )
    assert say(database, perimeter, STILL_THERE, "10.0.0.1") == {"still_there": 1, "gone": 0}


def test_no_address_is_kept_and_no_key_outlives_the_next_day(
    database: Database, perimeter: int
) -> None:
    with database.owner.begin() as db:
        db.execute(text("INSERT INTO onemap.sighting_keys (day) VALUES ('2026-01-01')"))
    say(database, perimeter, GONE, "203.0.113.77")
    with database.owner.connect() as db:
        assert db.scalar(text("SELECT count(*) FROM onemap.sighting_keys")) == 1
        kept = db.scalars(
            text(
                "SELECT s::text FROM onemap.sightings s"
                " UNION ALL SELECT h::text FROM onemap.history h WHERE layer = 'sightings'"
            )
        ).all()
    assert kept
    assert not any("203.0.113" in row for row in kept)


def test_staff_read_words_in_their_scope_and_say_none(
    signed_in: SignedIn, client: httpx.Client, perimeter: int, ids: dict[str, Any]
) -> None:
    said(client, perimeter, GONE)
    assert client.get(items("sightings")).status_code == 404
    manager = signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))
    [row] = manager.get(items("sightings")).json()["features"]
    assert row["properties"]["seen"] == "gone"
    assert "voice" not in row["properties"]
    assert signed_in(Role.ADMIN, areas=("",)).post(items("sightings"), json={}).status_code == 405


@pytest.mark.parametrize("table", ["sightings", "sighting_keys"])
@pytest.mark.parametrize("role", ["anonymous", "staff"])
def test_no_role_writes_a_word_past_the_function(role: str, table: str, database: Database) -> None:
    with getattr(database, role).connect() as db, pytest.raises(ProgrammingError):
        db.execute(text(f"INSERT INTO onemap.{table} DEFAULT VALUES"))


@pytest.mark.parametrize("role", ["anonymous", "staff", "gate"])
def test_no_role_reads_the_key_of_a_day(role: str, database: Database) -> None:
    with getattr(database, role).connect() as db, pytest.raises(ProgrammingError):
        db.execute(text("SELECT * FROM onemap.sighting_keys"))
