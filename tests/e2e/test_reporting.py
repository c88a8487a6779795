"""A resident reports a problem on a phone, without an account, and sees what becomes of it."""

from typing import Any

from playwright.sync_api import expect
from sqlalchemy import text

from gis_service.store.database import Database
from tests.e2e.conftest import Visit


def test_reporting_and_asking_again(
    phone: Visit, closed: dict[str, Any], database: Database
) -> None:
    page = phone.open(f"?view=list&community={closed['id']}")
    page.get_by_role("button", name="反映问题").click()
    dialog = page.get_by_role("dialog", name="反映问题")
    dialog.get_by_label("问题类别").select_option(label="噪声扬尘")
    dialog.get_by_label("问题描述").fill("三号楼前半夜还在切割")
    dialog.get_by_role("button", name="提交").click()
    code = dialog.get_by_label("查询码").inner_text()

    # The street office answers, and says that it is done.
    with database.owner.begin() as db:
        db.execute(
            text("UPDATE onemap.reports SET status = 'closed', reply = '停了' WHERE text = :said"),
            {"said": "三号楼前半夜还在切割"},
        )
    dialog.get_by_role("button", name="查询进度").click()
    expect(dialog.get_by_label("查询码")).to_have_value(code)
    dialog.get_by_role("button", name="查询", exact=True).click()
    expect(dialog).to_contain_text("停了")
    dialog.get_by_label("没有解决").fill("昨晚又切割了")
    dialog.get_by_role("button", name="要求重办").click()
    expect(dialog).to_contain_text("街道会重新处理")
    expect(dialog).to_contain_text("待处理")
    phone.settled()
