"""A planner keeps two scenarios, lays them side by side, and makes one the annual plan."""

from playwright.sync_api import Locator, expect

from gis_service.store.database import Database
from tests.e2e.conftest import Visit, Visitor
from tests.e2e.test_planning_desk import planning


def keep(desk: Locator, name: str, budget: str) -> None:
    desk.get_by_label("预算(万元)").fill(budget)
    desk.get_by_role("button", name="在预算内选择").click()
    expect(desk.get_by_role("status").filter(has_text="选中")).to_be_visible()
    desk.get_by_label("方案名称").fill(name)
    desk.get_by_role("button", name="存为方案").click()
    expect(desk.get_by_text(f"已保存“{name}”")).to_be_visible()


def one_to_be_planned(reader: Visit) -> dict[str, str]:
    """That may enter next year's plan, and is not in it yet."""
    asked = {"year": 2027, "filter": "stage = 'consulting'"}
    answer = reader.page.request.post(
        f"{reader.server}/api/planning/rank", data=asked, headers={"Origin": reader.server}
    )
    found: dict[str, str] = next(row for row in answer.json()["rows"] if row["eligible"])
    return found


def test_two_scenarios_are_compared_and_one_becomes_the_annual_plan(
    visit: Visitor, database: Database
) -> None:
    reader, page, desk = planning(visit, database)
    one = one_to_be_planned(reader)
    desk.get_by_label("计划年度").select_option("2027")
    desk.get_by_label("每户估价").fill("40000")
    keep(desk, "资金少", "3000")
    keep(desk, "资金多", "100000")

    desk.get_by_role("button", name="方案", exact=True).click()
    for name in ("资金少", "资金多"):
        desk.get_by_role("checkbox", name=f"比较“{name}”").check()
    desk.get_by_role("button", name="并排比较").click()
    sums = page.get_by_role("table", name="合计")
    expect(sums.get_by_role("columnheader")).to_contain_text(["指标", "A 资金少", "B 资金多"])
    few, many = sums.get_by_role("row", name="小区数").get_by_role("cell").all_inner_texts()
    assert int(few) < int(many)
    groups = page.get_by_role("group", name="按所在方案")
    groups.get_by_role("button", name="仅 B").click()
    lines = page.get_by_role("row").filter(has_text="未入选")
    expect(lines.first).to_contain_text("入选")
    reader.settled()

    sums.get_by_role("button", name="B 资金多").click()
    page.get_by_role("button", name="用现在的数据重算").click()
    expect(page.get_by_role("status")).to_contain_text("与保存时完全相同")
    page.get_by_role("button", name="先看会怎样").click()
    expect(page.get_by_text("将列入")).to_be_visible()
    page.get_by_role("button", name="年度计划").last.click()
    expect(page.get_by_role("region", name="已采纳")).to_contain_text("已列入")

    # The public hears of it.
    resident = visit()
    card = resident.open(f"?view=list&community={one['id']}")
    expect(card.get_by_role("heading", name=one["name"])).to_be_visible()
    expect(card.get_by_text("2027 年度计划").first).to_be_visible()
    expect(card.get_by_text("列入计划").first).to_be_visible()
    told = resident.page.request.get(f"{reader.server}/api/communities/{one['id']}/card").json()
    assert told["community"]["stage"] == "planned"
    resident.settled()
    reader.settled()
