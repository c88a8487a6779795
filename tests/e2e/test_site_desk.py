"""The site desk on a phone: drawn and published, kept without a network, two who differ."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, Route, expect
from shapely.geometry import shape

from gis_service.store.database import Database
from layers.core.access import EVERYWHERE, Role
from layers.ledgers.exceptions import SafetyCheck
from tests.accounts import PASSWORD, SignedIn, add_account
from tests.e2e.conftest import PHONE, Visit, Visitor

pytest_plugins = ["tests.accounts"]

PERIMETERS = "/api/collections/warning_perimeters/items"
STARTS, ENDS = "2030-06-01T08:00", "2030-06-20T18:00"
SECONDS_TO_ANOTHER_MAP = 5.0
SHOWN = """() => document.querySelector('.maplibregl-map').onemap
    .queryRenderedFeatures({layers: ['warning_perimeters-planned']})
    .map(each => each.properties.reason)"""


@dataclass
class Place:
    """A site where everything is excused, so that anything may be published, and its manager."""

    site: int
    name: str
    manager: str
    longitude: float
    latitude: float

    @property
    def camera(self) -> str:
        return f"?at=17.50/{self.latitude:.5f}/{self.longitude:.5f}"


@pytest.fixture
def place(database: Database, signed_in: SignedIn) -> Place:
    admin = signed_in(Role.ADMIN, areas=(EVERYWHERE,))
    found = admin.get("/api/collections/sites/items", params={"status": "active"}).json()
    site = found["features"][0]
    for check in SafetyCheck:
        excuse = {"site": site["id"], "check": check.value, "reason": "示例", "approver": "示例"}
        body = {"type": "Feature", "properties": {**excuse, "ends": "2031-01-01"}, "geometry": None}
        assert admin.post("/api/collections/exceptions/items", json=body).status_code == 201
    manager = add_account(database, Role.SITE_MANAGER, sites=(site["id"],))
    middle = shape(site["geometry"]).representative_point()
    return Place(site["id"], site["properties"]["name"], manager.name, middle.x, middle.y)


@pytest.fixture
def as_manager(server: str, place: Place) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, trust_env=False, headers={"Origin": server}) as client:
        client.post("/api/session", json={"username": place.manager, "password": PASSWORD})
        yield client


def sign_in(page: Page, name: str) -> None:
    page.get_by_role("button", name="登录").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("用户名").fill(name)
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录").click()
    expect(page.get_by_role("button", name="已登录")).to_be_visible()


def open_site(visit: Visit, place: Place) -> Page:
    page = visit.open(f"?desk=site&site={place.site}")
    sign_in(page, place.manager)
    expect(page.get_by_role("button", name="画作业区")).to_be_visible()
    return page


def draw(page: Page, place: Place) -> None:
    """A work area round the middle of the site, and the perimeter proposed for it."""
    page.get_by_role("button", name="画作业区").click()
    expect(page.get_by_role("button", name="逐点")).to_be_visible()
    page.wait_for_timeout(1500)
    middle = page.evaluate(
        """at => {
            const holder = document.querySelector('.maplibregl-map')
            const {x, y} = holder.onemap.project(at)
            const {left, top} = holder.getBoundingClientRect()
            return [left + x, top + y]
        }""",
        [place.longitude, place.latitude],
    )
    for x, y in ((-45, -25), (45, -25), (45, 25), (-45, 25)):
        page.mouse.click(middle[0] + x, middle[1] + y)
        # Two taps in one place at once are one tap to a map.
        page.wait_for_timeout(350)
    page.get_by_role("button", name="完成").click()
    page.get_by_role("button", name="采用建议范围").click()
    expect(page.get_by_role("button", name="下一步")).to_be_enabled()


def describe(page: Page, reason: str) -> None:
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("说明").fill(reason)
    page.get_by_label("开始").fill(STARTS)
    page.get_by_label("计划解除").fill(ENDS)


def until(true: Callable[[], bool], page: Page, seconds: float) -> float:
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < seconds
        page.wait_for_timeout(50)
    return time.monotonic() - begun


def test_what_is_published_is_on_another_open_map_at_once(
    phone: Visit, visit: Visitor, place: Place, record_property: Callable[[str, Any], None]
) -> None:
    reader = visit(viewport=PHONE)
    public = reader.open(place.camera)
    expect(public.locator(".maplibregl-canvas")).to_be_visible()
    reader.drawn()
    page = open_site(phone, place)
    draw(page, place)
    describe(page, "示例:东侧外墙清洗")
    expect(page.get_by_role("button", name="发布", exact=True)).to_be_enabled()
    page.get_by_role("button", name="发布", exact=True).click()
    took = until(
        lambda: "示例:东侧外墙清洗" in public.evaluate(SHOWN), public, SECONDS_TO_ANOTHER_MAP
    )
    record_property("seconds_to_another_map", took)


def test_without_a_network_nothing_is_lost(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    page = open_site(phone, place)
    draw(page, place)
    describe(page, "示例:断网时画的")

    def cut(route: Route) -> None:
        route.abort("internetdisconnected") if route.request.method == "POST" else route.continue_()

    page.route("**/api/collections/**", cut)
    page.get_by_role("button", name="存草稿").click()
    expect(page.get_by_role("status").filter(has_text="2 项")).to_be_visible()
    page.reload()
    expect(page.get_by_role("status").filter(has_text="2 项")).to_be_visible()
    page.unroute("**/api/collections/**")
    page.reload()
    expect(page.get_by_role("button", name="示例:断网时画的")).to_be_visible()
    kept = as_manager.get(PERIMETERS, params={"site": place.site}).json()["features"]
    [drawn] = [each for each in kept if each["properties"]["reason"] == "示例:断网时画的"]
    assert drawn["visibility"] == "draft"
    assert drawn["properties"]["work_area"] is not None
    phone.complaints.clear()


def test_an_unfinished_drawing_is_there_after_a_reload(phone: Visit, place: Place) -> None:
    page = open_site(phone, place)
    draw(page, place)
    # The browser writes to its database in its own time.
    page.wait_for_timeout(500)
    page.reload()
    expect(page.get_by_text("已恢复上次未完成的草稿")).to_be_visible()
    expect(page.get_by_role("button", name="下一步")).to_be_enabled()


def test_two_who_change_the_same_choose_between_their_versions(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    found = as_manager.get(PERIMETERS, params={"site": place.site, "status": "active"}).json()
    perimeter = found["features"][0]
    # Who hears of the other's change in time has no conflict: this one hears of nothing.
    phone.page.route("**/api/events**", lambda route: route.abort())
    page = open_site(phone, place)
    page.get_by_role("button", name=perimeter["properties"]["reason"]).click()
    expect(page.get_by_role("button", name="暂停")).to_be_visible()
    address = f"{PERIMETERS}/{perimeter['id']}"
    tag = {"If-Match": as_manager.get(address).headers["etag"]}
    other = {"properties": {"hoarding": "别人改的围挡"}}
    assert as_manager.patch(address, json=other, headers=tag).status_code == 200

    page.get_by_role("button", name="暂停").click()
    conflict = page.get_by_role("region", name="别人也改了这一项")
    expect(conflict.get_by_role("cell", name="别人改的围挡")).to_be_visible()
    conflict.get_by_role("button", name="保留我的").click()
    expect(conflict).to_have_count(0)
    until(lambda: as_manager.get(address).json()["properties"]["status"] == "suspended", page, 10.0)
    phone.complaints.clear()


def test_an_area_is_drawn_by_walking_round_it(phone: Visit, place: Place) -> None:
    carried = phone.page.context
    carried.grant_permissions(["geolocation"])
    page = open_site(phone, place)
    page.get_by_role("button", name="画作业区").click()
    page.get_by_role("button", name="走", exact=True).click()
    for east, north in ((0, 0), (5e-5, 0), (5e-5, 5e-5), (0, 5e-5)):
        carried.set_geolocation(
            {
                "longitude": place.longitude + east,
                "latitude": place.latitude + north,
                "accuracy": 3,
            }
        )
        page.wait_for_timeout(300)
    page.get_by_role("button", name="完成").click()
    expect(page.get_by_role("button", name="采用建议范围")).to_be_enabled()
    expect(page.get_by_role("toolbar")).to_contain_text("m²")
