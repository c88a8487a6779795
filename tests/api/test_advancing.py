"""Nothing gets past the gate: who may advance, what happens at once, and every other way in."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gis_service import editing, importing
from gis_service.errors import NotWritable
from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR, Role
from layers.core.layer import Visibility
from layers.core.rules import Feature
from layers.ledgers.stage_changes import LAYER, StageChange
from layers.stages import Stage
from tests.accounts import SignedIn
from tests.api.renewals import PROVINCE, Renewal
from tests.api.writers import GEOJSON, PATCH, body, items


@pytest.fixture(scope="module")
def renewal(officer: httpx.Client) -> Renewal:
    one = Renewal(officer, "T-0100")
    one.comes_to(Stage.APPROVED)
    return one


def stages(database: Database) -> list[tuple[int, str]]:
    with database.owner.connect() as db:
        rows = db.execute(text("SELECT community, stage FROM onemap.stage_changes ORDER BY id"))
        return [(row.community, row.stage) for row in rows]


def forged(renewal: Renewal) -> StageChange:
    return StageChange(community=renewal.id, stage=Stage.MANAGED, at=datetime.now(UTC))


def test_of_two_officers_who_advance_at_once_one_wins_and_the_other_is_told(
    signed_in: SignedIn, officer: httpx.Client, database: Database
) -> None:
    one = Renewal(officer, "T-0101")
    one.comes_to(Stage.APPROVED)
    two = [signed_in(Role.STREET_OFFICER, areas=(PROVINCE,)) for _ in range(2)]
    together = Barrier(2)

    def advance(client: httpx.Client) -> httpx.Response:
        together.wait()
        return client.post(f"/api/communities/{one.id}/advance", json={"to": "under_works"})

    with ThreadPoolExecutor(2) as pool:
        answers = [*pool.map(advance, two)]
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 1}
    [lost] = [answer for answer in answers if answer.status_code == 409]
    assert "施工" in lost.json()["detail"]
    assert stages(database).count((one.id, "under_works")) == 1


@pytest.mark.parametrize(
    ("role", "scope", "status"),
    [
        (Role.ADMIN, {"areas": ("",)}, 409),
        (Role.PLANNER, {"areas": (PROVINCE,)}, 403),
        (Role.SITE_MANAGER, {"areas": (PROVINCE,)}, 403),
        (Role.AUDITOR, {"areas": (PROVINCE,)}, 403),
        (Role.STREET_OFFICER, {"areas": ("37",)}, 403),
    ],
)
def test_who_may_not_advance_is_refused_before_the_gate_is_asked(
    signed_in: SignedIn,
    database: Database,
    renewal: Renewal,
    role: Role,
    scope: dict[str, tuple[str, ...]],
    status: int,
) -> None:
    if scope["areas"] == ("37",):
        with database.transaction(OPERATOR) as db:
            shandong = {"code": "37", "name": "山东省", "level": "province"}
            layer = CATALOGUE["divisions"]
            row = layer.attributes.model_validate({**layer.example, **shandong})
            features.add_many(db, layer, [Feature(None, row)], Visibility.PUBLISHED)
    client = signed_in(role, **scope)
    path = f"/api/communities/{renewal.id}/advance"
    # Its next stage is the works; to be published again it may go to by nobody's leave.
    assert client.post(path, json={"to": "publicised"}).status_code == status


def test_a_planner_advances_as_far_as_the_annual_plan(
    signed_in: SignedIn, officer: httpx.Client
) -> None:
    one = Renewal(officer, "T-0102")
    one.comes_to(Stage.SURVEYED)
    planner = signed_in(Role.PLANNER, areas=(PROVINCE,))
    path = f"/api/communities/{one.id}/advance"
    for to in ("reserve", "consulting", "planned"):
        assert planner.post(path, json={"to": to}).status_code == 200
    [on, _] = planner.get(f"/api/communities/{one.id}/gates").json()["gates"]
    assert (on["to"], on["may_advance"]) == ("publicised", False)


def test_the_public_may_ask_and_not_advance(client: httpx.Client, renewal: Renewal) -> None:
    assert client.get(f"/api/communities/{renewal.id}/gates").status_code == 200
    answer = client.post(f"/api/communities/{renewal.id}/advance", json={"to": "under_works"})
    assert answer.status_code == 401


def test_the_api_writes_the_ledger_in_no_other_way(
    signed_in: SignedIn, renewal: Renewal, database: Database, ids: dict[str, Any]
) -> None:
    admin = signed_in(Role.ADMIN, areas=("",))
    row = ids[LAYER.name]
    sent = body(LAYER.name, community=renewal.id, stage="managed")
    before = stages(database)
    tries = [
        admin.post(items(LAYER.name), json=sent, headers=GEOJSON),
        admin.put(items(LAYER.name, row), json=sent, headers=GEOJSON),
        admin.patch(items(LAYER.name, row), json={"properties": {}}, headers=PATCH),
        admin.delete(items(LAYER.name, row)),
        admin.post(f"{items(LAYER.name, row)}/restore", json={"version": 1}),
    ]
    assert {answer.status_code for answer in tries} == {405}
    # Nor is the stage what a community itself says: clients send back what they have read.
    path = items("communities", renewal.id)
    headers = {**PATCH, "If-Match": admin.get(path).headers["ETag"]}
    admin.patch(path, json={"properties": {"stage": "managed"}}, headers=headers)
    assert admin.get(path).json()["properties"]["stage"] == "approved"
    assert stages(database) == before


def test_no_use_case_writes_the_ledger_for_the_operator(
    database: Database, renewal: Renewal, tmp_path: Path
) -> None:
    file = tmp_path / "stages.csv"
    file.write_text(f"community,stage,at\n{renewal.id},managed,2026-11-24T08:00:00+08:00\n")
    before = stages(database)
    with pytest.raises(NotWritable), database.transaction(OPERATOR) as db:
        importing.prepare(db, OPERATOR, LAYER, file, importing.Options())
    with pytest.raises(NotWritable), database.transaction(OPERATOR) as db:
        editing.create_many(db, OPERATOR, LAYER, [Feature(None, forged(renewal))])
    with pytest.raises(Exception, match="permission denied"), database.transaction(OPERATOR) as db:
        features.add_many(db, LAYER, [Feature(None, forged(renewal))], Visibility.PUBLISHED)
    assert stages(database) == before


_BY_HAND = (
    "INSERT INTO {table} (community, stage, at, reason, evidence, by) "
    "VALUES ({community}, 'managed', now(), '', '', '')",
    "INSERT INTO {table} SELECT * FROM {table} LIMIT 1",
    "UPDATE {table} SET stage = 'managed'",
    "DELETE FROM {table}",
    "TRUNCATE {table}",
    "COPY {table} (community, stage, at) FROM PROGRAM 'true'",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "CREATE TRIGGER mine BEFORE INSERT ON {table} EXECUTE FUNCTION onemap.refuse_change()",
    "UPDATE onemap.communities_derived SET stage = 'managed'",
    "CREATE OR REPLACE VIEW open.stage_changes AS SELECT * FROM {table}",
    "UPDATE open.stage_changes SET stage = 'managed'",
    "SET ROLE onemap_gate",
    "SET SESSION AUTHORIZATION onemap_gate",
    "SET session_replication_role = replica",
)


@pytest.mark.parametrize("statement", _BY_HAND)
@pytest.mark.parametrize("role", ["staff", "anonymous", "identity"])
def test_no_other_role_of_the_service_writes_the_ledger_by_sql(
    database: Database, renewal: Renewal, role: str, statement: str
) -> None:
    before = stages(database)
    written = statement.format(table="onemap.stage_changes", community=renewal.id)
    with pytest.raises(DBAPIError) as refused, getattr(database, role).begin() as db:
        db.execute(text(written))
    assert getattr(refused.value.orig, "sqlstate", None) == "42501"
    assert stages(database) == before


@pytest.mark.parametrize("statement", _BY_HAND[2:5])
def test_what_was_passed_is_not_even_the_gates_to_change(
    database: Database, renewal: Renewal, statement: str
) -> None:
    written = statement.format(table="onemap.stage_changes", community=renewal.id)
    with pytest.raises(DBAPIError), database.gate.begin() as db:
        db.execute(text(written))
    with pytest.raises(DBAPIError), database.gate.begin() as db:
        db.execute(text("INSERT INTO onemap.decisions DEFAULT VALUES"))


def test_the_ledger_names_the_officer_and_the_evidence(
    officer: httpx.Client, client: httpx.Client, renewal: Renewal
) -> None:
    path = f"/api/collections/stage_changes/items?community={renewal.id}&limit=50"
    last = officer.get(path).json()["features"][-1]["properties"]
    assert last["stage"] == "approved"
    assert "表决结果公告 2026-4" in last["evidence"]
    assert "人民新村业主委员会" in last["evidence"]
    name = officer.get("/api/session").json()
    assert last["by"] in json.dumps(name, ensure_ascii=False)
    assert "by" not in client.get(path).json()["features"][-1]["properties"]
