"""The site desk without a network: it opens, tells how old it is, and loses nothing."""

import httpx
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.desk import PERIMETERS, Place, describe, draw, open_site, outline

GROUND = """() => document.querySelector('.maplibregl-map').onemap
    .queryRenderedFeatures({layers: ['buildings-fill']}).length"""
STILL = 15
"""So many looks, a tenth of a second apart, in which nothing more is kept."""
ON_THE_DEVICE = "async () => (await (await caches.open('answers')).keys()).length"


def kept(page: Page) -> None:
    """Waits until the page, and all that it reads once more to be kept, stand on the device."""
    before, same = 0, 0
    for _ in range(300):
        controlled = page.evaluate("Boolean(navigator.serviceWorker.controller)")
        answers = page.evaluate(ON_THE_DEVICE)
        same = same + 1 if controlled and answers > 5 and answers == before else 0
        if same == STILL:
            return
        before = answers
        page.wait_for_timeout(100)
    raise AssertionError("nothing is kept on the device")


def test_after_one_visit_the_desk_opens_without_a_network_and_has_the_draft(
    phone: Visit, place: Place
) -> None:
    page = open_site(phone, place)
    kept(page)
    draw(page, place)
    # The browser writes to its database in its own time.
    page.wait_for_timeout(500)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("已恢复上次未完成的草稿")).to_be_visible()
    expect(page.get_by_text("连不上服务:显示的是")).to_be_visible()
    expect(page.locator(".maplibregl-canvas")).to_be_visible()
    phone.drawn()
    assert page.evaluate(GROUND) > 0
    page.get_by_role("button", name="下一步").click()
    expect(page.get_by_role("button", name="发布", exact=True)).to_be_disabled()

    page.context.set_offline(False)
    expect(page.get_by_text("连不上服务:显示的是")).to_have_count(0)
    phone.forgiven()


def test_public_facts_are_never_told_from_the_device(phone: Visit, place: Place) -> None:
    page = open_site(phone, place)
    kept(page)
    page.context.set_offline(True)
    page.goto(f"{phone.server}/?view=list")
    expect(page.get_by_text("当前离线").or_(page.get_by_text("连不上服务"))).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(0)
    phone.forgiven()


def test_who_signs_out_leaves_nothing_on_the_device(phone: Visit, place: Place) -> None:
    page = open_site(phone, place)
    kept(page)
    page.get_by_role("button", name="已登录").click()
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate(ON_THE_DEVICE) == 0


def test_what_is_drawn_without_a_network_is_uploaded_when_there_is_one(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    page = open_site(phone, place)
    kept(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="画作业区").click()
    outline(page, place, 45, 25)
    # Nobody can propose a perimeter, so that it is drawn by hand.
    page.get_by_role("button", name="自己画围挡").click()
    outline(page, place, 90, 60)
    describe(page, "示例:断网时画的")
    page.get_by_role("button", name="存草稿").click()
    expect(page.get_by_role("status").filter(has_text="2 项")).to_be_visible()
    page.reload()
    expect(page.get_by_role("status").filter(has_text="2 项")).to_contain_text("示例:断网时画的")

    page.context.set_offline(False)
    expect(page.get_by_role("button", name="示例:断网时画的")).to_be_visible()
    found = as_manager.get(PERIMETERS, params={"site": place.site}).json()["features"]
    [drawn] = [each for each in found if each["properties"]["reason"] == "示例:断网时画的"]
    assert drawn["visibility"] == "draft"
    assert drawn["properties"]["work_area"] is not None
    phone.forgiven()
