"""The safety engine as outside clients call it, by the contract."""

from typing import Any

import httpx
import pytest
from shapely import Point, box
from shapely.geometry import shape

from layers.core.access import Role
from layers.core.geometry import in_degrees, in_metres
from tests.accounts import SignedIn
from tests.api.safety_bodies import PERIOD, WORK, Json, body, geo
from tests.layers.safety.made import lonlat


@pytest.fixture(scope="module")
def staff(signed_in: SignedIn) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER)


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


def test_the_round_trip_of_the_test_is_exact() -> None:
    there = in_metres(lonlat(WORK), 4547)
    assert there.hausdorff_distance(in_metres(in_degrees(there, 4547), 4547)) < 1e-6
