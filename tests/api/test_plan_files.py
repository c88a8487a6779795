"""A ranking and a choice as files: each is opened by what people open it with."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pyogrio
import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR, Role
from layers.core.layer import Visibility
from layers.planning.criteria import CODES, CRITERIA
from layers.planning.weights import BUREAU
from tests.accounts import SignedIn
from tests.examples import feature_of

HOSTILE = '=HYPERLINK("http://evil")</script><img src=x onerror=alert(1)>'
NAMES = ("东湖新村", "东湖旧村", HOSTILE)
RANK = {"year": 2027, "set": "bureau", "draws": 100}
SELECT = RANK | {"budget_cny": "9000000.00", "household_cost_cny": "40000.00"}
SELECT.pop("draws")


@pytest.fixture(scope="module")
def planner(signed_in: SignedIn, database: Database) -> httpx.Client:
    """Of three communities with an organisation, one with a name that would run."""
    province = feature_of(CATALOGUE["divisions"], {})
    division = feature_of(CATALOGUE["divisions"], {}, code="360923100", level="street")
    keys = {"divisions": division.attributes.model_dump()}
    communities, organisations = CATALOGUE["communities"], CATALOGUE["owner_organisations"]
    with database.transaction(OPERATOR) as db:
        both = [province, division]
        features.add_many(db, CATALOGUE["divisions"], both, Visibility.PUBLISHED)
        for at, name in enumerate(NAMES):
            about = {"code": f"360923100-{at}", "name": name, "willingness": 0.9 - 0.2 * at}
            each = feature_of(communities, keys, east=at / 100, households=100, **about)
            [id_] = features.add_many(db, communities, [each], Visibility.PUBLISHED)
            row = feature_of(organisations, {"communities": {"id": id_}})
            features.add_many(db, organisations, [row], Visibility.PUBLISHED)
    return signed_in(Role.PLANNER, areas=("36",))


def handed(
    planner: httpx.Client, path: str, suffix: str, body: dict[str, Any], language: str = "zh"
) -> bytes:
    answer = planner.post(
        f"/api/planning/{path}?f={suffix}", json=body, headers={"Accept-Language": language}
    )
    assert answer.status_code == 200, answer.text
    assert f".{suffix}" in answer.headers["Content-Disposition"]
    return answer.content


def sheets(content: bytes, *, values: bool) -> Workbook:
    return load_workbook(io.BytesIO(content), data_only=values)


def across(book: Workbook, sheet: str, cells: str) -> list[Any]:
    """The values of one row of cells."""
    [row] = book[sheet][cells]
    return [cell.value for cell in row]


def column(rows: Sequence[Sequence[Any]], title: str) -> list[Any]:
    [head, *body] = rows
    at = [*head].index(title)
    return [row[at] for row in body]


def test_a_workbook_tells_the_ranking_as_the_api_does(planner: httpx.Client) -> None:
    told = planner.post("/api/planning/rank", json=RANK).json()["rows"]
    rows = [*sheets(handed(planner, "rank", "xlsx", RANK), values=True)["排序"].values]
    assert column(rows, "小区") == [row["name"] for row in told]
    assert column(rows, "得分") == pytest.approx([row["score"] for row in told], abs=1e-6)
    assert column(rows, "名次") == [row["rank"] for row in told]
    assert column(rows, "得分上限") == pytest.approx([row["range"][1] for row in told], abs=1e-6)
    assert column(rows, "可列入") == [row["eligible"] for row in told]


def test_the_formulas_of_a_workbook_come_to_the_values_beside_them(planner: httpx.Client) -> None:
    """Worked out here as a spreadsheet does, for there is none to open it with."""
    content = handed(planner, "rank", "xlsx", RANK)
    formulas, values = sheets(content, values=False), sheets(content, values=True)
    score = column([*formulas["排序"].values], "得分")[0]
    own, shares, scale = re.fullmatch(
        r"=SUMPRODUCT\((\w+:\w+),'权重'!(\S+?)\)\+(\S+?)\*SUMPRODUCT\(--\(\1=\"\"\),'权重'!\2\)",
        score,
    ).groups()  # type: ignore[union-attr]
    utilities = across(values, "排序", own)
    shared = across(values, "权重", shares)
    weights = across(formulas, "权重", "B2:K2")
    assert shared == pytest.approx(np.array(weights) / sum(weights))
    sure = sum((known or 0) * share for known, share in zip(utilities, shared, strict=True))
    open_ = sum(share for known, share in zip(utilities, shared, strict=True) if known is None)
    assert open_ > 0, "something of it is unknown, and an empty cell"
    assert sure + float(scale) * open_ == pytest.approx(values["排序"]["D2"].value, abs=1e-6)
    assert column([*formulas["排序"].values], "名次")[0] == "=RANK(D2,$D$2:$D$4)"
    assert weights == pytest.approx([BUREAU.weights[code] for code in CODES])


def test_a_name_never_runs_in_a_spreadsheet(planner: httpx.Client) -> None:
    book = sheets(handed(planner, "rank", "xlsx", RANK), values=False)
    [cell] = [row[1] for row in book["排序"].iter_rows() if row[1].value == HOSTILE]
    assert cell.data_type == "s"
    text = handed(planner, "rank", "csv", RANK).decode("utf-8-sig")
    assert f"'{HOSTILE}" in {row["小区"] for row in csv.DictReader(io.StringIO(text))}


def test_a_choice_is_told_with_its_constraints(planner: httpx.Client) -> None:
    body = SELECT | {"constraints": {"max_count": 2}}
    book = sheets(handed(planner, "select", "xlsx", body, "en"), values=True)
    chosen = column([*book["Ranking"].values], "Chosen")
    assert sorted(chosen) == [False, True, True]
    assert column([*book["Ranking"].values], "Cost (CNY)") == [4_000_000] * 3
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True) if len(row) > 1}
    assert about["Cost in all (CNY)"] == 8_000_000
    assert about["Budget (CNY)"] == 9_000_000
    assert "At most 2 communities." in about.values()


def test_a_geopackage_opens_in_gdal(planner: httpx.Client, tmp_path: Path) -> None:
    path = tmp_path / "plan.gpkg"
    path.write_bytes(handed(planner, "select", "gpkg", SELECT))
    frame = pyogrio.read_dataframe(path, layer="plan")
    assert frame.crs.to_epsg() == 4490
    assert set(frame.geom_type) == {"MultiPolygon"}
    assert frame["chosen"].sum() == 2
    assert [*frame["rank"]] == [1, 2, 3]
    added = frame[[f"adds_{each.code}" for each in CRITERIA]].sum(axis=1)
    assert [*added] == pytest.approx([*frame["score"]], abs=1e-5)
    assert frame["measured_safety"].isna().all()


def test_a_map_asks_for_nothing_outside_of_it(planner: httpx.Client) -> None:
    page = handed(planner, "select", "html", SELECT).decode()
    assert not re.search(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=", page)
    assert "onerror=alert(1)>" not in page
    letters = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), page)
    for said in ("东湖新村", "入选 Chosen", "可列入 Eligible", "造价合计 Cost in all: 800.0 万元"):
        assert said in letters


@pytest.mark.parametrize(("path", "body"), [("rank", RANK), ("select", SELECT)])
def test_a_briefing_is_a_pdf(planner: httpx.Client, path: str, body: dict[str, Any]) -> None:
    for language in ("zh", "en"):
        assert handed(planner, path, "pdf", body, language).startswith(b"%PDF-")


def test_candidates_of_ones_own_have_no_file(planner: httpx.Client) -> None:
    own = {"candidates": [{"id": "x", "measures": {"age": 40}}]}
    answer = planner.post("/api/planning/rank?f=xlsx", json=own)
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["field"] == "candidates"


def test_the_public_is_handed_no_file(client: httpx.Client) -> None:
    assert client.post("/api/planning/rank?f=xlsx", json=RANK).status_code == 401
