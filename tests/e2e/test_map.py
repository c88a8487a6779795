"""The map itself: what is drawn, in which colour, and from where it comes."""

import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import TRIES, Visit, Visitor

NEAR = 17

COLORS = """() => {
    const map = document.querySelector('.maplibregl-map').onemap
    const fills = map.queryRenderedFeatures({layers: ['communities-fill']})
    const color = ({layer}) => layer.paint['fill-color'].toString()
    return Object.fromEntries(fills.map(fill => [fill.id, color(fill)]))
}"""


def center(row: dict[str, Any]) -> str:
    west, south, east, north = row["bbox"]
    return f"{NEAR}/{(south + north) / 2:.5f}/{(west + east) / 2:.5f}"


def colors(reader: Visit) -> dict[str, str]:
    found: dict[str, str] = reader.settled().evaluate(COLORS)
    return found


def test_a_theme_changes_the_colours_of_the_map(visit: Visitor, closed: dict[str, Any]) -> None:
    reader = visit()
    page = reader.open(f"?at={center(closed)}")
    seen = colors(reader)[str(closed["id"])]
    for theme in ("进度", "资金", "今日围挡"):
        themes = page.get_by_role("group", name="按什么着色")
        themes.get_by_role("button", name=theme, exact=True).click()
        for _ in range(TRIES):
            color = colors(reader)[str(closed["id"])]
            if color != seen:
                break
            page.wait_for_timeout(100)
        assert color != seen, f"{theme} leaves the map as it was"
        seen = color
    expect(page).to_have_url(re.compile("theme=closures"))


def test_a_press_on_a_community_opens_its_card(visit: Visitor, closed: dict[str, Any]) -> None:
    reader = visit()
    page = reader.open(f"?at={center(closed)}")
    assert str(closed["id"]) in colors(reader)
    canvas = page.locator("canvas.maplibregl-canvas")
    # The link's camera puts the community in the middle of what the panel leaves free.
    box = canvas.bounding_box()
    assert box
    page.mouse.click(box["x"] + (box["width"] + 404) / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_have_text(closed["name"])
    reader.settled()


def test_symbols_of_divisions_lead_in(visit: Visitor, client: httpx.Client) -> None:
    total = client.get("/api/overview").json()["total"]["communities"]
    reader = visit()
    page = reader.open("?at=5.6/28.4/115.4")
    symbols = page.get_by_role("button", name="放大查看")
    expect(symbols.first).to_be_visible()
    assert sum(int(text) for text in symbols.locator("text").all_text_contents()) == total
    symbols.first.click()
    reader.settled()
    expect(page).not_to_have_url(re.compile(r"at=5\.6"))


@pytest.mark.parametrize("flavour", ["light", "dark"])
def test_the_map_asks_no_other_host(visit: Visitor, flavour: str, closed: dict[str, Any]) -> None:
    reader: Visit = visit(color_scheme=flavour)
    reader.open(f"?community={closed['id']}")
    reader.settled()
    elsewhere = [
        url for url in reader.asked if not url.startswith((reader.server, "data:", "blob:"))
    ]
    assert elsewhere == []
    assert any("/tiles/" in url for url in reader.asked)
