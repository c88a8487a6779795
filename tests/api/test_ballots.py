"""Ballots come in once each, are counted exactly, and are sealed when the vote is closed."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from gis_service.store.database import Database
from layers.core.access import Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.votes import TODAY, House, entered, house, paper, tally
from tests.api.writers import GEOJSON, PATCH, codes, items

PUBLISHED = Visibility.PUBLISHED


@pytest.fixture(scope="module")
def officer(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.STREET_OFFICER, areas=("36",))


@pytest.fixture
def one(database: Database, ids: dict[str, Any]) -> House:
    """Two buildings of six and of three rooms, 50 m² each."""
    return house(database, {"甲": 6, "乙": 3}, visibility=PUBLISHED)


def closed(client: httpx.Client, one: House) -> dict[str, Any]:
    answer = client.post(one.path("close"))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


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


def test_closing_counts_exactly_and_seals_totals_result_and_evidence(
    officer: httpx.Client, one: House
) -> None:
    entered(officer, one, *(paper(f"甲-{n}") for n in range(1, 6)), paper("乙-1", "against"))
    told = closed(officer, one)
    assert told["result"] == "passed"
    assert told["took_part"] == {"owners": 6, "area_m2": "300.00"}
    assert told["in_favour"] == {"owners": 5, "area_m2": "250.00"}
    assert len(told["ballots_sha256"]) == 64
    row = officer.get(items("decisions", one.decision)).json()["properties"]
    assert row["closed_by"].startswith("street_officer")
    assert row["closed_at"]
    assert Decimal(str(row["area_in_favour_m2"])) == 250


def test_after_closing_no_ballot_is_taken_by_any_path(
    officer: httpx.Client, one: House, database: Database
) -> None:
    entered(officer, one, paper("甲-1"))
    closed(officer, one)
    refused = officer.post(one.path("ballots"), json={"ballots": [paper("甲-2")]})
    assert refused.status_code == 409
    ballot = {
        "decision": one.decision,
        "household": one.rooms["甲-2"],
        "answer": "favour",
        "channel": "paper",
        "cast_at": "2026-04-05T10:00:00+08:00",
    }
    sent = {"type": "Feature", "geometry": None, "properties": ballot}
    assert officer.post(items("ballots"), json=sent, headers=GEOJSON).status_code == 409
    with pytest.raises(IntegrityError, match="is closed"), database.staff.begin() as db:
        db.execute(
            text(
                "INSERT INTO onemap.ballots (decision, household, answer, channel, cast_at, scan,"
                " correction, reason) VALUES (:decision, :household, 'favour', 'paper', now(), '',"
                " 0, '')"
            ),
            {"decision": one.decision, "household": one.rooms["甲-3"]},
        )


@pytest.mark.parametrize(
    "change",
    [
        {"owners_in_favour": 9},
        {"area_in_favour_m2": "450.00"},
        {"result": "open"},
        {"matter": "rebuild"},
        {"evidence": "另一依据"},
        {"closed_by": "someone"},
        {"result": "reversed"},
    ],
)
def test_totals_of_a_closed_vote_cannot_be_edited(
    officer: httpx.Client, one: House, database: Database, change: dict[str, Any]
) -> None:
    entered(officer, one, *(paper(room) for room in one.rooms if room != "甲-1"))
    closed(officer, one)
    before = tally(officer, one)
    tag = officer.get(items("decisions", one.decision)).headers["ETag"]
    answer = officer.patch(
        items("decisions", one.decision),
        json={"properties": change},
        headers={**PATCH, "If-Match": tag},
    )
    assert answer.status_code in (409, 422), answer.text
    deleted = officer.delete(items("decisions", one.decision), headers={"If-Match": tag})
    assert deleted.status_code == 409
    column, value = next(iter(change.items()))
    with pytest.raises(IntegrityError), database.staff.begin() as db:
        db.execute(
            text(f"UPDATE onemap.decisions SET {column} = :value WHERE id = :id"),
            {"value": value, "id": one.decision},
        )
    assert tally(officer, one) == before


def test_nobody_closes_a_vote_with_other_totals_than_its_ballots(
    officer: httpx.Client, one: House
) -> None:
    entered(officer, one, paper("甲-1", "against"))
    tag = officer.get(items("decisions", one.decision)).headers["ETag"]
    claimed = {
        "owners_took_part": 9,
        "area_took_part_m2": "450.00",
        "owners_in_favour": 9,
        "area_in_favour_m2": "450.00",
        "result": "passed",
        "evidence": "口头",
    }
    answer = officer.patch(
        items("decisions", one.decision),
        json={"properties": claimed},
        headers={**PATCH, "If-Match": tag},
    )
    assert answer.status_code == 409


def test_a_result_is_what_the_totals_say(officer: httpx.Client, database: Database) -> None:
    one = house(database, {"甲": 3})
    tag = officer.get(items("decisions", one.decision)).headers["ETag"]
    headers = {**PATCH, "If-Match": tag}
    path = items("decisions", one.decision)
    claimed = officer.patch(path, json={"properties": {"result": "passed"}}, headers=headers)
    assert claimed.status_code == 422
    assert codes(claimed) == {"result.count", "evidence.missing"}


def test_a_vote_counted_elsewhere_keeps_its_totals_and_names_its_evidence(
    officer: httpx.Client, database: Database
) -> None:
    totals: dict[str, Any] = {
        "owners_took_part": 3,
        "area_took_part_m2": "150.00",
        "owners_in_favour": 2,
        "area_in_favour_m2": "100.00",
    }
    without = house(database, {"甲": 3}, **totals)
    assert codes(officer.post(without.path("close"))) == {"evidence.missing"}
    with_ = house(database, {"甲": 3}, **totals, evidence="表决结果公告 2026-4")
    told = closed(officer, with_)
    assert (told["result"], told["ballots_sha256"]) == ("passed", None)


def test_a_vote_is_not_closed_before_its_last_day_unless_everyone_voted(
    officer: httpx.Client, database: Database
) -> None:
    one = house(database, {"甲": 3}, ends=TODAY + timedelta(5))
    entered(officer, one, paper("甲-1"), paper("甲-2"))
    assert officer.post(one.path("close")).status_code == 409
    entered(officer, one, paper("甲-3"))
    assert closed(officer, one)["result"] == "passed"
    assert officer.post(one.path("close")).status_code == 409


def test_a_reversal_needs_a_reason_that_the_public_reads(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    entered(officer, one, *(paper(room) for room in one.rooms))
    assert officer.post(one.path("reverse"), json={"reason": "计票有误"}).status_code == 409
    closed(officer, one)
    assert officer.post(one.path("reverse"), json={"reason": " "}).status_code == 422
    told = officer.post(one.path("reverse"), json={"reason": "计票有误"}).json()
    assert (told["result"], told["took_part"]["owners"]) == ("reversed", 9)
    assert client.get(one.path("tally")).json()["reversal_reason"] == "计票有误"
    assert officer.post(one.path("reverse"), json={"reason": "再次"}).status_code == 409


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
    entered(officer, one, paper("甲-1", "against", scan="扫描 17"))
    assert client.get(items("ballots")).status_code == 404
    assert client.get(items("households")).status_code == 404
    for role in (Role.PLANNER, Role.AUDITOR):
        other = signed_in(role, areas=("36",))
        path = f"{items('ballots')}?decision={one.decision}"
        for row in other.get(path).json()["features"]:
            assert not {"household", "answer", "scan", "reason"} & set(row["properties"])
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
