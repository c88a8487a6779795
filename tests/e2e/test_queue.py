"""A street officer sees what needs them today, and goes to where it is done."""

import re

from playwright.sync_api import expect

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import PASSWORD, add_account
from tests.e2e.conftest import Visitor

COUNTY = "360923"


def test_from_the_queue_to_the_place_and_back(visit: Visitor, database: Database) -> None:
    account = add_account(database, Role.STREET_OFFICER, areas=(COUNTY,))
    officer = visit()
    sign_in = {"username": account.name, "password": PASSWORD}
    officer.page.request.post(
        f"{officer.server}/api/session", data=sign_in, headers={"Origin": officer.server}
    )
    page = officer.open("?desk=street")
    queue = page.get_by_role("region", name="今日待办")
    told = officer.page.request.get(f"{officer.server}/api/queue").json()
    expect(queue.get_by_role("listitem")).to_have_count(told["matched"])
    task = next(each for each in told["tasks"] if each["kind"] == "survey")
    alike = [each for each in told["tasks"] if each["kind"] == task["kind"]]

    queue.get_by_role("button", name=re.compile("^待满意度测评")).click()
    rows = queue.get_by_role("listitem")
    expect(rows).to_have_count(len(alike))
    expect(rows.first).to_contain_text(task["title"])
    rows.first.get_by_role("link").press("Enter")
    expect(page.get_by_role("heading", name="满意度调查", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name=task["name"], exact=True)).to_be_visible()

    page.go_back()
    expect(rows).to_have_count(len(alike))
    queue.get_by_role("button", name=re.compile("^全部")).click()
    expect(rows).to_have_count(told["matched"])
    officer.settled()


def test_a_community_is_found_by_keyboard(visit: Visitor, database: Database) -> None:
    account = add_account(database, Role.STREET_OFFICER, areas=(COUNTY,))
    officer = visit()
    sign_in = {"username": account.name, "password": PASSWORD}
    officer.page.request.post(
        f"{officer.server}/api/session", data=sign_in, headers={"Origin": officer.server}
    )
    page = officer.open("?desk=street")
    search = page.get_by_role("combobox", name="查找小区")
    search.fill("lu")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.nth(1)).to_be_visible()
    name = options.nth(1).inner_text()
    search.press("ArrowDown")
    search.press("Enter")
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    officer.settled()
