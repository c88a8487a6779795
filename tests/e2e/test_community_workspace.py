"""The street desk's workspace: what a gate misses is supplied where it says, and the gate opens."""

import httpx
import pytest
from playwright.sync_api import FilePayload, expect

from gis_service.store.database import Database
from layers.core.access import Role
from layers.stages import Stage
from tests.accounts import PASSWORD, SignedIn, add_account
from tests.api.renewals import PROVINCE, Renewal
from tests.e2e.conftest import PHONE, Visitor
from tests.e2e.test_admin_desk import sign_in
from tests.files.test_pictures import with_place

pytest_plugins = ["tests.accounts"]


@pytest.fixture
def officer(signed_in: SignedIn) -> httpx.Client:
    return signed_in(Role.STREET_OFFICER, areas=(PROVINCE,))


def test_an_officer_supplies_the_last_item_and_leads_the_community_on(
    visit: Visitor, database: Database, officer: httpx.Client
) -> None:
    renewal = Renewal(officer, "W-0001")
    renewal.passes(Stage.SURVEYED, Stage.RESERVE, Stage.CONSULTING)
    renewal.add("owner_organisations", formed_evidence="")
    account = add_account(database, Role.STREET_OFFICER, areas=(PROVINCE,))

    desk = visit().open("?view=list")
    sign_in(desk, account.name, PASSWORD)
    desk.goto(f"{desk.url.split('?')[0]}?desk=street&community={renewal.id}")
    gate = desk.get_by_role("region", name="进入“列入计划”")
    expect(gate.get_by_text("还缺 1 项")).to_be_visible()
    expect(gate.get_by_text("缺少业主组织的成立依据。 《通知》(四)")).to_be_visible()
    gate.get_by_role("link", name="去补齐").click()

    evidence = desk.get_by_label("成立依据", exact=True)
    expect(evidence).to_be_focused()
    evidence.fill("备案表 2026-3")
    photo = FilePayload(name="record.jpg", mimeType="image/jpeg", buffer=with_place())
    desk.get_by_label("成立依据附件").first.set_input_files([photo])
    expect(desk.get_by_role("img", name="成立依据附件")).to_be_visible()
    desk.get_by_role("button", name="保存", exact=True).click()

    expect(gate.get_by_text("条件已齐,可以推进")).to_be_visible()
    expect(gate.get_by_text("备案表 2026-3")).to_be_visible()
    gate.get_by_role("button", name="推进到“列入计划”").click()
    gate.get_by_role("button", name="确定").click()
    expect(desk.get_by_role("region", name="进入“公示”")).to_be_visible()

    card = visit(viewport=PHONE).open(f"?community={renewal.id}")
    expect(card.get_by_text("列入计划").first).to_be_visible()


def test_two_who_change_one_row_are_told_of_each_other(
    visit: Visitor, database: Database, officer: httpx.Client
) -> None:
    renewal = Renewal(officer, "W-0002")
    work = renewal.add("works", title="屋面防水", progress=0)
    account = add_account(database, Role.STREET_OFFICER, areas=(PROVINCE,))
    journey = visit()
    desk = journey.open("?view=list")
    sign_in(desk, account.name, PASSWORD)
    page = f"?desk=street&community={renewal.id}&part=ledger/works/{work}"
    desk.goto(f"{desk.url.split('?')[0]}{page}")
    desk.get_by_label("进度 (%)").fill("60")
    renewal.change("works", work, progress=0.5, title="屋面防水与保温")

    desk.get_by_role("button", name="保存", exact=True).click()
    clash = desk.get_by_role("alert", name="别人刚刚改过这一条")
    expect(clash.get_by_role("row", name="进度")).to_contain_text("60%")
    expect(clash.get_by_role("row", name="进度")).to_contain_text("50%")
    clash.get_by_role("button", name="保留我填写的").click()
    row = desk.get_by_role("row", name="屋面防水与保温")
    expect(row).to_contain_text("60%")
    # The browser complains of every refusal.
    journey.forgiven()


def test_works_are_suspended_from_a_phone_for_a_reason_that_the_public_reads(
    visit: Visitor, database: Database, officer: httpx.Client
) -> None:
    renewal = Renewal(officer, "W-0003")
    renewal.comes_to(Stage.UNDER_WORKS)
    account = add_account(database, Role.STREET_OFFICER, areas=(PROVINCE,))
    desk = visit(viewport=PHONE, has_touch=True, is_mobile=True).open("?view=list")
    sign_in(desk, account.name, PASSWORD)
    desk.goto(f"{desk.url.split('?')[0]}?desk=street&community={renewal.id}")
    desk.get_by_text("停工与取消").click()
    expect(desk.get_by_role("button", name="停工", exact=True)).to_be_disabled()
    desk.get_by_role("textbox", name="原因").fill("连日暴雨,外墙作业暂停")
    desk.get_by_role("button", name="停工", exact=True).click()
    desk.get_by_role("button", name="确定").click()
    expect(desk.get_by_role("region", name="进入“施工”")).to_be_visible()

    card = visit(viewport=PHONE).open(f"?community={renewal.id}")
    expect(card.get_by_text("连日暴雨,外墙作业暂停").first).to_be_visible()
