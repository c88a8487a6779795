"""What a manager keeps beside drawing: duty, material, reception, passages; and splitting."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from playwright.sync_api import Page, expect
from shapely import unary_union
from shapely.geometry import shape

from tests.e2e.conftest import Visit
from tests.e2e.desk import PERIMETERS, Place, open_site, published, tap, until


def rows(manager: httpx.Client, layer: str, place: Place) -> list[dict[str, Any]]:
    answer = manager.get(f"/api/collections/{layer}/items", params={"site": place.site})
    found: list[dict[str, Any]] = answer.json()["features"]
    return found


def put_on_map(page: Page, place: Place) -> None:
    expect(page.get_by_text("点地图选择位置")).to_be_visible()
    page.wait_for_timeout(1000)
    tap(page, place, (0, 0))
    expect(page.get_by_text("点地图选择位置")).to_have_count(0)


def test_duty_material_and_reception_are_filled_in_by_forms(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    page = open_site(phone, place)
    page.get_by_role("button", name="加值守").click()
    page.get_by_label("开始").fill("2030-06-01T08:00")
    page.get_by_label("结束").fill("2030-06-01T20:00")
    page.get_by_label("值守人").fill("示例值守")
    page.get_by_role("button", name="保存").click()

    page.get_by_role("button", name="加堆放点").click()
    expect(page.get_by_role("button", name="保存")).to_be_disabled()
    put_on_map(page, place)
    page.get_by_label("名称").fill("示例堆场")
    page.get_by_label("材料类别").select_option(label="易燃易爆")
    page.get_by_label("封闭管理").check()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("示例堆场 (易燃易爆)")).to_be_visible()

    page.get_by_role("button", name="加接待点").click()
    put_on_map(page, place)
    page.get_by_label("名称").fill("示例接待点")
    page.get_by_label("启用日期").fill("2030-06-01")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("示例接待点")).to_be_visible()

    [shift] = [
        row
        for row in rows(as_manager, "duty_shifts", place)
        if row["properties"]["officer"] == "示例值守"
    ]
    begun = datetime.fromisoformat(shift["properties"]["starts"])
    assert begun == datetime(2030, 6, 1, tzinfo=UTC)
    assert datetime.fromisoformat(shift["properties"]["ends"]) - begun == timedelta(hours=12)
    [storage] = [
        row
        for row in rows(as_manager, "material_storage", place)
        if row["properties"]["name"] == "示例堆场"
    ]
    assert storage["properties"]["material"] == "flammable"
    assert storage["properties"]["enclosed"] is True
    assert storage["visibility"] == "published"


def test_a_covered_passage_is_drawn_along_its_way(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    page = open_site(phone, place)
    page.get_by_role("button", name="加安全通道").click()
    page.wait_for_timeout(1000)
    tap(page, place, (0, -20))
    expect(page.get_by_role("button", name="保存")).to_be_disabled()
    tap(page, place, (0, 20))
    page.get_by_label("名称").fill("示例通道")
    page.get_by_label("净宽").fill("1.5")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("示例通道")).to_be_visible()

    def kept() -> list[dict[str, Any]]:
        found = rows(as_manager, "passages", place)
        return [row for row in found if row["properties"]["name"] == "示例通道"]

    until(lambda: len(kept()) == 1, page, 10.0)
    [passage] = kept()
    assert passage["geometry"]["type"] == "LineString"
    assert passage["properties"]["covered"] is True
    assert passage["visibility"] == "published"


def test_a_perimeter_is_split_into_drafts_that_cover_it(
    phone: Visit, place: Place, as_manager: httpx.Client
) -> None:
    name = "示例:待分割"
    perimeter = published(place, as_manager, name)
    whole = as_manager.get(f"{PERIMETERS}/{perimeter}").json()
    page = open_site(phone, place)
    page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="分割", exact=True).click()
    expect(page.get_by_text("点两下画一条线")).to_be_visible()
    page.wait_for_timeout(1000)
    tap(page, place, (3, -60), (-3, 60))
    page.get_by_role("button", name="分成").click()

    def pieces() -> list[dict[str, Any]]:
        return [
            each
            for each in rows(as_manager, "warning_perimeters", place)
            if each["properties"]["reason"].startswith(f"{name} ")
        ]

    until(lambda: len(pieces()) == 2, page, 10.0)
    assert {each["visibility"] for each in pieces()} == {"draft"}
    again = unary_union([shape(each["geometry"]) for each in pieces()])
    assert again.symmetric_difference(shape(whole["geometry"])).area < 1e-12
    about = ("kind", "working_height_m", "starts", "ends", "work_area")
    for each in pieces():
        assert all(each["properties"][key] == whole["properties"][key] for key in about)
