"""What residents say without an account and the street answers, from phone to desk and back."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from playwright.sync_api import FilePayload, Page, expect

from gis_service.store.database import Database
from layers.core.access import EVERYWHERE, Role
from tests.accounts import PASSWORD, SignedIn, add_account
from tests.days import today
from tests.e2e.conftest import Visit, Visitor
from tests.files.test_pictures import with_place

ITEMS = "/api/collections/{}/items"


@pytest.fixture
def admin(signed_in: SignedIn) -> httpx.Client:
    return signed_in(Role.ADMIN, areas=(EVERYWHERE,))


@pytest.fixture
def officer(visit: Visitor, database: Database) -> Visit:
    """At their desk; how one signs in is tried elsewhere."""
    account = add_account(database, Role.STREET_OFFICER, areas=("36",))
    desk = visit()
    session = f"{desk.server}/api/session"
    sign_in = {"username": account.name, "password": PASSWORD}
    desk.page.request.post(session, data=sign_in, headers={"Origin": desk.server})
    return desk


def a_code(admin: httpx.Client) -> str:
    """Of a letter to a household that may vote."""
    running = admin.get(ITEMS.format("decisions"), params={"result": "open"}).json()
    vote = running["features"][0]
    issued = admin.post(f"/api/decisions/{vote['id']}/codes").json()
    return str(issued["notices"][0]["code"])


def test_a_resident_votes_by_the_code_of_a_letter_once(phone: Visit, admin: httpx.Client) -> None:
    code = a_code(admin)
    page = phone.open(f"#code={code}")
    expect(page.get_by_role("link", name="先看改造方案与公示")).to_be_visible()
    assert "code=" in page.url
    assert code not in page.url
    page.get_by_role("button", name="同意", exact=True).click()
    expect(page.get_by_role("heading", name="您选择的是“同意”")).to_be_focused()
    page.get_by_role("button", name="确认提交").click()
    expect(page.get_by_role("heading", name="您家的意见已经收到")).to_be_visible()

    page.get_by_role("button", name="换一个验证码").click()
    page.get_by_label("验证码", exact=True).fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="下一步").click()
    expect(page.get_by_text("这个验证码已经用过了")).to_be_visible()
    # No address that was asked for bears the code, and no step back leads to one.
    assert [asked for asked in phone.asked if code in asked] == []
    page.go_back()
    assert code not in page.url


def report_with_photo(page: Page, said: str) -> str:
    """By the form of the card that is open; answers the code."""
    page.get_by_role("button", name="反映问题").click()
    dialog = page.get_by_role("dialog", name="反映问题")
    dialog.get_by_label("问题类别").select_option(label="安全")
    dialog.get_by_label("问题描述").fill(said)
    photo = FilePayload(name="a.jpg", mimeType="image/jpeg", buffer=with_place())
    dialog.locator("input[type=file]").set_input_files(photo)
    expect(dialog.get_by_alt_text("要提交的照片")).to_be_visible()
    dialog.get_by_role("button", name="提交").click()
    return dialog.get_by_label("查询码").inner_text()


def test_a_report_with_a_photo_is_answered_and_shown(
    phone: Visit, officer: Visit, client: httpx.Client, closed: dict[str, Any]
) -> None:
    said = "三单元门口的围挡倒了"
    page = phone.open(f"?view=list&community={closed['id']}")
    code = report_with_photo(page, said)
    assert said not in client.get(ITEMS.format("reports"), params={"text": said}).text

    desk = officer.open("?desk=street&part=reports")
    desk.get_by_role("button", name=said).click()
    expect(desk.get_by_alt_text("反映人的照片")).to_be_visible()
    desk.get_by_label("答复").fill("已扶正并加固。")
    desk.get_by_label("办理情况").select_option(label="已答复")
    desk.get_by_role("button", name="保存并公开").click()
    expect(desk.get_by_text("已公开")).to_be_visible()

    [shown] = client.get(ITEMS.format("reports"), params={"text": said}).json()["features"]
    seen = client.get(f"/api/attachments/{shown['properties']['photo']}")
    assert seen.headers["content-type"] == "image/jpeg"
    page.get_by_role("button", name="查询进度").click()
    expect(page.get_by_label("查询码")).to_have_value(code)
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("已扶正并加固。")
    page.get_by_role("button", name="关闭", exact=True).click()
    page.get_by_text("查看公开的诉求与答复").click()
    expect(page.get_by_alt_text("反映人的照片")).to_be_visible()
    expect(page.get_by_text("答复:已扶正并加固。")).to_be_visible()
    phone.settled()
    officer.settled()


def posted(admin: httpx.Client, community: int) -> int:
    day = today()
    about = {"title": "停车位调整公示", "snapshot": "北侧空地改为车位。", "place": "东门公告栏"}
    dates = {"starts": str(day - timedelta(1)), "ends": str(day + timedelta(7))}
    properties = {**about, **dates, "community": community}
    body = {"type": "Feature", "geometry": None, "properties": properties}
    made = admin.post(ITEMS.format("publicity"), json=body)
    assert made.status_code == 201, made.text
    return int(made.json()["id"])


def test_a_comment_gets_its_answer_by_the_keyboard_alone(
    phone: Visit, officer: Visit, admin: httpx.Client, closed: dict[str, Any]
) -> None:
    posting = posted(admin, closed["id"])
    page = phone.open(f"?view=list&community={closed['id']}")
    page.get_by_role("button", name="提意见").click()
    form = page.get_by_role("form", name="对公示提意见")
    form.get_by_label("意见", exact=True).fill("给送货车留两个车位。")
    form.get_by_label("姓名").fill("李某")
    form.get_by_role("button", name="提交").click()
    expect(page.get_by_text("意见已收到,审阅后公开。")).to_be_visible()

    desk = officer.open(f"?desk=street&community={closed['id']}&part=publicity/{posting}")
    expect(desk.get_by_text("李某")).to_be_visible()
    desk.get_by_role("radio", name="采纳", exact=True).focus()
    desk.keyboard.press("Space")
    desk.keyboard.press("Tab")
    desk.keyboard.type("北侧留两个装卸车位。")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("已公开")).to_be_visible()
    expect(desk.get_by_text("未答复 0")).to_be_visible()

    page = phone.open(f"?view=list&community={closed['id']}")
    page.get_by_text("1 条意见,已答复 1 条").click()
    expect(page.get_by_text("北侧留两个装卸车位。")).to_be_visible()
    expect(page.get_by_text("李某")).to_have_count(0)
    phone.settled()
    officer.settled()
