"""The same on a phone: map above, sheet below, everything in reach of a thumb."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE, Visit


def sheet_height(page: Page) -> float:
    box = page.get_by_role("region", name="小区面板").bounding_box()
    assert box
    return box["height"]


def drag_handle(page: Page, to_y: float) -> None:
    box = page.get_by_role("button", name="展开面板").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, (y + to_y) / 2, steps=4)
    page.mouse.move(x, to_y, steps=4)
    page.wait_for_timeout(150)
    page.mouse.move(x, to_y)
    page.mouse.up()


def test_the_sheet_has_three_stops(phone: Visit) -> None:
    page = phone.open()
    phone.settled()
    peek = sheet_height(page)
    assert peek < PHONE["height"] / 4
    drag_handle(page, PHONE["height"] * 0.5)
    expect(page.get_by_role("region", name="小区面板")).to_have_attribute("data-stop", "half")
    drag_handle(page, PHONE["height"] * 0.1)
    expect(page.get_by_role("region", name="小区面板")).to_have_attribute("data-stop", "full")
    assert sheet_height(page) > PHONE["height"] * 0.85


def test_a_card_opens_in_the_sheet_and_closes_to_the_list(
    phone: Visit, closed: dict[str, Any]
) -> None:
    page = phone.open("?closures=today")
    page.get_by_role("searchbox").tap()
    page.get_by_role("link", name=closed["name"], exact=True).first.tap()
    card = page.get_by_role("article")
    expect(card.get_by_role("heading", level=2)).to_have_text(closed["name"])
    page.get_by_role("button", name="关闭卡片").tap()
    expect(card).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_be_visible()
    phone.settled()


def test_what_is_pressed_is_large_enough_for_a_thumb(phone: Visit) -> None:
    page = phone.open()
    phone.settled()
    small = page.locator("button:visible, select:visible").evaluate_all(
        """all => all.filter(each => each.getBoundingClientRect().height < 40)
            .map(each => each.ariaLabel || each.textContent)"""
    )
    assert [name for name in small if name != "展开面板"] == []


def test_nothing_stands_out_of_the_screen(phone: Visit, closed: dict[str, Any]) -> None:
    for search in ("", "?lang=en", "?view=list", f"?community={closed['id']}&lang=en"):
        page = phone.open(search)
        phone.settled()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
