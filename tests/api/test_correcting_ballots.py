"""A ballot entered wrongly is put right and nothing is lost of it; paper is scanned as evidence."""

from typing import Any

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.votes import House, entered, paper, scanned, tally, two_buildings

WRONG_ROOM = "录错房号"


@pytest.fixture
def one(database: Database, ids: dict[str, Any]) -> House:
    return two_buildings(database)


def entries(database: Database, one: House, room: str) -> list[tuple[Any, ...]]:
    with database.owner.connect() as db:
        rows = db.execute(
            text(
                "SELECT channel, answer, withdrawn, reason, scan FROM onemap.ballots"
                " WHERE decision = :vote AND household = :home ORDER BY correction"
            ),
            {"vote": one.decision, "home": one.rooms[room]},
        )
        return [tuple(row) for row in rows]


def test_what_was_entered_for_the_wrong_room_is_withdrawn_with_a_reason(
    officer: httpx.Client, one: House, database: Database
) -> None:
    entered(officer, one, paper("甲-1"), paper("甲-2", "against"))
    [refused] = entered(officer, one, paper("甲-1", withdrawn=True))["refused"]
    assert refused["code"] == "ballot.differs"
    withdrawal = paper("甲-1", withdrawn=True, reason=WRONG_ROOM)
    assert entered(officer, one, withdrawal)["corrected"] == 1
    assert entered(officer, one, withdrawal)["repeated"] == 1
    told = tally(officer, one)
    assert (told["ballots"], told["took_part"]["owners"]) == (1, 1)
    assert entries(database, one, "甲-1") == [
        ("paper", "favour", False, "", None),
        ("paper", "favour", True, WRONG_ROOM, None),
    ]


def test_a_household_whose_entry_was_withdrawn_may_vote_again_on_paper(
    officer: httpx.Client, one: House
) -> None:
    entered(officer, one, paper("甲-1"), paper("甲-1", withdrawn=True, reason=WRONG_ROOM))
    assert entered(officer, one, paper("甲-1", "against"))["corrected"] == 1
    told = tally(officer, one)
    assert (told["ballots"], told["in_favour"]["owners"]) == (1, 0)


def test_a_household_whose_entry_was_withdrawn_may_vote_online_once(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    entered(officer, one, paper("甲-1"), paper("甲-1", withdrawn=True, reason=WRONG_ROOM))
    notices = officer.post(one.path("codes")).json()["notices"]
    [code] = [notice["code"] for notice in notices if notice["room"] == "甲-1"]
    assert client.post("/api/ballots/cast", json={"code": code, "answer": "against"}).is_success
    assert tally(officer, one)["took_part"]["owners"] == 1
    again = entered(officer, one, paper("甲-1", withdrawn=True, reason=WRONG_ROOM))
    assert again["refused"][0]["code"] == "ballot.differs"


def test_there_is_nothing_to_withdraw_of_who_has_not_voted(
    officer: httpx.Client, one: House
) -> None:
    done = entered(officer, one, paper("甲-1", withdrawn=True, reason=WRONG_ROOM), paper("甲-2"))
    assert [each["code"] for each in done["refused"]] == ["ballot.none"]
    assert tally(officer, one)["ballots"] == 1


def test_one_scan_is_of_a_sheet_of_several_rooms(
    officer: httpx.Client, one: House, database: Database
) -> None:
    scan = scanned(officer)
    sheet = [paper(room, scan=scan) for room in ("甲-1", "甲-2")]
    assert entered(officer, one, *sheet)["entered"] == 2
    assert entered(officer, one, *sheet)["repeated"] == 2
    assert entries(database, one, "甲-2") == [("paper", "favour", False, "", scan)]


def test_a_scan_may_come_after_its_ballot_and_stays_with_it(
    officer: httpx.Client, one: House, database: Database
) -> None:
    entered(officer, one, paper("甲-1"))
    scan = scanned(officer)
    assert entered(officer, one, paper("甲-1", scan=scan))["corrected"] == 1
    # Entered again without it, or corrected, it is the same sheet.
    assert entered(officer, one, paper("甲-1"))["repeated"] == 1
    assert entered(officer, one, paper("甲-1", "against", reason="看错"))["corrected"] == 1
    assert [row[4] for row in entries(database, one, "甲-1")] == [None, scan, scan]


def test_a_ballot_names_no_scan_that_was_not_sent(officer: httpx.Client, one: House) -> None:
    done = entered(officer, one, paper("甲-1", scan="0" * 64), paper("甲-2"))
    assert (done["entered"], done["refused"][0]["code"]) == (1, "scan.unknown")
    words = officer.post(one.path("ballots"), json={"ballots": [paper("甲-1", scan="扫描 17")]})
    assert words.status_code == 422


def test_a_scan_is_seen_by_those_who_count_alone(
    officer: httpx.Client, client: httpx.Client, signed_in: SignedIn, one: House
) -> None:
    scan = scanned(officer)
    entered(officer, one, paper("甲-1", scan=scan))
    path = f"/api/attachments/{scan}"
    colleague = signed_in(Role.STREET_OFFICER, areas=("36",))
    assert colleague.get(path).status_code == 200
    for other in (client, signed_in(Role.PLANNER, areas=("36",)), signed_in(Role.STREET_OFFICER)):
        assert other.get(path).status_code == 404
