"""Someone looks for their community, reads its card and sends it on."""

import re
from typing import Any

from playwright.sync_api import expect
from pypinyin import Style, lazy_pinyin

from tests.e2e.conftest import Visitor


def test_by_pinyin_initials_to_a_card_that_a_link_opens_again(
    visit: Visitor, closed: dict[str, Any]
) -> None:
    reader = visit()
    page = reader.open()
    initials = "".join(lazy_pinyin(closed["name"], style=Style.FIRST_LETTER))
    page.get_by_role("searchbox").fill(initials)
    page.get_by_role("link", name=closed["name"], exact=True).first.click()
    card = page.get_by_role("article", name="小区卡片")
    expect(card.get_by_role("heading", level=2)).to_have_text(closed["name"])
    expect(card.get_by_role("heading", name="今天注意")).to_be_visible()
    expect(page).to_have_title(f"{closed['name']} · 旧改一张图")
    reader.settled()

    other = visit()
    other.open(page.url.removeprefix(f"{other.server}/"))
    expect(other.page.get_by_role("article").get_by_role("heading", level=2)).to_have_text(
        closed["name"]
    )
    expect(other.page.get_by_role("searchbox")).to_have_value(initials)
    other.settled()


def test_my_building_says_how_far_each_closure_is_from_its_doors(
    visit: Visitor, closed: dict[str, Any]
) -> None:
    reader = visit()
    page = reader.open(f"?community={closed['id']}")
    page.get_by_label("我的楼栋").select_option(index=1)
    expect(page).to_have_url(re.compile(r"building=\d+"))
    expect(page.get_by_text(re.compile("单元 [0-9.]+ m|紧邻")).first).to_be_visible()
    reader.settled()


def test_escape_closes_the_card_and_goes_back_to_the_list(
    visit: Visitor, closed: dict[str, Any]
) -> None:
    reader = visit()
    page = reader.open(f"?closures=today&community={closed['id']}")
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_be_focused()
    reader.settled()
    page.keyboard.press("Escape")
    expect(page.get_by_role("article")).to_have_count(0)
    expect(page.locator(f"#community-{closed['id']}")).to_be_focused()
    reader.settled()


def test_a_community_that_is_not_there_is_said_in_words(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("?community=999999999")
    expect(page.get_by_text("没有这个小区,或者它尚未公开。")).to_be_visible()
    reader.settled()
    # The browser itself reports the 404 that the card is about.
    reader.complaints = [text for text in reader.complaints if "404" not in text]
