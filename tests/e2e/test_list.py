"""Everything is there without the map, and without a mouse."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visitor


def tab_to(page: Page, name: str) -> None:
    """Walks by the Tab key to the control of that name, as one without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent.trim()")
        if focused.startswith(name):
            return
    raise AssertionError(f"the Tab key never comes to {name}")


def test_filtering_sorting_and_opening_by_keyboard(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("?view=list")
    status = page.get_by_role("status").filter(has_text="个小区").first
    expect(status).to_have_text(re.compile(r"共 \d+ 个小区"))
    everything = status.inner_text()

    tab_to(page, "施工中")
    page.keyboard.press("Enter")
    expect(status).not_to_have_text(everything)
    table = page.get_by_role("table", name="小区一览表")
    phases = table.get_by_role("row").locator("td:nth-child(3)")
    expect(phases.first).to_have_text("施工中")
    assert set(phases.all_inner_texts()) == {"施工中"}

    tab_to(page, "资金缺口")
    page.keyboard.press("Enter")
    header = table.get_by_role("columnheader", name="资金缺口")
    expect(header).to_have_attribute("aria-sort", "descending")
    reader.settled()
    gaps = table.get_by_role("row").locator("td:nth-child(6)").all_inner_texts()
    amounts = [float(gap.replace(",", "").removesuffix(" 万元")) for gap in gaps]
    assert amounts == sorted(amounts, reverse=True)

    first = table.get_by_role("rowheader").first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_have_text(first)

    page.reload()
    expect(page.get_by_role("button", name="施工中").first).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_have_text(first)
    reader.settled()


def test_communities_without_a_boundary_stand_in_the_list(visit: Visitor) -> None:
    reader = visit()
    page = reader.open()
    page.get_by_role("button", name="尚无边界").first.click()
    row = page.locator("#results li").first
    expect(row).to_contain_text("尚无边界")
    row.get_by_role("link").click()
    expect(page.get_by_role("article")).to_contain_text("尚无边界")
    reader.settled()


def test_the_language_is_kept_by_the_link(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("?view=list")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Renewal One Map")
    expect(page.get_by_role("columnheader", name="Funding gap")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Renewal One Map")
    reader.settled()
