"""How divisions do, for the staff in whose scope they lie."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import httpx
import openpyxl
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.access import Role
from layers.core.layer import Visibility
from layers.performance import INDICATORS
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, body, items
from tests.examples import feature_of

WITHIN = (("3609", "city"), ("360923", "county"), ("360923100", "street"))


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
        layer = CATALOGUE["divisions"]
        within = [feature_of(layer, {}, code=code, level=level) for code, level in WITHIN]
        add_many(db, layer, within, Visibility.PUBLISHED)
        db.execute(text("UPDATE onemap.communities SET division = '360923100'"))


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


def test_it_leads_down_to_a_community_and_from_there_to_its_card(
    auditor: httpx.Client, ids: dict[str, Any]
) -> None:
    """Province, city, county, street, community: each time the parts of what was looked at."""
    division, grains = "36", []
    for _ in range(4):
        told = report(auditor, division=division)
        [row] = told["rows"]
        assert by_code(row)["satisfaction"] == by_code(told["total"])["satisfaction"]
        grains.append(told["grain"])
        division = row["key"]
    assert grains == ["city", "county", "street", "community"]
    assert row["id"] == ids["communities"]
    assert auditor.get(f"/api/communities/{row['id']}/card").status_code == 200
    assert [each["code"] for each in told["above"]] == ["36", "3609", "360923", "360923100"]


def test_parts_may_be_smaller_by_more_than_one_step_but_not_larger(auditor: httpx.Client) -> None:
    assert report(auditor, division="36", grain="county")["grain"] == "county"
    assert report(auditor, division="36")["grains"] == ["city", "county", "street", "community"]
    answer = auditor.get("/api/performance?division=36&grain=province")
    assert answer.status_code == 400
    assert "grain" in answer.text


def test_a_plan_year_chooses_its_communities(auditor: httpx.Client) -> None:
    [year] = report(auditor)["years"]
    assert report(auditor, year=str(year))["total"]["communities"] == 1
    assert report(auditor, year=str(year - 1))["total"]["communities"] == 0


def test_the_response_rate_is_of_the_households_that_a_round_asked(
    auditor: httpx.Client, ids: dict[str, Any]
) -> None:
    """All answers were given within the example's round, by its channel."""
    asked = auditor.get(items("survey_rounds", ids["survey_rounds"])).json()
    households = asked["properties"]["households_asked"]
    assert report(auditor)["total"]["response"] == pytest.approx(21 / households)


@pytest.fixture
def neighbour(
    signed_in: SignedIn, ids: dict[str, Any], database: Database
) -> Iterator[tuple[str, int]]:
    """Another community of the same street, where four answered; the street, and its id."""
    officer, street = signed_in(Role.ADMIN, areas=("36",)), "360923100"
    new = body("communities", code="neighbour-1", division=street, east=0.01)
    answer = officer.post(items("communities"), json=new, headers=GEOJSON)
    assert answer.status_code == 201, answer.text
    id_ = answer.json()["id"]
    for satisfied in (True, False, False, False):
        sent = body("surveys", community=id_, satisfied=satisfied)
        assert officer.post(items("surveys"), json=sent, headers=GEOJSON).status_code == 201
    yield street, id_
    with database.owner.begin() as db:
        db.execute(text("DELETE FROM onemap.surveys WHERE community = :id"), {"id": id_})
        db.execute(text("DELETE FROM onemap.communities WHERE id = :id"), {"id": id_})


def test_fewer_than_five_answers_are_told_nowhere_nor_by_subtraction(
    auditor: httpx.Client, neighbour: tuple[str, int]
) -> None:
    """What a division is told to be is the sum of its communities that are told of: taking those
    away leaves nothing of the other."""
    street, few = neighbour
    for grain in ("city", "county", "street", "community"):
        told = report(auditor, division="36", grain=grain)
        known = [by_code(row)["satisfaction"] for row in told["rows"]]
        total = by_code(told["total"])["satisfaction"]
        good = sum(round(each["share"] * each["of"]) for each in known if each["share"] is not None)
        assert (round(total["share"] * total["of"]), total["of"]) == (good, 21)
        assert told["total"]["left_out"] == 4
    rows = {row["id"]: row for row in report(auditor, division=street, grain="community")["rows"]}
    hidden = by_code(rows[few])["satisfaction"]
    assert (hidden["share"], hidden["interval"], hidden["points"]) == (None, None, None)
    assert rows[few]["left_out"] == 4
