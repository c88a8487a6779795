"""What the journeys at the site desk share: a site, its manager, and how a perimeter is drawn."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
from playwright.sync_api import Page, expect
from shapely.geometry import Point, mapping

from tests.accounts import PASSWORD

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

PERIMETERS = "/api/collections/warning_perimeters/items"
ON_SCREEN = """at => {
    const holder = document.querySelector('.maplibregl-map')
    const {x, y} = holder.onemap.project(at)
    const {left, top} = holder.getBoundingClientRect()
    return [left + x, top + y]
}"""
HAS_MAP = "() => Boolean(document.querySelector('.maplibregl-map')?.onemap)"
METRES_10 = 1e-4
MAP_LOADS_S = 20.0
STARTS, ENDS = "2030-06-01T08:00", "2030-06-20T18:00"


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


def open_site(visit: "Visit", place: Place) -> Page:
    """The page of the site, as its manager; how one signs in is tried elsewhere."""
    sign_in = {"username": place.manager, "password": PASSWORD}
    session = f"{visit.server}/api/session"
    visit.page.request.post(session, data=sign_in, headers={"Origin": visit.server})
    page = visit.open(f"?desk=site&site={place.site}")
    expect(page.get_by_role("button", name="画作业区")).to_be_visible()
    return page


def tap(page: Page, place: Place, *offsets: tuple[int, int]) -> None:
    """Taps so many pixels from the middle of the site, one place after the other."""
    middle = [place.longitude, place.latitude]
    until(lambda: bool(page.evaluate(HAS_MAP)), page, MAP_LOADS_S)
    left, top = page.evaluate(ON_SCREEN, middle)
    for x, y in offsets:
        page.mouse.click(left + x, top + y)
        # Two taps in one place at once are one tap to a map.
        page.wait_for_timeout(350)


def outline(page: Page, place: Place, width: int, height: int) -> None:
    """Draws a rectangle round the middle of the site, corner by corner."""
    expect(page.get_by_role("button", name="逐点")).to_be_visible()
    page.wait_for_timeout(1500)
    tap(page, place, (-width, -height), (width, -height), (width, height), (-width, height))
    page.get_by_role("button", name="完成").click()


def draw(page: Page, place: Place) -> None:
    """A work area round the middle of the site, and the perimeter proposed for it."""
    page.get_by_role("button", name="画作业区").click()
    outline(page, place, 45, 25)
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


def published(place: Place, manager: httpx.Client, reason: str) -> int:
    about = {"site": place.site, "reason": reason, "kind": "road", "working_height_m": 1}
    ground = Point(place.longitude, place.latitude).buffer(METRES_10)
    body = {
        "type": "Feature",
        "geometry": mapping(ground),
        "properties": {**about, "starts": f"{STARTS}:00+08:00", "ends": f"{ENDS}:00+08:00"},
        "visibility": "published",
    }
    made = manager.post(PERIMETERS, json=body)
    assert made.status_code == 201, made.text
    return int(made.json()["id"])
