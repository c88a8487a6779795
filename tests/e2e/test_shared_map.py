"""The map that `onemap map` writes opens from a file, with no network, and answers a click."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gis_service.informing import picture
from gis_service.settings import Settings
from gis_service.store.database import Database
from layers.core.access import PUBLIC
from web_map.folium_export import page

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


HOSTILE = "`${alert(1)}</script><img src=x onerror=alert(2)>"


@pytest.mark.parametrize("of", ["area", "estate"])
def test_it_opens_offline(of: str, database: Database, browser: Browser, tmp_path: Path) -> None:
    with database.transaction(PUBLIC) as db:
        shown = picture.area(db, Settings(), "", NOW)
        if of == "estate":
            first = next(c for c in shown.communities if c.shape is not None)
            shown = picture.estate(db, Settings(), int(first.attributes["id"]), NOW)
            [one] = shown.communities
            hostile = picture.Shown({**one.attributes, "name": HOSTILE}, one.shape)
            shown = replace(shown, communities=[hostile], buildings=[])
    path = tmp_path / "map.html"
    path.write_text(page(shown), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 800})
    tab = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("dialog", lambda dialog: complaints.append(dialog.message))
    tab.goto(path.as_uri())
    expect(tab.locator(".legend")).to_contain_text("Data as of")
    if of == "estate":
        centre = tab.locator(".leaflet-container").bounding_box()
        assert centre is not None
        tab.mouse.click(340 + (centre["width"] - 364) / 2, centre["height"] / 2)
        expect(tab.locator(".leaflet-popup")).to_contain_text(HOSTILE)
    assert asked == [path.as_uri()]
    assert complaints == []
    context.close()
