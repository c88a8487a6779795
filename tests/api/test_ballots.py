"""Ballots come in once each, are counted exactly, and stay with those who count."""

from typing import Any

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from layers.core.access import Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.votes import House, closed, entered, house, paper, scanned, tally, two_buildings
from tests.api.writers import GEOJSON, items

PUBLISHED = Visibility.PUBLISHED


@pytest.fixture
def one(database: Database, ids: dict[str, Any]) -> House:
    return two_buildings(database)


def test_each_room_is_entered_once_however_often_it_is_sent(
    officer: httpx.Client, one: House
) -> None:
    first = entered(officer, one, paper("甲-1"), paper("甲-2", "against"), paper("甲-1"))
    assert (first["entered"], first["repeated"], first["refused"]) == (2, 1, [])
    again = entered(officer, one, paper("甲-1"), paper("甲-2", "against"), paper("甲-3"))
    assert (again["entered"], again["repeated"]) == (1, 2)
    assert tally(officer, one)["ballots"] == 3


def test_a_row_that_cannot_be_entered_holds_up_no_other(officer: httpx.Client, one: House) -> None:
    done = entered(officer, one, paper("丙-1"), paper("甲-1"), paper("甲-1", "against"))
    assert done["entered"] == 1
    assert [(each["row"], each["code"]) for each in done["refused"]] == [
        (0, "room.unknown"),
        (2, "ballot.differs"),
    ]


def test_a_mistyped_ballot_is_corrected_with_a_reason_and_both_entries_stay(
    officer: httpx.Client, one: House, database: Database
) -> None:
    entered(officer, one, paper("甲-1", "against"))
    assert entered(officer, one, paper("甲-1"))["refused"][0]["code"] == "ballot.differs"
    assert entered(officer, one, paper("甲-1", reason="录入有误"))["corrected"] == 1
    told = tally(officer, one)
    assert (told["ballots"], told["in_favour"]["owners"]) == (1, 1)
    with database.owner.connect() as db:
        rows = db.execute(
            text("SELECT correction, answer FROM onemap.ballots WHERE decision = :id ORDER BY 1"),
            {"id": one.decision},
        )
        assert [tuple(row) for row in rows] == [(0, "against"), (1, "favour")]


def test_a_room_of_two_buildings_is_named_with_its_building(
    officer: httpx.Client, database: Database
) -> None:
    one = house(database, {"甲": 2, "乙": 2})
    with database.owner.begin() as db:
        db.execute(
            text("UPDATE onemap.households SET room = '101' WHERE id = ANY(:ids)"),
            {"ids": [one.rooms["甲-1"], one.rooms["乙-1"]]},
        )
        building = db.scalar(
            text("SELECT building FROM onemap.households WHERE id = :id"),
            {"id": one.rooms["乙-1"]},
        )
    assert entered(officer, one, paper("101"))["refused"][0]["code"] == "room.ambiguous"
    assert entered(officer, one, paper("101", building=building))["entered"] == 1


def test_the_tally_tells_how_far_each_building_is_from_the_quorum(
    officer: httpx.Client, one: House
) -> None:
    entered(officer, one, paper("甲-1"), paper("甲-2"), paper("甲-3", "abstain"), paper("乙-1"))
    told = tally(officer, one)
    assert told["took_part"] == {"owners": 4, "area_m2": "200.00"}
    assert told["in_favour"] == {"owners": 3, "area_m2": "150.00"}
    assert [(each["matter"], each["quorum"]) for each in told["outcomes"]] == [
        ("ordinary", False),
        ("major", False),
    ]
    missing = told["outcomes"][0]["missing"]["took_part"]
    assert missing == {"owners": 2, "area_m2": "100.00"}
    by_name = {each["number"]: each for each in told["buildings"]}
    assert by_name["甲"]["missing"] == {"owners": 1, "area_m2": "50.00"}
    assert by_name["乙"]["missing"] == {"owners": 1, "area_m2": "50.00"}


def test_rooms_of_one_owner_are_one_head_who_agrees_with_every_ballot(
    officer: httpx.Client, database: Database
) -> None:
    """同一买受人拥有一个以上专有部分的,按一人计算。"""
    keys = {"甲-1": "甲公司", "甲-2": "甲公司", "甲-3": "乙某", "甲-4": "乙某"}
    one = house(database, {"甲": 6}, owner_keys=keys)
    votes = [paper("甲-1"), paper("甲-2"), paper("甲-3"), paper("甲-4", "against"), paper("甲-5")]
    entered(officer, one, *votes)
    told = tally(officer, one)
    assert told["total"]["owners"] == 4
    assert told["took_part"] == {"owners": 3, "area_m2": "250.00"}
    assert told["in_favour"] == {"owners": 2, "area_m2": "200.00"}


def test_the_public_hears_totals_once_closed_and_of_no_small_building(
    officer: httpx.Client, client: httpx.Client, database: Database
) -> None:
    one = house(database, {"甲": 12, "乙": 3, "丙": 8}, visibility=PUBLISHED)
    entered(officer, one, *(paper(room) for room in one.rooms))
    running = client.get(one.path("tally"))
    assert running.status_code == 404
    closed(officer, one)
    told = client.get(one.path("tally")).json()
    assert told["took_part"]["owners"] == 23
    assert (told["plan"], told["ballots"]) == (None, None)
    # With 丙 told as well, the whole would give 乙 away.
    assert [each["number"] for each in told["buildings"]] == ["甲"]
    assert len(tally(officer, one)["buildings"]) == 3


def test_nobody_outside_the_counting_sees_one_vote(
    officer: httpx.Client, client: httpx.Client, signed_in: SignedIn, one: House
) -> None:
    entered(officer, one, paper("甲-1", "against", scan=scanned(officer)))
    assert client.get(items("ballots")).status_code == 404
    assert client.get(items("households")).status_code == 404
    for role in (Role.PLANNER, Role.AUDITOR):
        other = signed_in(role, areas=("36",))
        path = f"{items('ballots')}?decision={one.decision}"
        for row in other.get(path).json()["features"]:
            assert not {"household", "answer", "scan", "reason", "withdrawn"} & {*row["properties"]}
        assert other.post(one.path("ballots"), json={"ballots": [paper("甲-2")]}).status_code == 403
        assert other.post(one.path("close")).status_code == 403
    elsewhere = signed_in(Role.STREET_OFFICER)
    for act in ("ballots", "close"):
        answer = elsewhere.post(one.path(act), json={"ballots": [paper("甲-2")]})
        assert answer.status_code in (403, 404)
    assert client.post(one.path("close")).status_code == 401


def test_a_household_of_another_community_has_no_vote(
    officer: httpx.Client, one: House, database: Database
) -> None:
    other = house(database, {"丁": 1})
    ballot = {
        "decision": one.decision,
        "household": other.rooms["丁-1"],
        "answer": "favour",
        "channel": "paper",
        "cast_at": "2026-04-05T10:00:00+08:00",
    }
    sent = {"type": "Feature", "geometry": None, "properties": ballot}
    assert officer.post(items("ballots"), json=sent, headers=GEOJSON).status_code == 422


def test_who_enters_is_told_every_room_and_what_it_voted(
    officer: httpx.Client, client: httpx.Client, signed_in: SignedIn, one: House
) -> None:
    scan = scanned(officer)
    entered(officer, one, paper("甲-1", "against", scan=scan), paper("乙-3"))
    answer = officer.get(one.path("rooms"))
    assert answer.headers["cache-control"] == "no-store"
    rooms = {each["room"]: each for each in answer.json()["rooms"]}
    assert {room: each["household"] for room, each in rooms.items()} == one.rooms
    told = ("number", "answer", "channel", "scan")
    assert [rooms["甲-1"][name] for name in told] == ["甲", "against", "paper", scan]
    assert [rooms["甲-2"][name] for name in told] == ["甲", None, None, None]
    for other in (signed_in(Role.PLANNER, areas=("36",)), signed_in(Role.AUDITOR, areas=("36",))):
        assert other.get(one.path("rooms")).status_code == 403
    assert client.get(one.path("rooms")).status_code == 401
    assert signed_in(Role.STREET_OFFICER).get(one.path("rooms")).status_code in (403, 404)


def test_a_new_vote_may_take_its_whole_from_the_households(
    officer: httpx.Client, client: httpx.Client, signed_in: SignedIn, database: Database
) -> None:
    one = house(database, {"甲": 6}, owner_keys={"甲-1": "甲公司", "甲-2": "甲公司"})
    path = f"/api/decisions/electorate?community={one.community}"
    assert officer.get(path).json() == {"owners": 5, "area_m2": "300.00"}
    assert officer.get("/api/decisions/electorate?community=999999").status_code == 404
    assert signed_in(Role.PLANNER, areas=("36",)).get(path).status_code == 403
    assert client.get(path).status_code == 401
