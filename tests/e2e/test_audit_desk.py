"""An auditor looks from the counties down to a community, and takes the table away."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import PASSWORD, add_account
from tests.e2e.conftest import Visit, Visitor


def auditing(visit: Visitor, database: Database, role: Role) -> tuple[Visit, Page]:
    account = add_account(database, role, areas=("36",))
    reader = visit(accept_downloads=True)
    sign_in = {"username": account.name, "password": PASSWORD}
    reader.page.request.post(
        f"{reader.server}/api/session", data=sign_in, headers={"Origin": reader.server}
    )
    return reader, reader.open("?desk=audit")


def test_from_the_counties_to_a_card_and_into_a_spreadsheet(
    visit: Visitor, database: Database
) -> None:
    _, page = auditing(visit, database, Role.AUDITOR)
    table = page.get_by_role("table", name="各区划的指标")
    rows = table.get_by_role("row").filter(has=page.get_by_role("rowheader"))
    county = rows.filter(has_text="上高县")
    expect(county).to_contain_text("份答卷")
    expect(county).to_contain_text("答卷率")

    # What is picked in the table is told on the map.
    county.get_by_role("cell").first.click()
    picked = page.get_by_role("complementary", name="上高县")
    expect(picked).to_contain_text("群众满意度")

    table.get_by_role("button", name="小区数").click()
    table.get_by_role("button", name="小区数").click()
    expect(rows.first).to_contain_text("上高县")

    with page.expect_download() as download:
        page.get_by_role("link", name="导出 XLSX").click()
    sheet = load_workbook(BytesIO(Path(download.value.path()).read_bytes())).active
    assert sheet is not None
    assert any(row[1] == "上高县" for row in sheet.iter_rows(values_only=True))

    county.get_by_role("link", name="上高县").click()
    expect(page.get_by_role("navigation", name="区划")).to_contain_text("上高县")
    street = rows.filter(has_text="街道").first
    street.get_by_role("link").click()
    expect(table.get_by_role("columnheader", name="小区", exact=True)).to_be_visible()
    community = rows.filter(has_not_text="合计").first.get_by_role("link")
    name = community.inner_text()
    community.click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_it_is_no_desk_for_others(visit: Visitor, database: Database) -> None:
    _, page = auditing(visit, database, Role.SITE_MANAGER)
    expect(page.get_by_text("您的账号不能使用审核台")).to_be_visible()
