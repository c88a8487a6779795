"""The service refuses to publish an unsafe warning perimeter, on whatever way it is written."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, Json, body, codes, created, items
from tests.examples import add_examples

LAYER = "warning_perimeters"
DOWN = {**PATCH, "If-Match": "*"}


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, Any]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def manager(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))


@pytest.fixture(scope="module")
def admin(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.ADMIN, areas=("",))


def safe(ids: dict[str, Any], **properties: Any) -> Json:
    return body(LAYER, **{"site": ids["sites"], "work_area": ids["work_areas"], **properties})


def unsafe(ids: dict[str, Any], **properties: Any) -> Json:
    """A hoarding on the edge of the work area, without a drop zone."""
    work = body("work_areas")["geometry"]
    return {**safe(ids, **properties), "geometry": work}


def test_adding_one_that_is_published(manager: httpx.Client, ids: dict[str, Any]) -> None:
    before = manager.get(items(LAYER)).json()["numberMatched"]
    sent = {**unsafe(ids), "visibility": "published"}
    refused = manager.post(items(LAYER), json=sent, headers=GEOJSON)
    assert refused.status_code == 422
    [problem] = refused.json()["problems"]
    assert problem["code"] == "safety.drop_zone"
    assert problem["severity"] == "critical"
    assert "GB" in problem["citation"]
    assert problem["field"] == "geometry"
    assert problem["geometry"]["type"] in ("Polygon", "MultiPolygon")
    assert manager.get(items(LAYER)).json()["numberMatched"] == before
    english = {**GEOJSON, "Accept-Language": "en"}
    told = manager.post(items(LAYER), json=sent, headers=english).json()["problems"][0]
    assert "drop zone" in told["message"]
    assert "坠落" in problem["message"]


def test_a_draft_may_be_anything_and_is_kept_when_its_publication_is_refused(
    manager: httpx.Client, client: httpx.Client, ids: dict[str, Any]
) -> None:
    id_, tag = created(manager, LAYER, unsafe(ids))
    path = items(LAYER, id_)
    whole = {**unsafe(ids), "visibility": "published"}
    part = {"visibility": "published", "properties": {"reason": "改"}}
    for refused in (
        manager.put(path, json=whole, headers={**GEOJSON, "If-Match": tag}),
        manager.patch(path, json=part, headers={**PATCH, "If-Match": tag}),
    ):
        assert refused.status_code == 422
        assert codes(refused) == {"safety.drop_zone"}
    kept = manager.get(path)
    assert kept.headers["ETag"] == tag
    assert kept.json()["properties"]["reason"] == whole["properties"]["reason"]
    assert client.get(path).status_code == 404
    assert len(manager.get(f"{path}/history").json()["versions"]) == 1


@pytest.mark.parametrize("height_m", [1.0, 18.0, 60.0])
@pytest.mark.parametrize("draw", [safe, unsafe])
def test_what_the_check_foretold_is_what_publishing_answers(
    manager: httpx.Client, ids: dict[str, Any], draw: Callable[..., Json], height_m: float
) -> None:
    """The height that the perimeter names does not lower that of its work area."""
    sent = draw(ids, working_height_m=height_m)
    names = ("site", "work_area", "working_height_m", "starts", "ends")
    told = {name: sent["properties"][name] for name in names}
    asked = {
        "community": ids["communities"],
        "perimeter": {**told, "geometry": sent["geometry"]},
    }
    foretold = manager.post("/api/safety/check", json=asked).json()["may_publish"]
    answer = manager.post(items(LAYER), json={**sent, "visibility": "published"}, headers=GEOJSON)
    assert foretold is (draw is safe and height_m <= 18)
    assert (answer.status_code == 201) is foretold


def published(manager: httpx.Client, ids: dict[str, Any], **properties: Any) -> str:
    """The path of a safe one."""
    sent = {**safe(ids, **properties), "visibility": "published"}
    return items(LAYER, created(manager, LAYER, sent)[0])


@pytest.mark.parametrize(
    "change",
    [
        {"geometry": body("work_areas")["geometry"]},
        {"properties": {"working_height_m": 60.0}},
    ],
    ids=["smaller", "higher"],
)
def test_a_published_one_is_not_made_unsafe(
    manager: httpx.Client, ids: dict[str, Any], change: Json
) -> None:
    path = published(manager, ids)
    refused = manager.patch(path, json=change, headers=DOWN)
    assert refused.status_code == 422
    assert codes(refused) == {"safety.drop_zone"}
    assert manager.get(path).json()["version"] == 1


def test_an_earlier_or_deleted_version_that_is_unsafe_does_not_come_back(
    manager: httpx.Client, admin: httpx.Client, ids: dict[str, Any], database: Database
) -> None:
    """What was published while a higher work area was lower."""
    area, _ = created(admin, "work_areas", body("work_areas", site=ids["sites"]))
    path = published(manager, ids, work_area=area)
    assert manager.patch(path, json={"visibility": "draft"}, headers=DOWN).status_code == 200
    risen = {"properties": {"working_height_m": 60.0}}
    assert admin.patch(items("work_areas", area), json=risen, headers=DOWN).status_code == 200
    again = {"version": 1}
    refused = manager.post(f"{path}/restore", json=again, headers={"If-Match": "*"})
    assert (refused.status_code, codes(refused)) == (422, {"safety.drop_zone"})
    assert manager.get(path).json()["visibility"] == "draft"
    assert manager.delete(path, headers={"If-Match": "*"}).status_code == 204
    refused = manager.post(f"{path}/restore", json=again)
    assert (refused.status_code, codes(refused)) == (422, {"safety.drop_zone"})
    assert manager.get(path).status_code == 404
    assert manager.post(f"{path}/restore", json={"version": 2}).status_code == 200


@pytest.fixture
def overtaken(manager: httpx.Client, admin: httpx.Client, ids: dict[str, Any]) -> str:
    """The path of one that was safe, until somebody made its work higher."""
    area, _ = created(admin, "work_areas", body("work_areas", site=ids["sites"]))
    path = published(manager, ids, work_area=area)
    risen = {"properties": {"working_height_m": 60.0}}
    assert admin.patch(items("work_areas", area), json=risen, headers=DOWN).status_code == 200
    return path


@pytest.mark.parametrize(
    "change",
    [
        {"properties": {"confirmed_at": "2026-11-02T08:00:00+08:00"}},
        {"properties": {"ends": "2026-11-20T18:00:00+08:00"}},
        {"properties": {"reason": "请绕行"}},
        {"properties": {"status": "suspended"}},
        {"properties": {"status": "lifted"}},
        {"visibility": "draft"},
    ],
    ids=["confirm", "shorten", "reword", "suspend", "lift", "withdraw"],
)
def test_who_closes_nothing_more_is_never_held_up(
    manager: httpx.Client, overtaken: str, change: Json
) -> None:
    answer = manager.patch(overtaken, json=change, headers=DOWN)
    assert answer.status_code == 200, answer.text


def test_what_was_read_may_be_sent_back(manager: httpx.Client, overtaken: str) -> None:
    read = manager.get(overtaken).json()
    answer = manager.put(overtaken, json=read, headers={**GEOJSON, "If-Match": "*"})
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(
    "change", [{"ends": "2027-01-01T18:00:00+08:00"}, {"starts": "2026-10-01T18:00:00+08:00"}]
)
def test_closing_for_longer_is_asked_anew(
    manager: httpx.Client, overtaken: str, change: Json
) -> None:
    refused = manager.patch(overtaken, json={"properties": change}, headers=DOWN)
    assert (refused.status_code, codes(refused)) == (422, {"safety.drop_zone"})


def test_resuming_is_asked_anew(manager: httpx.Client, overtaken: str) -> None:
    paused = manager.patch(overtaken, json={"properties": {"status": "suspended"}}, headers=DOWN)
    assert paused.status_code == 200
    resumed = {"properties": {"status": "active"}}
    assert manager.patch(overtaken, json=resumed, headers=DOWN).status_code == 422


def test_an_exception_lets_it_through_until_its_last_day(
    manager: httpx.Client, admin: httpx.Client, ids: dict[str, Any]
) -> None:
    id_, _ = created(manager, LAYER, unsafe(ids))
    path, show = items(LAYER, id_), {"visibility": "published"}
    today = datetime.now(UTC).date()
    granted = body("exceptions", site=ids["sites"], perimeter=id_, check="drop_zone")
    lapsed = {**granted["properties"], "ends": str(today - timedelta(days=2))}
    other = {**granted["properties"], "ends": str(today + timedelta(days=2)), "check": "egress"}
    for properties in (lapsed, other):
        created(admin, "exceptions", {**granted, "properties": properties})
        assert manager.patch(path, json=show, headers=DOWN).status_code == 422
    standing = {**granted["properties"], "ends": str(today + timedelta(days=2))}
    created(admin, "exceptions", {**granted, "properties": standing})
    answer = manager.patch(path, json=show, headers=DOWN)
    assert answer.status_code == 200, answer.text


def test_one_that_overlaps_another_sites_at_the_same_time(
    manager: httpx.Client, signed_in: SignedIn, admin: httpx.Client, ids: dict[str, Any]
) -> None:
    site, _ = created(
        admin,
        "sites",
        {
            **body("sites", community=ids["communities"], status="preparing"),
            "visibility": "published",
        },
    )
    other = signed_in(Role.SITE_MANAGER, sites=(site,))
    path = published(manager, ids)
    theirs = body(LAYER, site=site)
    refused = other.post(items(LAYER), json={**theirs, "visibility": "published"}, headers=GEOJSON)
    assert codes(refused) == {"safety.clash"}
    later = {"starts": "2027-02-01T00:00:00+08:00", "ends": "2027-02-02T00:00:00+08:00"}
    sent = {**theirs, "properties": {**theirs["properties"], **later}}
    id_, _ = created(other, LAYER, {**sent, "visibility": "published"})
    assert manager.patch(path, json={"properties": {"status": "lifted"}}, headers=DOWN)
    assert other.delete(items(LAYER, id_), headers={"If-Match": "*"}).status_code == 204


def test_a_draft_of_another_keeps_nobody_off(
    manager: httpx.Client, signed_in: SignedIn, admin: httpx.Client, ids: dict[str, Any]
) -> None:
    site, _ = created(admin, "sites", body("sites", community=ids["communities"]))
    created(admin, LAYER, body(LAYER, site=site))
    published(manager, ids)
