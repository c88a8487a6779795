"""What the demo's site manager gets proposed may be published, on most sites. Some are unsafe."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import httpx
import pytest
import shapely
from shapely.geometry import LineString, mapping, shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy import text

from gis_service import checking
from gis_service.demo import load
from gis_service.demo.staff import FILE, make_accounts
from gis_service.store.database import Database
from layers.core.access import OPERATOR
from layers.core.geometry import in_degrees, in_metres, zone_srid
from layers.safety.excusing import grave
from tests.api.writers import GEOJSON, created, items

Feature = dict[str, Any]

NOW = datetime.now(UTC)
TIMES = {
    "starts": (NOW + timedelta(minutes=5)).isoformat(),
    "ends": (NOW + timedelta(days=9)).isoformat(),
}
SCAFFOLD_M = 1.5
SITES = 5


@pytest.fixture(scope="module")
def manager(
    database: Database, server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """The demo's own site manager, signed in with the password that the file tells."""
    load(database.owner, "town", lambda _: None)
    folder = tmp_path_factory.mktemp("accounts")
    make_accounts(database, folder)
    account = json.loads((folder / FILE).read_text())["site_manager"]
    with httpx.Client(base_url=server, trust_env=False, timeout=30) as client:
        assert client.post("/api/session", json=account).status_code == 200
        client.headers["Origin"] = server
        yield client


@pytest.fixture(scope="module")
def sites(manager: httpx.Client) -> list[Feature]:
    mine = manager.get("/api/session").json()["sites"]
    every: list[Feature] = [manager.get(items("sites", id_)).json() for id_ in mine]
    assert len(every) == SITES
    return every


def slabs(manager: httpx.Client, site: Feature) -> list[Feature]:
    asked = {"community": site["properties"]["community"], "limit": 200}
    found: list[Feature] = manager.get(items("buildings"), params=asked).json()["features"]
    return [each for each in found if each["properties"]["units"]]


def scaffold(slab: Feature) -> BaseGeometry:
    """A strip along the south front, to either side of the wall."""
    building = shape(slab["geometry"])
    zone = zone_srid(building.centroid.x)
    corners = shapely.get_coordinates(in_metres(building, zone))
    south = min(map(LineString, pairwise(corners)), key=lambda wall: wall.centroid.y)
    return in_degrees(south.buffer(SCAFFOLD_M, cap_style="flat"), zone)


def roof(slab: Feature) -> BaseGeometry:
    return shape(slab["geometry"])


WORKS = {"facade": scaffold, "roof": roof}


def drawn(manager: httpx.Client, site: Feature, slab: Feature, kind: str) -> tuple[Feature, bool]:
    """As the desk does it: a work area, the perimeter for it, and whether it may be published."""
    area, height = mapping(WORKS[kind](slab)), slab["properties"]["height_m"]
    community = site["properties"]["community"]
    work = {"work_area": area, "kind": kind, "working_height_m": height, "community": community}
    proposed = manager.post("/api/safety/propose", json=work).json()["perimeter"]
    asked = {"geometry": proposed, "work_area": area, "working_height_m": height, **TIMES}
    check = {"community": community, "perimeter": {**asked, "site": site["id"]}}
    answer = manager.post("/api/safety/check", json=check).json()
    return asked, answer["may_publish"]


def published(manager: httpx.Client, site: Feature, kind: str, asked: Feature) -> httpx.Response:
    of_both = {
        "site": site["id"],
        "kind": kind,
        "working_height_m": asked["working_height_m"],
        **TIMES,
    }
    area = {"type": "Feature", "geometry": asked["work_area"], "properties": of_both}
    id_, _ = created(manager, "work_areas", {**area, "visibility": "published"})
    properties = {**of_both, "work_area": id_, "reason": "外墙脚手架,请绕行"}
    sent = {"type": "Feature", "geometry": asked["geometry"], "properties": properties}
    body = {**sent, "visibility": "published"}
    return manager.post(items("warning_perimeters"), json=body, headers=GEOJSON)


@pytest.mark.parametrize("kind", WORKS)
def test_on_most_sites_what_is_proposed_may_be_published(
    kind: str, manager: httpx.Client, sites: list[Feature]
) -> None:
    good = [
        site["properties"]["name"]
        for site in sites
        if any(drawn(manager, site, slab, kind)[1] for slab in slabs(manager, site))
    ]
    assert len(good) == SITES - 1


def test_a_green_one_is_published_and_a_red_one_is_not(
    manager: httpx.Client, client: httpx.Client, sites: list[Feature]
) -> None:
    answers: dict[bool, httpx.Response] = {}
    for site in sites:
        slab = slabs(manager, site)[-1]
        asked, may_publish = drawn(manager, site, slab, "facade")
        if may_publish not in answers:
            answers[may_publish] = published(manager, site, "facade", asked)
    assert answers[True].status_code == 201, answers[True].text
    shown = items("warning_perimeters", answers[True].json()["id"])
    assert client.get(shown).json()["properties"]["status"] == "planned"
    assert answers[False].status_code == 422
    assert {p["code"] for p in answers[False].json()["problems"]} == {"safety.egress"}


def test_most_of_what_is_closed_keeps_the_rules_and_some_does_not(
    manager: httpx.Client, database: Database
) -> None:
    closed = text(
        "SELECT p.id, s.community FROM onemap.warning_perimeters p"
        " JOIN onemap.sites s ON s.id = p.site"
        " WHERE p.visibility = 'published' AND p.status IN ('active', 'planned')"
    )
    with database.transaction(OPERATOR) as db:
        is_grave = [
            bool(grave(checking.check_stored(db, OPERATOR, community, id_, NOW)))
            for id_, community in db.execute(closed)
        ]
    assert 0 < sum(is_grave) < len(is_grave) / 3, is_grave
