"""The safety engine as outside clients call it: bodies by the contract, and clear refusals."""

import copy
import json
import math
from typing import Any

import httpx
import pytest
import shapely
from shapely import Point, box
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from layers.core.access import Role
from layers.core.geometry import in_degrees, in_metres
from tests.accounts import SignedIn
from tests.layers.safety.made import lonlat

Json = dict[str, Any]


@pytest.fixture(scope="module")
def staff(signed_in: SignedIn) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER)


def geo(geometry: BaseGeometry) -> Json:
    """A shape in metres as the GeoJSON of a client."""
    told: Json = json.loads(shapely.to_geojson(lonlat(geometry)))
    return told


WORK = box(20, 28.5, 60, 30)
PERIOD = {"starts": "2026-11-24T08:00:00+08:00", "ends": "2026-12-01T18:00:00+08:00"}


def body() -> Json:
    """The scene of the contract: compliant throughout."""
    return {
        "scene": {
            "community": geo(box(0, 0, 80, 60)),
            "buildings": [
                {"id": "b1", "geometry": geo(box(20, 30, 60, 42)), "height_m": 18, "occupied": True}
            ],
            "gates": [{"id": "g1", "geometry": geo(Point(70, 0))}],
            "doors": [{"id": "d1", "building": "b1", "geometry": geo(Point(40, 42))}],
            "lanes": [
                {
                    "id": "l1",
                    "geometry": geo(shapely.LineString([(70, 0), (70, 60)])),
                    "width_m": 4.5,
                }
            ],
            "storage": [
                {
                    "id": "s1",
                    "geometry": geo(box(2, 52, 6, 56)),
                    "material": "flammable",
                    "enclosed": True,
                }
            ],
            "facilities": [],
            "passages": [],
            "utilities": [{"id": "h1", "kind": "hydrant", "geometry": geo(Point(74, 30))}],
            "perimeters": [],
        },
        "perimeter": {
            "geometry": geo(WORK.buffer(5.05).difference(box(20, 30, 60, 42))),
            "work_area": geo(WORK),
            "working_height_m": 18,
            **PERIOD,
        },
        "parameters": {"walk_width_m": 1.2, "lane_width_m": 4.0},
    }


def check(client: httpx.Client, asked: Json, **headers: str) -> Json:
    answer = client.post("/api/safety/check", json=asked, headers=headers)
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def of(told: Json, name: str) -> list[Json]:
    return [finding for finding in told["findings"] if finding["check"] == name]


def test_a_sound_perimeter_is_compliant(staff: httpx.Client) -> None:
    told = check(staff, body())
    assert told["verdict"] == "compliant", told
    assert told["may_publish"] is True
    assert {finding["check"] for finding in told["findings"]} == {
        "drop_zone",
        "egress",
        "fire_lane",
        "storage",
        "clash",
        "place",
    }
    [egress] = of(told, "egress")
    assert egress["values"]["required_m"] == 1.2
    assert egress["subjects"] == [{"kind": "door", "id": "d1"}]
    assert egress["citation"].keys() == {
        "code",
        "version",
        "source",
        "clause",
        "effective_from",
        "status",
    }


@pytest.mark.parametrize(("gap", "result"), [(1.15, "not_compliant"), (1.25, "compliant")])
def test_a_gap_to_the_wall_decides_in_degrees_too(
    staff: httpx.Client, gap: float, result: str
) -> None:
    asked = body()
    asked["perimeter"] |= {
        "geometry": geo(box(5, 42 + gap, 75, 47)),
        "work_area": geo(box(20, 44, 60, 46)),
        "working_height_m": 0,
    }
    asked["scene"]["perimeters"] = [
        {"id": "p0", "geometry": geo(box(60, 30, 75, 47)), "site": "a", **PERIOD}
    ]
    asked["perimeter"]["site"] = "a"
    told = check(staff, asked)
    assert {finding["result"] for finding in of(told, "egress")} == {result}
    if result == "not_compliant":
        [finding] = of(told, "egress")
        assert finding["values"]["found_m"] == pytest.approx(gap, abs=0.02)
        assert finding["subjects"][0] == {"kind": "door", "id": "d1"}
        assert shape(finding["geometry"]).distance(lonlat(Point(60, 42))) < 1e-3
        assert told["may_publish"] is False


def test_messages_speak_the_readers_language(staff: httpx.Client) -> None:
    asked = body()
    asked["perimeter"]["geometry"] = geo(WORK.buffer(2))
    english = check(staff, asked, **{"Accept-Language": "en"})
    chinese = check(staff, asked, **{"Accept-Language": "zh-CN"})
    assert "drop zone" in of(english, "drop_zone")[0]["message"]
    assert "坠落范围" in of(chinese, "drop_zone")[0]["message"]


@pytest.mark.parametrize("height", [1.9, 2, 5, 5.1, 15, 18, 30, 42])
def test_what_is_proposed_covers_the_drop_zone(staff: httpx.Client, height: float) -> None:
    asked = {"work_area": geo(WORK), "kind": "facade", "working_height_m": height, "allowance_m": 0}
    answer = staff.post("/api/safety/propose", json=asked)
    assert answer.status_code == 200, answer.text
    proposal = answer.json()
    radius = 0 if height < 2 else 3 if height <= 5 else 4 if height <= 15 else 5
    assert proposal["radius_m"] == (6 if height > 30 else radius)
    assert proposal["rule"]["code"] == "fall-radius"
    assert proposal["rule"]["status"] in ("verified", "secondary", "memory")
    told = body()
    told["perimeter"] |= {"geometry": proposal["perimeter"], "working_height_m": height}
    assert {f["result"] for f in of(check(staff, told), "drop_zone")} == {"compliant"}


def test_the_version_in_force_at_the_time_is_cited(staff: httpx.Client) -> None:
    asked = {"work_area": geo(WORK), "working_height_m": 18.0, "at": "2026-04-30T08:00:00+08:00"}
    old = staff.post("/api/safety/propose", json=asked).json()
    new = staff.post(
        "/api/safety/propose", json={**asked, "at": "2026-05-01T00:00:00+08:00"}
    ).json()
    assert (old["rule"]["version"], new["rule"]["version"]) == ("GB/T 3608-2008", "GB 3608-2025")


def test_the_allowance_is_added_to_the_radius(staff: httpx.Client) -> None:
    asked = {"work_area": geo(WORK), "working_height_m": 18.0, "allowance_m": 2}
    told = staff.post("/api/safety/propose", json=asked).json()["perimeter"]
    metric = in_metres(shape(told), 4547)
    area = in_metres(lonlat(WORK), 4547)
    assert metric.boundary.distance(area) == pytest.approx(7, abs=0.04)


def test_the_public_may_not_ask(client: httpx.Client) -> None:
    for path in ("/api/safety/check", "/api/safety/propose"):
        answer = client.post(path, json={})
        assert answer.status_code == 401
        assert answer.headers["content-type"].startswith("application/problem+json")


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


def test_a_stored_community_is_checked_by_its_id(
    staff: httpx.Client, ids: dict[str, Any], signed_in: SignedIn
) -> None:
    manager = signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))
    for client in (staff, manager):
        told = check(client, {"community": ids["communities"], "at": "2026-11-24T08:00:00+08:00"})
        assert {"drop_zone", "egress", "storage", "reception"} <= {
            finding["check"] for finding in told["findings"]
        }


def test_a_stored_work_area_knows_its_height(staff: httpx.Client, ids: dict[str, Any]) -> None:
    answer = staff.post("/api/safety/propose", json={"work_area": ids["work_areas"]})
    assert answer.status_code == 200, answer.text
    assert answer.json()["radius_m"] == 5
    drawn = {"geometry": answer.json()["perimeter"], "work_area": ids["work_areas"]}
    told = check(staff, {"community": ids["communities"], "perimeter": drawn})
    assert [f["result"] for f in of(told, "drop_zone")] == ["compliant"]


def test_a_community_that_is_not_there_is_404(staff: httpx.Client) -> None:
    answer = staff.post("/api/safety/check", json={"community": 1 << 40})
    assert answer.status_code == 404


def test_a_work_area_that_is_not_there_is_told(staff: httpx.Client) -> None:
    asked = {"work_area": 1 << 40, "working_height_m": 18.0}
    answer = staff.post("/api/safety/propose", json=asked)
    assert answer.status_code in (400, 404, 422)


def test_the_round_trip_of_the_test_is_exact() -> None:
    there = in_metres(lonlat(WORK), 4547)
    assert there.hausdorff_distance(in_metres(in_degrees(there, 4547), 4547)) < 1e-6
