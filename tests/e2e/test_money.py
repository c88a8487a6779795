"""Who pays, in which year, and who waits: found from the top bar, and down to one community."""

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Visitor


def amounts(place: Locator) -> list[float]:
    """The money committed, in 万元."""
    cells = place.locator("td[data-label='落实']").all_inner_texts()
    return [float(cell.replace(",", "").removesuffix(" 万元")) for cell in cells]


def test_from_the_sum_to_a_year_and_to_who_waits(visit: Visitor) -> None:
    reader = visit()
    page = reader.open()
    page.get_by_role("button", name="资金", exact=True).first.click()
    expect(page.get_by_role("heading", name="改造资金")).to_be_visible()

    years = page.get_by_role("region", name="按年度")
    years.get_by_role("button", name="2026").click()
    sources = page.get_by_role("region", name="按来源")
    expect(sources.get_by_role("heading")).to_have_text("2026 年度,按来源")
    [whole] = amounts(years.get_by_role("row").filter(has_text="2026"))
    # Each figure is rounded to a tenth on its own.
    assert abs(sum(amounts(sources)) - whole) < 1

    page.get_by_role("region", name="哪里还缺钱").get_by_role("button", name="宜春市").click()
    waiting = page.get_by_role("region", name="谁在等钱")
    first = waiting.get_by_role("link").first
    expect(waiting.get_by_role("listitem").first).to_contain_text("上高县")
    name = first.inner_text()
    first.click()
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_have_text(name)
    reader.settled()
