"""A planner ranks, sees why, and chooses within the money."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import PASSWORD, add_account
from tests.e2e.conftest import Visit, Visitor


def planning(visit: Visitor, database: Database) -> tuple[Visit, Page, Locator]:
    """A planner of the province at the desk, with the ranking told."""
    account = add_account(database, Role.PLANNER, areas=("36",))
    reader = visit(accept_downloads=True)
    sign_in = {"username": account.name, "password": PASSWORD}
    reader.page.request.post(
        f"{reader.server}/api/session", data=sign_in, headers={"Origin": reader.server}
    )
    page = reader.open("?desk=planning")
    desk = page.get_by_role("region", name="规划台")
    expect(rows_of(desk).first).to_contain_text("前 20 名")
    return reader, page, desk


def rows_of(desk: Locator) -> Locator:
    return desk.get_by_role("row").filter(has=desk.page.get_by_role("button", name="锁定"))


def names_of(rows: Locator) -> list[str]:
    return [words.splitlines()[1] for words in rows.all_inner_texts()]


def test_weights_move_the_order_and_the_choice_is_proven(
    visit: Visitor, database: Database
) -> None:
    reader, page, desk = planning(visit, database)
    rows = rows_of(desk)
    before = names_of(rows)

    desk.get_by_role("button", name="权重", exact=True).click()
    sliders = desk.get_by_role("slider")
    for at in range(sliders.count()):
        sliders.nth(at).fill("0")
    desk.get_by_role("slider", name="老年人占比").fill("1")
    expect(desk.get_by_role("slider", name="老年人占比").locator("xpath=../b")).to_have_text("100%")
    expect(rows.first).not_to_contain_text(before[0])

    name = names_of(rows)[0]
    rows.first.get_by_role("button", name=name).click()
    why = page.get_by_role("region", name=f"{name}:为什么")
    expect(why).to_contain_text("老年人占比")

    desk.get_by_role("button", name="选择", exact=True).click()
    desk.get_by_label("预算(万元)").fill("100000")
    desk.get_by_label("每户估价").fill("40000")
    desk.get_by_role("button", name="在预算内选择").click()
    outcome = desk.get_by_role("status").filter(has_text="选中")
    expect(outcome).to_contain_text("已证明最优")
    reader.settled()


def test_an_area_is_drawn_and_a_choice_within_it_locked_scrubbed_and_handed_on(
    visit: Visitor, database: Database, tmp_path: Path
) -> None:
    reader, page, desk = planning(visit, database)
    reader.settled()
    everywhere = candidates(desk)
    draw_over(page)
    expect(desk.get_by_role("status").first).not_to_contain_text(f"{everywhere} 个候选小区")
    inside = candidates(desk)
    assert 0 < inside < everywhere

    desk.get_by_role("button", name="只看可列入的").click()
    last = rows_of(desk).last
    [locked] = names_of(last)
    last.get_by_role("button", name="锁定").click()
    desk.get_by_label("预算(万元)").fill("3000")
    desk.get_by_label("每户估价").fill("40000")
    desk.get_by_role("button", name="在预算内选择").click()
    expect(rows_of(desk).filter(has_text=locked)).to_contain_text("入选")

    curve = desk.get_by_role("slider", name="预算变化")
    told = desk.get_by_role("region", name="预算变化").locator("output")
    expect(told).to_contain_text("3,000.0 万元")
    curve.press("End")
    expect(told).to_contain_text("6,000.0 万元")
    curve.press("ArrowLeft")
    expect(told).to_contain_text("5,700.0 万元")

    desk.get_by_role("button", name="导出", exact=True).click()
    choice = desk.get_by_role("group", name="方案(预算 5,700 万元)")
    with page.expect_download() as coming:
        choice.get_by_role("button", name="Excel").click()
    path = tmp_path / "plan.xlsx"
    coming.value.save_as(path)
    [head, *body] = load_workbook(path, data_only=True)["排序"].values
    rows: list[dict[Any, Any]] = [dict(zip(head, row, strict=True)) for row in body]
    assert len(rows) == inside
    assert [row["入选"] for row in rows if row["小区"] == locked] == [True]
    reader.settled()


def candidates(desk: Locator) -> int:
    return int(desk.get_by_role("status").first.inner_text().split()[0])


def draw_over(page: Page) -> None:
    """Draws over the right half of the map, and ends it by the button."""
    box = page.locator(".maplibregl-canvas").bounding_box()
    assert box
    page.get_by_role("button", name="在地图上圈定").click()
    done = page.get_by_role("button", name="完成")
    expect(done).to_be_visible()
    for across, down in ((0.55, 0.1), (0.97, 0.1), (0.97, 0.9), (0.55, 0.9)):
        page.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"])
        page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])
    done.click()


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
