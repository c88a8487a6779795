"""Residents report without an account, and follow what became of it by a code."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gis_service.store.database import Database
from layers.core.access import Role
from tests.api.writers import PATCH, items

SUBMISSIONS = "/api/collections/reports/submissions"
HERE = {"type": "Point", "coordinates": [114.9212, 28.2308]}


@pytest.fixture(autouse=True)
def fresh(database: Database) -> None:
    """Nobody has to wait for what another test did."""
    with database.owner.begin() as db:
        db.execute(text("DELETE FROM identity.throttles"))


def report(client: httpx.Client, geometry: Any = None, **properties: Any) -> httpx.Response:
    given = {"category": "noise", "text": "清晨六点施工", **properties}
    body = {"type": "Feature", "geometry": geometry, "properties": given}
    return client.post(SUBMISSIONS, json=body)


def status(client: httpx.Client, code: str) -> dict[str, Any]:
    answer = client.post(f"{SUBMISSIONS}/status", json={"code": code})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def found(officer: httpx.Client, words: str) -> dict[str, Any]:
    rows = officer.get(items("reports"), params={"text": words}).json()["features"]
    [row] = rows
    one: dict[str, Any] = row
    return one


def test_a_report_shows_to_its_street_at_once_and_to_the_public_once_moderated(
    client: httpx.Client, ids: dict[str, Any], signed_in: Callable[..., httpx.Client]
) -> None:
    sent = report(
        client, HERE, community=ids["communities"], text="一号楼噪声", contact="13900001111"
    )
    assert sent.status_code == 201, sent.text
    code = sent.json()["code"]
    assert "一号楼噪声" not in client.get(items("reports")).text

    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    row = found(officer, "一号楼噪声")
    assert row["properties"]["contact"] == "13900001111"
    assert status(client, code)["facts"]["status"] == "open"

    answered = officer.patch(
        items("reports", row["id"]),
        json={
            "visibility": "published",
            "properties": {"status": "closed", "reply": "已要求七点后施工。"},
        },
        headers={**PATCH, "If-Match": "*"},
    )
    assert answered.status_code == 200, answered.text
    shown = client.get(items("reports", row["id"])).text
    assert "已要求七点后施工" in shown
    assert "13900001111" not in shown
    told = status(client, code.lower().replace("-", " "))
    assert (told["visibility"], told["facts"]["status"]) == ("published", "closed")
    assert told["facts"]["reply"] == "已要求七点后施工。"


def test_closed_is_not_fixed(
    client: httpx.Client, ids: dict[str, Any], signed_in: Callable[..., httpx.Client]
) -> None:
    code = report(client, community=ids["communities"], text="路灯不亮").json()["code"]
    again = {"code": code, "reason": "还是不亮"}
    assert client.post(f"{SUBMISSIONS}/reopen", json=again).status_code == 409

    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    row = found(officer, "路灯不亮")
    officer.patch(
        items("reports", row["id"]),
        json={"properties": {"status": "closed", "reply": "已修。"}},
        headers={**PATCH, "If-Match": "*"},
    ).raise_for_status()
    opened = client.post(f"{SUBMISSIONS}/reopen", json=again)
    assert opened.status_code == 200, opened.text
    assert opened.json()["facts"]["status"] == "open"
    assert found(officer, "路灯不亮")["properties"]["reopen_reason"] == "还是不亮"


def test_nobody_is_told_that_it_is_over_and_nothing_else(
    client: httpx.Client, ids: dict[str, Any], signed_in: Callable[..., httpx.Client]
) -> None:
    report(client, community=ids["communities"], text="楼道灯坏了")
    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    answer = officer.patch(
        items("reports", found(officer, "楼道灯坏了")["id"]),
        json={"properties": {"status": "closed"}},
        headers={**PATCH, "If-Match": "*"},
    )
    assert answer.status_code == 422
    assert [problem["code"] for problem in answer.json()["problems"]] == ["reply.missing"]


def test_what_is_not_shown_is_told_to_its_sender_with_the_reason(
    client: httpx.Client, ids: dict[str, Any], signed_in: Callable[..., httpx.Client]
) -> None:
    code = report(client, community=ids["communities"], text="门口卖菜").json()["code"]
    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    officer.patch(
        items("reports", found(officer, "门口卖菜")["id"]),
        json={"properties": {"hidden_reason": "与改造无关,已转城管。"}},
        headers={**PATCH, "If-Match": "*"},
    ).raise_for_status()
    assert status(client, code)["facts"]["hidden_reason"] == "与改造无关,已转城管。"


def test_a_pin_alone_finds_its_community(
    client: httpx.Client, ids: dict[str, Any], signed_in: Callable[..., httpx.Client]
) -> None:
    assert report(client, HERE, text="只有定位").status_code == 201
    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    assert found(officer, "只有定位")["properties"]["community"] == ids["communities"]


@pytest.mark.parametrize(
    ("geometry", "properties", "field"),
    [
        (None, {}, "community"),
        ({"type": "Point", "coordinates": [115.9, 28.9]}, {}, "community"),
        (None, {"community": 987654321}, "community"),
        (HERE, {"status": "closed"}, "status"),
        (HERE, {"reply": "我自己答复"}, "reply"),
        (HERE, {"category": "nonsense"}, "category"),
        (HERE, {"text": "长" * 20_001}, "text"),
        ({"type": "Point", "coordinates": [2.3, 48.8]}, {"community": 1}, "geometry"),
    ],
)
def test_what_is_wrong_is_told_by_field_and_nothing_is_kept(
    client: httpx.Client,
    ids: dict[str, Any],
    geometry: Any,
    properties: dict[str, Any],
    field: str,
) -> None:
    answer = report(client, geometry, **properties)
    assert answer.status_code == 422, answer.text
    assert field in [problem["field"] for problem in answer.json()["problems"]]


def test_other_layers_are_not_open_to_the_public(client: httpx.Client) -> None:
    body: dict[str, Any] = {"type": "Feature", "geometry": None, "properties": {}}
    answer = client.post("/api/collections/works/submissions", json=body)
    assert answer.status_code == 405


def test_a_code_that_is_guessed_tells_nothing(client: httpx.Client) -> None:
    answer = client.post(f"{SUBMISSIONS}/status", json={"code": "AAAA-BBBB-CCCC"})
    assert answer.status_code == 404


def test_who_sends_too_much_has_to_wait(client: httpx.Client, ids: dict[str, Any]) -> None:
    answers = [report(client, community=ids["communities"]).status_code for _ in range(12)]
    assert answers[:10] == [201] * 10
    assert answers[-1] == 429


def test_the_database_itself_lets_the_public_add_no_more_than_a_report(
    database: Database, ids: dict[str, Any]
) -> None:
    """Whatever is sent, the row is internal, open and without a reply."""
    given = (
        f'{{"community": {ids["communities"]}, "category": "noise", "text": "x", "contact": "",'
        ' "status": "closed", "reply": "forged", "visibility": "published", "id": 1}'
    )
    call = text("""
        SELECT open.submit_reports(CAST(:given AS jsonb), NULL, repeat('a', 64), NULL, NULL)""")
    with database.anonymous.begin() as db:
        made = db.scalar(call, {"given": given})
    with database.owner.begin() as db:
        row = db.execute(
            text("SELECT visibility, status, reply FROM onemap.reports WHERE id = :id"),
            {"id": made},
        ).one()
    assert tuple(row) == ("draft", "open", "")
    with database.anonymous.begin() as db, pytest.raises(DBAPIError, match="permission denied"):
        db.execute(text("INSERT INTO onemap.reports DEFAULT VALUES"))
