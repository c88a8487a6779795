"""How divisions do, for the staff in whose scope they lie."""

from io import BytesIO
from typing import Any

import httpx
import openpyxl
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from layers.core.access import Role
from layers.performance import INDICATORS
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, body, items


@pytest.fixture(scope="module")
def auditor(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.AUDITOR, areas=("36",))


@pytest.fixture(scope="module", autouse=True)
def surveyed(signed_in: SignedIn, ids: dict[str, Any], database: Database) -> None:
    """Nineteen of twenty households say that they are satisfied, beside the example."""
    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    for number in range(20):
        sent = body("surveys", community=ids["communities"], satisfied=number > 0)
        assert officer.post(items("surveys"), json=sent, headers=GEOJSON).status_code == 201
    with database.owner.begin() as db:
        db.execute(text("DELETE FROM onemap.acceptances"))


def report(client: httpx.Client, **asked: str) -> dict[str, Any]:
    answer = client.get("/api/performance", params=asked)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def by_code(division: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in division["indicators"]}


def test_each_indicator_has_its_source_and_no_data_is_no_data(auditor: httpx.Client) -> None:
    total = report(auditor)["total"]
    found = by_code(total)
    assert list(found) == [each.code for each in INDICATORS]
    assert all(each["article"] for each in found.values())
    satisfied = found["satisfaction"]
    assert (satisfied["of"], satisfied["share"]) == (21, pytest.approx(20 / 21))
    assert satisfied["interval"][0] < 20 / 21 < satisfied["interval"][1]
    assert found["acceptance"]["share"] is None
    assert total["low"] < total["high"]


def test_the_whole_is_all_its_divisions(auditor: httpx.Client) -> None:
    told = report(auditor, division="36")
    assert sum(each["communities"] for each in told["rows"]) == told["total"]["communities"]
    assert report(auditor)["total"] == told["total"]


def test_the_basis_is_told_with_its_doubts(auditor: httpx.Client) -> None:
    assert "二手来源" in report(auditor)["basis"]


def test_it_is_for_those_in_whose_scope_it_lies(
    client: httpx.Client, auditor: httpx.Client, signed_in: SignedIn, ids: dict[str, Any]
) -> None:
    assert client.get("/api/performance").status_code == 401
    assert auditor.get("/api/performance?division=44").status_code == 403
    assert auditor.get("/api/performance?division=").status_code == 403
    assert auditor.get("/api/performance?division=x").status_code == 400
    manager = signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))
    assert manager.get("/api/performance?division=36").status_code == 403


def test_a_spreadsheet_holds_the_same(auditor: httpx.Client) -> None:
    answer = auditor.get("/api/performance?f=xlsx")
    assert answer.status_code == 200
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    titles, *_, total = sheet.iter_rows(values_only=True)
    told = report(auditor)["total"]
    assert total[2] == told["communities"]
    assert total[3] == pytest.approx(told["low"])
    assert total[titles.index("验收合格 N(八)")] is None
