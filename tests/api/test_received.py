"""The desk that answers residents: its own area's reports, the most urgent first."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.access import Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.examples import feature_of

LAYER = CATALOGUE["reports"]
NOW = datetime.now(UTC)
FIFTY_M_EAST = 50 / 98_090
"""In degrees, where the example lies."""


@pytest.fixture(scope="module", autouse=True)
def known(database: Database, ids: dict[str, Any]) -> dict[str, int]:
    """Reports by what is said in them."""

    def ago(days: int) -> str:
        return (NOW - timedelta(days=days)).isoformat()

    given: dict[str, tuple[float, dict[str, Any], Visibility]] = {
        "新的": (0.0, {"reported_at": ago(1)}, Visibility.DRAFT),
        "旁边的": (0.9 * FIFTY_M_EAST, {"reported_at": ago(5)}, Visibility.PUBLISHED),
        "远处的": (5 * FIFTY_M_EAST, {"reported_at": ago(4)}, Visibility.PUBLISHED),
        "早先的": (0.0, {"reported_at": ago(40)}, Visibility.PUBLISHED),
        "别类的": (0.0, {"reported_at": ago(3), "category": "money"}, Visibility.PUBLISHED),
        "重办的": (
            9 * FIFTY_M_EAST,
            {"reported_at": ago(2), "reopened_at": ago(1), "reopen_reason": "还在漏"},
            Visibility.PUBLISHED,
        ),
        "私下的": (20 * FIFTY_M_EAST, {"reported_at": ago(6), "private": True}, Visibility.DRAFT),
        "不公开的": (
            30 * FIFTY_M_EAST,
            {"reported_at": ago(7), "hidden_reason": "广告"},
            Visibility.DRAFT,
        ),
    }
    keys = {"communities": {"id": ids["communities"]}}
    with database.owner.begin() as db:
        return {
            said: add_many(
                db, LAYER, [feature_of(LAYER, keys, east=east, text=said, **values)], visibility
            )[0]
            for said, (east, values, visibility) in given.items()
        }


def reports(client: httpx.Client, **asked: Any) -> dict[str, Any]:
    answer = client.get("/api/reports", params=asked)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def by_words(client: httpx.Client) -> dict[str, dict[str, Any]]:
    return {row["text"]: row for row in reports(client)["rows"]}


def test_closed_is_not_fixed_what_was_asked_for_again_stands_first(officer: httpx.Client) -> None:
    said = [row["text"] for row in reports(officer)["rows"]]
    assert said[:2] == ["重办的", "新的"]
    waiting_no_more = said[2:]
    assert waiting_no_more.index("早先的") < waiting_no_more.index("旁边的")


def test_what_its_sender_or_an_officer_withholds_waits_for_nobody(officer: httpx.Client) -> None:
    rows = by_words(officer)
    assert rows["新的"]["waits"]
    assert not rows["私下的"]["waits"]
    assert not rows["不公开的"]["waits"]
    assert rows["私下的"]["private"]
    counts = reports(officer)["counts"]
    assert (counts["reopened"], counts["waiting"]) == (1, 1)


def test_reports_of_the_same_thing_are_near_in_place_and_time_and_of_one_kind(
    officer: httpx.Client, known: dict[str, int]
) -> None:
    rows = by_words(officer)
    assert known["旁边的"] in rows["新的"]["alike"]
    assert known["新的"] in rows["旁边的"]["alike"]
    for other in ("远处的", "早先的", "别类的"):
        assert known[other] not in rows["新的"]["alike"]


def test_it_is_told_to_whom_the_area_belongs(
    client: httpx.Client, officer: httpx.Client, signed_in: SignedIn
) -> None:
    assert client.get("/api/reports").status_code == 401
    assert reports(signed_in(Role.STREET_OFFICER))["rows"] == []
    assert reports(signed_in(Role.AUDITOR, areas=("36",)))["rows"]
    assert not {"contact", "kept_photo", "hidden_reason"} & set(reports(officer)["rows"][0])


def test_closed_ones_are_a_list_of_their_own(officer: httpx.Client) -> None:
    assert {row["status"] for row in reports(officer)["rows"]} <= {"open", "in_hand"}
    assert all(row["status"] == "closed" for row in reports(officer, closed=True)["rows"])
    first, second = (reports(officer, limit=1, offset=n)["rows"][0]["id"] for n in (0, 1))
    assert first != second
