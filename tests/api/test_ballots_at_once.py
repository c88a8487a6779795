"""Many enter and cast at once: none is lost, none counts twice, and none slips past a close."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from sqlalchemy import text

from gis_service.store.database import Database
from tests.api.votes import house, paper, tally

ROOMS, CONNECTIONS = 200, 20


def test_200_ballots_from_many_connections_are_each_counted_once(
    officer: httpx.Client, database: Database
) -> None:
    one = house(database, {"甲": ROOMS})
    # Each is sent twice, by different officers as it were.
    sent = [*one.rooms, *one.rooms]

    def enter(room: str) -> dict[str, Any]:
        answer = officer.post(one.path("ballots"), json={"ballots": [paper(room)]})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        answers = [*pool.map(enter, sent)]
    assert sum(answer["entered"] for answer in answers) == ROOMS
    assert sum(answer["repeated"] for answer in answers) == ROOMS
    told = tally(officer, one)
    assert told["ballots"] == ROOMS
    assert told["took_part"] == {"owners": ROOMS, "area_m2": "10000.00"}


def test_paper_and_online_at_once_count_one_ballot_a_room(
    officer: httpx.Client, client: httpx.Client, database: Database
) -> None:
    one = house(database, {"甲": 40})
    notices = officer.post(one.path("codes")).json()["notices"]

    def act(number: int) -> int:
        notice = notices[number // 2]
        if number % 2:
            sent = {"code": notice["code"], "answer": "against"}
            taken = client.post("/api/ballots/cast", json=sent).status_code
            assert taken in (200, 409, 429)
            return int(taken == 200)
        answer = officer.post(one.path("ballots"), json={"ballots": [paper(notice["room"])]})
        return int(answer.json()["entered"])

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        taken = sum(pool.map(act, range(80)))
    assert taken == tally(officer, one)["ballots"] == 40


def test_a_ballot_that_was_taken_is_in_the_sealed_totals(
    officer: httpx.Client, database: Database
) -> None:
    one = house(database, {"甲": 60})

    def act(room: str | None) -> int:
        if room is None:
            assert officer.post(one.path("close")).status_code == 200
            return 0
        answer = officer.post(one.path("ballots"), json={"ballots": [paper(room)]})
        assert answer.status_code in (200, 409), answer.text
        return int(answer.status_code == 200)

    rooms: list[str | None] = [*one.rooms]
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        taken = sum(pool.map(act, [*rooms[:30], None, *rooms[30:]]))
    told = tally(officer, one)
    assert told["result"] != "open"
    assert told["took_part"]["owners"] == told["ballots"] == taken
    with database.owner.connect() as db:
        counted = db.execute(
            text("SELECT owners_took_part, ballots_sha256 FROM onemap.count_votes(:id)"),
            {"id": one.decision},
        ).one()
    assert tuple(counted) == (taken, told["ballots_sha256"])
