"""A vote is closed with the totals of its ballots, and sealed."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from gis_service.store.database import Database
from tests.api.votes import TODAY, House, closed, entered, house, paper, tally, two_buildings
from tests.api.writers import GEOJSON, PATCH, codes, items


@pytest.fixture
def one(database: Database, ids: dict[str, Any]) -> House:
    return two_buildings(database)


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
                "INSERT INTO onemap.ballots (decision, household, answer, channel, cast_at,"
                " withdrawn, correction, reason)"
                " VALUES (:decision, :household, 'favour', 'paper', now(), false, 0, '')"
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
