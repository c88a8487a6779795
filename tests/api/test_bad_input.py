"""Shapes, values and bodies that are wrong: a clear answer each, and every problem at once."""

import math
from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, Json, body, codes, created, items
from tests.examples import add_examples

LAYER = "warning_perimeters"
EAST, NORTH = 114.92, 28.23


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, int]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def admin(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.ADMIN, areas=("",))


def polygon(*corners: tuple[float, float]) -> Json:
    return {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}


def around(metres: float, east: float = EAST, north: float = NORTH) -> list[tuple[float, float]]:
    half = metres / 2 / 111_000
    return [
        (east - half, north - half),
        (east + half, north - half),
        (east + half, north + half),
        (east - half, north + half),
    ]


def circle(vertices: int) -> Json:
    turns = (2 * math.pi * n / vertices for n in range(vertices))
    return polygon(*((EAST + math.cos(t) * 1e-4, NORTH + math.sin(t) * 1e-4) for t in turns))


BOW_TIE = polygon(
    (EAST, NORTH), (EAST + 1e-4, NORTH + 1e-4), (EAST + 1e-4, NORTH), (EAST, NORTH + 1e-4)
)
SHAPES: dict[str, tuple[Any, str]] = {
    "missing": (None, "geometry.missing"),
    "self-crossing": (BOW_TIE, "geometry.invalid"),
    "empty": ({"type": "Polygon", "coordinates": []}, "geometry.empty"),
    "unclosed": ({"type": "Polygon", "coordinates": [around(10)]}, "geometry.unreadable"),
    "tiny": (polygon(*around(0.05)), "geometry.too_small"),
    "huge": (polygon(*around(900)), "geometry.too_large"),
    "outside China": (polygon(*around(10, 13.4, 52.5)), "geometry.outside_china"),
    "swapped axes": (polygon(*((y, x) for x, y in around(10))), "geometry.swapped"),
    "metres": (polygon((5e5, 3e6), (5e5 + 9, 3e6), (5e5, 3e6 + 9)), "geometry.range"),
    "100,000 vertices": (circle(100_000), "geometry.too_many_vertices"),
    "a point": ({"type": "Point", "coordinates": [EAST, NORTH]}, "geometry.kind"),
    "a collection": ({"type": "GeometryCollection", "geometries": []}, "geometry.empty"),
    "text": ("POINT(1 2)", "geometry.unreadable"),
    "nested": ({"type": "Polygon", "coordinates": {"a": [[]]}}, "geometry.unreadable"),
    "unknown type": ({"type": "Circle", "coordinates": [1, 2]}, "geometry.unreadable"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_bad_shape_is_named(admin: httpx.Client, ids: dict[str, int], name: str) -> None:
    geometry, code = SHAPES[name]
    sent = {**body(LAYER, site=ids["sites"]), "geometry": geometry}
    answer = admin.post(items(LAYER), json=sent, headers=GEOJSON)
    assert answer.status_code == 422, answer.text
    assert code in codes(answer)


def test_a_self_crossing_is_shown_where_it_crosses(
    admin: httpx.Client, ids: dict[str, int]
) -> None:
    sent = {**body(LAYER, site=ids["sites"]), "geometry": BOW_TIE}
    [problem] = admin.post(items(LAYER), json=sent, headers=GEOJSON).json()["problems"]
    assert problem["geometry"]["type"] == "Point"
    assert problem["geometry"]["coordinates"] == pytest.approx([EAST + 5e-5, NORTH + 5e-5])


def test_ten_thousand_vertices_are_stored(admin: httpx.Client, ids: dict[str, int]) -> None:
    sent = {**body(LAYER, site=ids["sites"]), "geometry": circle(10_000)}
    id_, _ = created(admin, LAYER, sent)
    stored = admin.get(items(LAYER, id_)).json()["geometry"]["coordinates"][0]
    assert len(stored) > 9_000


def test_every_problem_is_in_one_answer(admin: httpx.Client, ids: dict[str, int]) -> None:
    sent = body(LAYER, site=999_999, starts="2026-12-02T00:00:00Z", ends="2026-12-01T00:00:00Z")
    answer = admin.post(items(LAYER), json={**sent, "geometry": BOW_TIE}, headers=GEOJSON)
    assert {"site.unknown", "ends.order", "geometry.invalid"} <= codes(answer)
    sent = body(LAYER, site="x", kind="dig", working_height_m=-1, colour="red")
    del sent["properties"]["reason"]
    answer = admin.post(
        items(LAYER), json={**sent, "geometry": BOW_TIE, "visibility": "secret"}, headers=GEOJSON
    )
    assert answer.status_code == 422
    assert {problem["field"] for problem in answer.json()["problems"]} >= {
        "site",
        "kind",
        "working_height_m",
        "colour",
        "reason",
        "geometry",
        "visibility",
    }


@pytest.mark.parametrize(("language", "said"), [("zh", "结束"), ("en", "before")])
def test_problems_speak_the_client_s_language(
    admin: httpx.Client, ids: dict[str, int], language: str, said: str
) -> None:
    sent = body(LAYER, site=ids["sites"], ends="2020-01-01T00:00:00Z")
    answer = admin.post(items(LAYER), json=sent, headers={**GEOJSON, "Accept-Language": language})
    assert answer.status_code == 422
    assert answer.headers["Content-Language"] == language
    [problem] = answer.json()["problems"]
    assert problem["field"] == "ends"
    assert said in problem["message"] or language == "zh"
    assert problem["severity"] == "major"


def test_a_value_that_stands_once_is_told_by_name(admin: httpx.Client, ids: dict[str, int]) -> None:
    code = admin.get(items("communities", ids["communities"])).json()["properties"]["code"]
    sent = body("communities", division="36", code=code)
    answer = admin.post(items("communities"), json=sent, headers=GEOJSON)
    assert answer.status_code == 422
    assert codes(answer) == {"code.taken"}


@pytest.mark.parametrize(
    ("content", "type_", "status"),
    [
        (b"", "application/geo+json", 400),
        (b"{", "application/geo+json", 400),
        (b"\xff\xfe", "application/geo+json", 400),
        (b'{"a": NaN}', "application/geo+json", 400),
        (b"[" * 5000, "application/geo+json", 400),
        (b"[]", "application/geo+json", 422),
        (b"null", "application/geo+json", 422),
        (b'{"type": "FeatureCollection", "features": []}', "application/geo+json", 422),
        (b'{"type": "Feature", "properties": 5}', "application/geo+json", 422),
        (b'{"type": "Feature", "properties": {"reason": "\\u0000"}}', "application/geo+json", 422),
        (b'{"type": "Feature", "extra": 1}', "application/json", 422),
        (b"<xml/>", "application/gml+xml", 415),
        (b"a,b", "text/csv", 415),
    ],
)
def test_a_bad_body_is_refused(
    admin: httpx.Client, content: bytes, type_: str, status: int
) -> None:
    answer = admin.post(items(LAYER), content=content, headers={"Content-Type": type_})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_unknown_reference_system_is_named(admin: httpx.Client, ids: dict[str, int]) -> None:
    answer = admin.post(
        items(LAYER),
        json=body(LAYER, site=ids["sites"]),
        headers={**GEOJSON, "Content-Crs": "<http://www.opengis.net/def/crs/EPSG/0/9999>"},
    )
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["field"] == "Content-Crs"


def test_who_may_not_write_learns_nothing_of_what_is_wrong(
    signed_in: SignedIn, client: httpx.Client, ids: dict[str, int]
) -> None:
    auditor = signed_in(Role.AUDITOR, areas=("36",))
    for who, status in ((client, 401), (auditor, 403)):
        answer = who.post(items(LAYER), content=b"{", headers=GEOJSON)
        assert answer.status_code == status
        assert answer.json()["problems"] == []


@pytest.mark.parametrize("token", ["x", "a" * 43, "null"])
def test_a_forged_token_writes_nothing(client: httpx.Client, token: str) -> None:
    answer = client.post(
        items(LAYER), json={}, headers={**GEOJSON, "Authorization": f"Bearer {token}"}
    )
    assert answer.status_code == 401
