"""The site desk on a phone: signed in, drawn, published, and seen by the public."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.accounts import PASSWORD
from tests.e2e.conftest import PHONE, Visit, Visitor
from tests.e2e.desk import Place, describe, draw, open_site, until

SECONDS_TO_ANOTHER_MAP = 5.0
SHOWN = """() => document.querySelector('.maplibregl-map').onemap
    .queryRenderedFeatures({layers: ['warning_perimeters-planned']})
    .map(each => each.properties.reason)"""


def sign_in(page: Page, name: str) -> None:
    page.get_by_role("button", name="登录").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("用户名").fill(name)
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录").click()
    expect(page.get_by_role("button", name="已登录")).to_be_visible()


def test_what_is_published_is_on_another_open_map_at_once(
    phone: Visit, visit: Visitor, place: Place, record_property: Callable[[str, Any], None]
) -> None:
    reader = visit(viewport=PHONE)
    public = reader.open(place.camera)
    expect(public.locator(".maplibregl-canvas")).to_be_visible()
    reader.drawn()
    page = phone.open(f"?desk=site&site={place.site}")
    sign_in(page, place.manager)
    draw(page, place)
    describe(page, "示例:东侧外墙清洗")
    expect(page.get_by_role("button", name="发布", exact=True)).to_be_enabled()
    page.get_by_role("button", name="发布", exact=True).click()
    took = until(
        lambda: "示例:东侧外墙清洗" in public.evaluate(SHOWN), public, SECONDS_TO_ANOTHER_MAP
    )
    record_property("seconds_to_another_map", took)


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
