"""A vote at the street desk: where owners are missing, and its end, which is for good."""

import re

import httpx
from playwright.sync_api import expect
from shapely.geometry import shape

from gis_service.store.database import Database
from tests.e2e.conftest import Visitor
from tests.e2e.desk import ON_SCREEN
from tests.e2e.voting import Poll, officer_of, opened, signed_in

pytest_plugins = ["tests.accounts"]
_HASH = re.compile("[0-9a-f]{64}")


def test_a_building_tells_what_it_is_short_of(
    visit: Visitor, database: Database, server: str
) -> None:
    with officer_of(database, server) as (name, client):
        poll = opened(client, name)
        vote(client, poll, poll.rooms[:1])
        told = client.get(f"/api/decisions/{poll.id}/tally").json()["buildings"]
        one = next(each for each in told if each["took_part"]["owners"] == 1)
        path = f"/api/collections/buildings/items/{one['building']}"
        middle = shape(client.get(path).json()["geometry"]).representative_point()
    seen = signed_in(visit(), poll)
    page = seen.open(poll.page)
    expect(page.locator(".maplibregl-canvas")).to_be_visible()
    page.locator(".maplibregl-map").scroll_into_view_if_needed()
    seen.drawn()
    page.mouse.click(*page.evaluate(ON_SCREEN, [middle.x, middle.y]))
    short = f"{one['number']} 距三分之二还差 {one['missing']['owners']} 人"
    expect(page.get_by_text(short)).to_be_visible()
    row = page.get_by_role("row", name=one["number"])
    expect(row).to_contain_text(f"{one['missing']['area_m2']} m²")


def test_a_closed_vote_shows_its_seal_and_is_reversed_with_a_reason(
    visit: Visitor, database: Database, server: str
) -> None:
    with officer_of(database, server) as (name, client):
        poll = opened(client, name, days=0)
        vote(client, poll, poll.rooms)
        page = signed_in(visit(), poll).open(poll.page)
        page.get_by_role("button", name="结束表决").click()
        page.get_by_role("alertdialog").get_by_role("button", name="确定").click()
        expect(page.get_by_text(_HASH)).to_be_visible()
        told = client.get(f"/api/decisions/{poll.id}/tally").json()
        expect(page.get_by_text(told["ballots_sha256"])).to_be_visible()
        page.locator("summary", has_text="撤销结果").click()
        page.get_by_label("原因").fill("计票有误")
        page.get_by_role("button", name="撤销结果").click()
        page.get_by_role("alertdialog").get_by_role("button", name="确定").click()
        expect(page.get_by_text("已撤销:计票有误")).to_be_visible()
        assert client.get(f"/api/decisions/{poll.id}/tally").json()["result"] == "reversed"


def vote(client: httpx.Client, poll: Poll, rooms: list[str]) -> None:
    ballots = [{"room": room, "answer": "favour"} for room in rooms]
    told = client.post(f"/api/decisions/{poll.id}/ballots", json={"ballots": ballots})
    assert told.json()["entered"] == len(rooms), told.text
