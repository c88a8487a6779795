"""CQL2, as text and as JSON."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from httpx import Client

from tests.api.test_paging import COUNT, HERE, buildings

__all__ = ["buildings"]

Row = dict[str, Any]
FILTERS: dict[str, Callable[[Row], bool]] = {
    "floors = 6": lambda b: b["floors"] == 6,
    "floors <> 6": lambda b: b["floors"] is not None and b["floors"] != 6,
    "floors > 2 AND floors <= 4": lambda b: b["floors"] in (3, 4),
    "floors IS NULL": lambda b: b["floors"] is None,
    "NOT floors IS NULL": lambda b: b["floors"] is not None,
    "floors IS NOT NULL": lambda b: b["floors"] is not None,
    "floors BETWEEN 2 AND 3": lambda b: b["floors"] in (2, 3),
    "floors IN (1, 5)": lambda b: b["floors"] in (1, 5),
    "floors NOT IN (1, 5)": lambda b: b["floors"] not in (1, 5, None),
    "number LIKE '3%'": lambda b: b["number"].startswith("3"),
    "number NOT LIKE '3%'": lambda b: not b["number"].startswith("3"),
    "CASEI(number) = CASEI('3 栋')": lambda b: b["number"] == "3 栋",
    "number = 'it''s'": lambda b: False,
    # AND binds closer than OR.
    "floors = 1 OR floors = 2 AND number = '3 栋'": lambda b: (
        b["floors"] == 1 or (b["floors"] == 2 and b["number"] == "3 栋")
    ),
    "(floors = 1 OR floors = 2) AND number = '3 栋'": lambda b: (
        b["floors"] in (1, 2) and b["number"] == "3 栋"
    ),
    "height_m > 5.5": lambda b: b["height_m"] is not None and b["height_m"] > 5.5,
    "floors > 2.5": lambda b: b["floors"] is not None and b["floors"] > 2.5,
    "height_m > floors": lambda b: (
        None not in (b["height_m"], b["floors"]) and b["height_m"] > b["floors"]
    ),
    "occupied": lambda b: b["occupied"],
    "occupied = false": lambda b: not b["occupied"],
    "true": lambda b: True,
    "S_INTERSECTS(geometry, BBOX(114, 28, 115, 29))": lambda b: True,
    "S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 0)))": lambda b: False,
    "S_WITHIN(geometry, POLYGON((114 28, 115 28, 115 29, 114 29, 114 28)))": lambda b: True,
    "S_DISJOINT(geometry, POINT(1 2))": lambda b: True,
}


def found(client: Client, **parameters: str) -> list[Row]:
    answer = client.get(HERE, params={"limit": "1000", **parameters})
    assert answer.status_code == 200, answer.text
    return [feature["properties"] for feature in answer.json()["features"]]


@pytest.mark.parametrize("text", FILTERS)
def test_what_a_filter_keeps(client: Client, text: str) -> None:
    everything = found(client)
    assert len(everything) == COUNT
    kept = found(client, filter=text)
    assert kept == [row for row in everything if FILTERS[text](row)]


def test_json_says_the_same(client: Client) -> None:
    tree = {
        "op": "and",
        "args": [
            {"op": ">=", "args": [{"property": "floors"}, 2]},
            {"op": "like", "args": [{"property": "number"}, "3%"]},
        ],
    }
    asked = {"filter": json.dumps(tree), "filter-lang": "cql2-json"}
    assert found(client, **asked) == found(client, filter="floors >= 2 AND number LIKE '3%'")


def test_geometries_may_be_in_another_reference(client: Client) -> None:
    flipped = "S_INTERSECTS(geometry, BBOX(28, 114, 29, 115))"
    assert found(client, filter=flipped) == []
    uri = "http://www.opengis.net/def/crs/EPSG/0/4490"
    assert len(found(client, filter=flipped, **{"filter-crs": uri})) == COUNT


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        ("works", "starts >= DATE('2026-01-01') AND ends < '2027-01-01'"),
        ("works", "budget_cny = 860000"),
        ("warning_perimeters", "starts > TIMESTAMP('2026-10-01T00:00:00+08:00')"),
        ("warning_perimeters", "starts > DATE('2026-10-01')"),
        ("communities", "phase = 'works' AND gap_cny = 0"),
    ],
)
def test_dates_and_amounts(client: Client, layer: str, text: str) -> None:
    answer = client.get(f"/api/collections/{layer}/items", params={"filter": text})
    assert answer.status_code == 200, answer.text
    assert answer.json()["numberReturned"] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("floors =", "column 9"),
        ("floors = 1 ANDD number = 'x'", "column 17"),
        ("number = 'x' AND storeys = 3", "character 18"),
        ("remark = 'x'", "character 1"),
        ("geom_3857 IS NULL", "character 1"),
        ("floors = 'six'", "number does not compare to text"),
        ("floors LIKE '6%'", "LIKE takes text"),
        ("S_INTERSECTS(number, POINT(1 2))", "take geometries"),
        ("geometry = POINT(1 2)", "S_EQUALS"),
        ("S_DWITHIN(geometry, POINT(1 2), 5)", "not supported"),
        ("pg_sleep(10) = 1", "not supported"),
        ("floors + 1 = 2", "not supported"),
        ("number", "Expected a condition"),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))", "invalid"),
        ("floors = 1e400", "too large"),
        ("(" * 30 + "floors = 1" + ")" * 30, "Nested deeper"),
        ("(" * 30, "Nested deeper"),
        ("NOT " * 1500 + "floors = 1", "Nested deeper"),
        ("-" * 3000 + "1 = floors", "Nested deeper"),
        ("", "column 1"),
    ],
)
def test_a_bad_filter_says_where_and_why(client: Client, text: str, said: str) -> None:
    answer = client.get(HERE, params={"filter": text, "lang": "en"})
    assert answer.status_code == 400, answer.text
    assert answer.json()["problems"][0]["field"] == "filter"
    assert said in answer.json()["detail"]


@pytest.mark.parametrize(
    "tree", ["{", "[]", "1", '{"op":"and","args":[]}', '{"op":"=","args":[1]}', "null", '"x"']
)
def test_bad_json_is_400(client: Client, tree: str) -> None:
    answer = client.get(HERE, params={"filter": tree, "filter-lang": "cql2-json"})
    assert answer.status_code == 400, answer.text
