"""What the safety engine is not asked: each with a clear refusal, and never a 500."""

import copy
import json
import math
from typing import Any

import httpx
import pytest
from shapely import Point, box
from shapely.geometry import mapping, shape

from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.safety_bodies import Json, body, geo


@pytest.fixture(scope="module")
def staff(signed_in: SignedIn) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER)


def _bad(change: str) -> Json:
    asked = body()
    drawn, scene = asked["perimeter"], asked["scene"]
    ring = drawn["geometry"]["coordinates"][0]
    x, y = ring[0][:2]
    match change:
        case "self-crossing":
            ends = [[x, y], [x + 1e-3, y + 1e-3], [x + 1e-3, y], [x, y + 1e-3], [x, y]]
            drawn["geometry"]["coordinates"] = [ends]
        case "empty":
            drawn["geometry"]["coordinates"] = []
        case "unclosed":
            drawn["geometry"]["coordinates"] = [ring[:-1]]
        case "tiny":
            drawn["geometry"]["coordinates"] = [[[x, y], [x + 1e-9, y], [x, y + 1e-9], [x, y]]]
        case "huge":
            drawn["geometry"] = dict(mapping(box(114, 28, 114.5, 28.5)))
        case "a continent":
            drawn["geometry"] = dict(mapping(box(80, 20, 120, 40)))
        case "outside China":
            drawn["geometry"] = dict(mapping(box(2.35, 48.85, 2.351, 48.851)))
        case "swapped":
            drawn["geometry"]["coordinates"] = [[[lat, lon] for lon, lat, *_ in ring]]
        case "far away":
            drawn["geometry"] = dict(mapping(box(116.3, 39.9, 116.301, 39.901)))
        case "ends first":
            drawn["starts"], drawn["ends"] = drawn["ends"], drawn["starts"]
        case "no time zone":
            drawn["starts"] = "2026-11-24T08:00:00"
        case "ten thousand vertices":
            centre = shape(drawn["geometry"]).centroid
            round_ = centre.buffer(1e-4, quad_segs=2500)
            drawn["geometry"] = dict(mapping(round_))
        case "NaN":
            ring[0][0] = ring[-1][0] = math.nan
        case "infinite":
            ring[0][0] = ring[-1][0] = math.inf
        case "a huge number":
            ring[0][0] = ring[-1][0] = 10**400
        case "NaN height":
            drawn["working_height_m"] = math.nan
        case "below ground":
            drawn["working_height_m"] = -3
        case "unknown word":
            scene["storage"][0]["material"] = "explosive"
        case "unknown name":
            drawn["colour"] = "red"
        case "a point":
            drawn["geometry"] = geo(Point(1, 1))
        case "text":
            drawn["geometry"] = "POLYGON EMPTY"
        case "nothing":
            drawn["geometry"] = None
        case "numbers as words":
            drawn["geometry"]["coordinates"] = [["a", "b"]]
        case "deep":
            nested: list[Any] = []
            for _ in range(200):
                nested = [nested]
            drawn["geometry"]["coordinates"] = nested
        case "no place":
            del asked["scene"]
        case "two places":
            asked["community"] = 1
        case "twice":
            scene["buildings"].append(copy.deepcopy(scene["buildings"][0]))
        case "narrow":
            asked["parameters"]["walk_width_m"] = 0
        case "before any rule":
            asked["at"] = "2010-06-01T00:00:00Z"
        case "year 1":
            drawn["starts"] = "0001-01-01T00:00:00+14:00"
        case "too many":
            scene["doors"] = [
                {"id": i, "building": "b1", "geometry": geo(Point(40, 42))} for i in range(2001)
            ]
    return asked


BAD = [
    "self-crossing",
    "empty",
    "unclosed",
    "tiny",
    "huge",
    "a continent",
    "outside China",
    "swapped",
    "far away",
    "ends first",
    "no time zone",
    "ten thousand vertices",
    "NaN",
    "infinite",
    "a huge number",
    "NaN height",
    "below ground",
    "unknown word",
    "unknown name",
    "a point",
    "text",
    "nothing",
    "numbers as words",
    "deep",
    "no place",
    "two places",
    "twice",
    "narrow",
    "before any rule",
    "year 1",
    "too many",
]


@pytest.mark.parametrize("change", BAD)
def test_a_bad_body_is_refused_with_a_reason(staff: httpx.Client, change: str) -> None:
    answer = staff.post(
        "/api/safety/check",
        content=json.dumps(_bad(change)),
        headers={"Content-Type": "application/json", "Accept-Language": "en"},
    )
    assert answer.status_code == 422, answer.text
    told = answer.json()
    assert told["problems"], told
    assert all(problem["message"] for problem in told["problems"])


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"[" * 100_000, b"\xff\xfe"])
def test_what_is_no_body_is_refused(staff: httpx.Client, content: bytes) -> None:
    for path in ("/api/safety/check", "/api/safety/propose"):
        answer = staff.post(path, content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code in (400, 422), answer.text


def test_a_community_that_is_not_there_is_404(staff: httpx.Client) -> None:
    answer = staff.post("/api/safety/check", json={"community": 1 << 40})
    assert answer.status_code == 404


def test_a_work_area_that_is_not_there_is_told(staff: httpx.Client) -> None:
    asked = {"work_area": 1 << 40, "working_height_m": 18.0}
    answer = staff.post("/api/safety/propose", json=asked)
    assert answer.status_code in (400, 404, 422)
