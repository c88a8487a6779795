"""Two who change the same at the site desk: a person chooses, and the rest goes on."""

import httpx
import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Visit, Visitor
from tests.e2e.desk import PERIMETERS, Place, open_site, published, until


@pytest.fixture
def unaware(visit: Visitor) -> Visit:
    """A phone that hears of no change, and whose page no service worker has read again."""
    made = visit(viewport=PHONE, has_touch=True, is_mobile=True, service_workers="block")
    made.page.route("**/api/events**", lambda route: route.abort())
    return made


def test_two_who_change_the_same_choose_between_their_versions(
    unaware: Visit, place: Place, as_manager: httpx.Client
) -> None:
    found = as_manager.get(PERIMETERS, params={"site": place.site, "status": "active"}).json()
    perimeter = found["features"][0]
    page = open_site(unaware, place)
    page.get_by_role("button", name=perimeter["properties"]["reason"]).click()
    expect(page.get_by_role("button", name="暂停")).to_be_visible()
    address = f"{PERIMETERS}/{perimeter['id']}"
    tag = {"If-Match": as_manager.get(address).headers["etag"]}
    other = {"properties": {"hoarding": "别人改的围挡"}}
    assert as_manager.patch(address, json=other, headers=tag).status_code == 200

    page.get_by_role("button", name="暂停").click()
    conflict = page.get_by_role("region", name="别人也改了这一项")
    expect(conflict.get_by_role("cell", name="别人改的围挡")).to_be_visible()
    conflict.get_by_role("button", name="保留我的").click()
    expect(conflict).to_have_count(0)
    until(lambda: as_manager.get(address).json()["properties"]["status"] == "suspended", page, 10.0)
    page.get_by_text("变更记录").click()
    changes = page.get_by_role("listitem")
    expect(changes.filter(has_text="状态:生效 → 暂停")).to_contain_text(place.manager)
    unaware.forgiven()


def test_an_open_history_stays_open_and_tells_what_others_change(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    address = f"{PERIMETERS}/{published(place, as_manager, '示例:有人改')}"
    page = open_site(phone, place)
    page.get_by_role("button", name="示例:有人改").click()
    page.get_by_text("变更记录").click()
    versions = page.locator("details[open]").get_by_role("listitem")
    expect(versions).not_to_have_count(0)
    before = versions.count()
    tag = {"If-Match": as_manager.get(address).headers["etag"]}
    change = {"properties": {"hoarding": "别人改的围挡"}}
    assert as_manager.patch(address, json=change, headers=tag).status_code == 200
    expect(versions).to_have_count(before + 1)


def test_an_edit_against_a_deletion_is_asked_about_and_the_queue_goes_on(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    reasons = ("示例:会被删", "示例:不受影响")
    deleted, other = (published(place, as_manager, reason) for reason in reasons)
    # Who hears of the deletion in time has no conflict: this one hears of nothing.
    phone.page.route("**/api/events**", lambda route: route.abort())
    page = open_site(phone, place)
    page.context.set_offline(True)
    for reason in reasons:
        page.get_by_role("button", name=reason).click()
        page.get_by_role("button", name="暂停").click()
        expect(page.get_by_text("没有网络:已存在本机")).to_be_visible()
        page.get_by_role("button", name="返回").click()
    tag = as_manager.get(f"{PERIMETERS}/{deleted}").headers["etag"]
    gone = as_manager.delete(f"{PERIMETERS}/{deleted}", headers={"If-Match": tag})
    assert gone.status_code == 204, gone.text

    page.context.set_offline(False)
    conflict = page.get_by_role("region", name="别人也改了这一项")
    expect(conflict.get_by_text("示例:会被删")).to_be_visible()
    until(lambda: status(as_manager, other) == "suspended", page, 10.0)
    conflict.get_by_role("button", name="重新建立").click()
    expect(conflict).to_have_count(0)
    of_site: dict[str, int | str] = {"site": place.site, "status": "suspended"}

    def recreated() -> bool:
        found = as_manager.get(PERIMETERS, params=of_site).json()["features"]
        return "示例:会被删" in {each["properties"]["reason"] for each in found}

    until(recreated, page, 10.0)
    phone.forgiven()


def status(manager: httpx.Client, perimeter: int) -> str:
    return str(manager.get(f"{PERIMETERS}/{perimeter}").json()["properties"]["status"])
