"""A planner ranks, sees why, and chooses within the money."""

from playwright.sync_api import expect

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import PASSWORD, add_account
from tests.e2e.conftest import Visitor


def test_weights_move_the_order_and_the_choice_is_proven(
    visit: Visitor, database: Database
) -> None:
    account = add_account(database, Role.PLANNER, areas=("36",))
    reader = visit()
    sign_in = {"username": account.name, "password": PASSWORD}
    reader.page.request.post(
        f"{reader.server}/api/session", data=sign_in, headers={"Origin": reader.server}
    )
    page = reader.open("?desk=planning")
    desk = page.get_by_role("region", name="规划台")
    rows = desk.get_by_role("row").filter(has=page.get_by_role("button"))
    expect(rows.first).to_contain_text("抽样")
    before = rows.get_by_role("button").all_inner_texts()

    desk.get_by_text("权重", exact=True).first.click()
    sliders = desk.get_by_role("slider")
    for at in range(sliders.count()):
        sliders.nth(at).fill("0")
    desk.get_by_role("slider", name="老年人占比").fill("1")
    expect(desk.get_by_role("slider", name="老年人占比").locator("xpath=../b")).to_have_text("100%")
    expect(rows.first.get_by_role("button")).not_to_have_text(before[0])

    name = rows.first.get_by_role("button").inner_text()
    rows.first.get_by_role("button").click()
    why = page.get_by_role("region", name=f"{name}:为什么")
    expect(why).to_contain_text("老年人占比")

    desk.get_by_label("预算(万元)").fill("100000")
    desk.get_by_label("每户估价").fill("40000")
    desk.get_by_role("button", name="在预算内选择").click()
    outcome = desk.get_by_role("status").filter(has_text="选中")
    expect(outcome).to_contain_text("已证明最优")
    expect(outcome.get_by_role("list")).to_contain_text("进")
    reader.settled()


def test_a_site_manager_is_offered_no_planning(visit: Visitor, database: Database) -> None:
    account = add_account(database, Role.SITE_MANAGER, sites=(1,))
    reader = visit()
    sign_in = {"username": account.name, "password": PASSWORD}
    reader.page.request.post(
        f"{reader.server}/api/session", data=sign_in, headers={"Origin": reader.server}
    )
    page = reader.open("?view=list")
    page.get_by_role("button", name="已登录").click()
    expect(page.get_by_role("dialog")).to_contain_text("工地台")
    expect(page.get_by_role("dialog")).not_to_contain_text("规划台")
    reader.settled()
