"""The administrator's desk: who is let in, to which site, and who is out again."""

import re

import pytest
from playwright.sync_api import Page, expect

from gis_service.store.database import Database
from layers.core.access import EVERYWHERE, Role
from tests.accounts import PASSWORD, SignedIn, add_account
from tests.e2e.conftest import PHONE, Visitor

pytest_plugins = ["tests.accounts"]


@pytest.fixture
def site(signed_in: SignedIn) -> str:
    """The name of a site."""
    admin = signed_in(Role.ADMIN, areas=(EVERYWHERE,))
    found = admin.get("/api/collections/sites/items", params={"limit": 1}).json()
    name: str = found["features"][0]["properties"]["name"]
    return name


def sign_in(page: Page, name: str, password: str) -> None:
    page.get_by_role("button", name="登录").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("用户名").fill(name)
    dialog.get_by_label("密码").fill(password)
    dialog.get_by_role("button", name="登录").click()
    expect(page.get_by_role("button", name="已登录")).to_be_visible()


def open_account(page: Page) -> Page:
    page.get_by_role("button", name="已登录").click()
    return page


def test_a_site_manager_is_let_in_and_out_again(
    visit: Visitor, database: Database, site: str
) -> None:
    admin = add_account(database, Role.ADMIN, areas=(EVERYWHERE,))
    desk = visit().open("?view=list")
    sign_in(desk, admin.name, PASSWORD)
    open_account(desk).get_by_role("button", name="管理台").click()
    desk.get_by_role("button", name="新建账户").click()
    desk.get_by_label("用户名", exact=True).fill("zhao")
    desk.get_by_label("姓名", exact=True).fill("赵工")
    desk.get_by_label("负责工地").fill(site)
    desk.get_by_role("button", name=f"加入 {site}").click()
    desk.get_by_role("button", name="建立账户").click()
    told = desk.get_by_role("region", name="zhao 的新密码")
    password = told.locator("code").inner_text()
    told.get_by_role("button", name="我已记下").click()
    expect(desk.get_by_role("heading", name="赵工")).to_be_visible()
    expect(desk.get_by_text(password)).to_have_count(0)

    manager = visit(viewport=PHONE).open("?view=list")
    sign_in(manager, "zhao", password)
    open_account(manager).get_by_role("button", name="工地台").click()
    sites = manager.get_by_role("region", name="我的工地").get_by_role("listitem")
    expect(sites).to_have_count(1)
    expect(sites).to_contain_text(site)
    open_account(manager)
    expect(manager.get_by_role("button", name="管理台")).to_have_count(0)

    desk.get_by_role("button", name="停用").click()
    desk.get_by_role("button", name="确定").click()
    expect(desk.get_by_role("button", name="启用")).to_be_visible()
    manager.reload()
    expect(manager.get_by_role("button", name="登录")).to_be_visible()


def test_what_is_wrong_stands_at_its_field(visit: Visitor, database: Database) -> None:
    admin = add_account(database, Role.ADMIN, areas=(EVERYWHERE,))
    journey = visit()
    desk = journey.open("?desk=admin&part=users/new")
    sign_in(desk, admin.name, PASSWORD)
    name = desk.get_by_label("用户名", exact=True)
    name.fill(admin.name)
    desk.get_by_role("button", name="建立账户").click()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description(re.compile("用户名已被使用"))
    # The browser complains of every refusal.
    journey.forgiven()


def test_a_token_is_shown_once_and_revoked(visit: Visitor, database: Database) -> None:
    admin = add_account(database, Role.ADMIN, areas=(EVERYWHERE,))
    desk = visit().open("?desk=admin&part=tokens")
    sign_in(desk, admin.name, PASSWORD)
    desk.get_by_label("名称").fill("夜间导出")
    desk.get_by_role("button", name="生成令牌").click()
    expect(desk.get_by_role("region", name="令牌 夜间导出")).to_contain_text("onemap_")
    desk.get_by_role("button", name="我已记下").click()
    expect(desk.get_by_text("onemap_")).to_have_count(0)
    desk.get_by_role("button", name="撤销").click()
    desk.get_by_role("button", name="确定").click()
    expect(desk.get_by_text("没有令牌")).to_be_visible()
