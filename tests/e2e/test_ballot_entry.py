"""Ballots of 200 households are entered by keyboard alone, in few keys, and none is lost."""

import random
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect

from gis_service.store.database import Database
from tests.e2e.conftest import Visit, Visitor
from tests.e2e.voting import (
    PAPERS,
    Poll,
    all_sent,
    in_walking_order,
    keys,
    officer_of,
    open_entry,
    opened,
)

pytest_plugins = ["tests.accounts"]
_TAKING_PART = 0.8


@pytest.fixture
def named(database: Database, server: str) -> Iterator[tuple[str, httpx.Client]]:
    with officer_of(database, server) as found:
        yield found


@pytest.fixture
def officer(named: tuple[str, httpx.Client]) -> httpx.Client:
    return named[1]


@pytest.fixture
def poll(named: tuple[str, httpx.Client]) -> Poll:
    name, client = named
    return opened(client, name)


@pytest.fixture
def desk(visit: Visitor) -> Visit:
    return visit()


def ballots(officer: httpx.Client, poll: Poll) -> dict[str, str]:
    rooms = officer.get(f"/api/decisions/{poll.id}/rooms").json()["rooms"]
    return {each["room"]: each["answer"] for each in rooms if each["answer"]}


def enter(page: Page, papers: list[str], walk: list[str], sign: str) -> None:
    """As an officer with a pile of papers does it: one key where the page is at this room already,
    a step or two past those who gave none, else the number of the room, within its building."""
    entered: set[str] = set()
    at = 0
    for paper in papers:
        ahead = [room for room in walk[at:] + walk[:at] if room not in entered]
        skipped = ahead.index(paper)
        building, _, within = paper.partition("-")
        if skipped <= 2:
            for _ in range(skipped):
                page.keyboard.press("ArrowDown")
        elif ahead[0].startswith(f"{building}-"):
            page.keyboard.type(within.replace("-", ""))
        else:
            page.keyboard.type(paper.replace("-", ""))
        page.keyboard.press(sign)
        entered.add(paper)
        at = walk.index(paper) + 1


def test_in_walking_order_a_ballot_is_one_key(
    desk: Visit, officer: httpx.Client, poll: Poll
) -> None:
    page = open_entry(desk, poll)
    papers = poll.rooms[:PAPERS]
    enter(page, papers, poll.rooms, "+")
    all_sent(page)
    assert keys(page) == PAPERS
    assert ballots(officer, poll) == dict.fromkeys(papers, "favour")


def test_where_every_fifth_gave_none_it_is_less_than_two_keys(
    desk: Visit, officer: httpx.Client, poll: Poll
) -> None:
    page = open_entry(desk, poll)
    chance = random.Random(278)
    papers = [room for room in poll.rooms if chance.random() < _TAKING_PART][:PAPERS]
    enter(page, papers, poll.rooms, "-")
    all_sent(page)
    assert len(papers) == PAPERS
    assert keys(page) / PAPERS <= 1.25
    assert ballots(officer, poll) == dict.fromkeys(papers, "against")


def test_a_shuffled_pile_takes_the_number_of_the_room_and_one_key(
    desk: Visit, officer: httpx.Client, poll: Poll
) -> None:
    page = open_entry(desk, poll)
    papers = [room for room in poll.rooms if room.startswith("1-")]
    random.Random(278).shuffle(papers)
    enter(page, papers, poll.rooms, "+")
    all_sent(page)
    stair_floor_and_door = 4
    assert keys(page) / len(papers) <= stair_floor_and_door + 1
    assert set(ballots(officer, poll)) == set(papers)


def test_what_cannot_be_sent_is_kept_and_sent_later(
    desk: Visit, officer: httpx.Client, poll: Poll
) -> None:
    page = open_entry(desk, poll)
    path = f"**/api/decisions/{poll.id}/ballots"
    page.route(path, lambda route: route.abort())
    for sign in "+-/":
        page.keyboard.press(sign)
    expect(page.get_by_text("暂未上传,将自动重试")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_text("3 张待上传")).to_be_visible()
    page.unroute(path)
    all_sent(page)
    assert [*ballots(officer, poll).values()] == ["favour", "against", "abstain"]
    desk.forgiven()


def test_a_slip_is_taken_back_and_a_wrong_room_withdrawn(
    desk: Visit, officer: httpx.Client, poll: Poll
) -> None:
    page = open_entry(desk, poll)
    first, second = poll.rooms[:2]
    page.keyboard.press("-")
    page.keyboard.press("Backspace")
    page.keyboard.press("+")
    page.keyboard.press("+")
    all_sent(page)
    page.keyboard.press("Backspace")
    expect(page.get_by_role("form", name=f"更正 {second}")).to_be_visible()
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    all_sent(page)
    assert ballots(officer, poll) == {first: "favour"}
    expect(page.get_by_label("房号", exact=True)).to_be_focused()


def test_what_another_has_entered_meanwhile_is_refused_and_told(
    desk: Visit, officer: httpx.Client, poll: Poll
) -> None:
    page = open_entry(desk, poll)
    room = min(poll.rooms, key=in_walking_order)
    body = {"ballots": [{"room": room, "answer": "against"}]}
    assert officer.post(f"/api/decisions/{poll.id}/ballots", json=body).is_success
    page.keyboard.press("+")
    log = page.get_by_role("region", name="录入记录")
    expect(log.get_by_role("alert")).to_contain_text("更正须填写原因")
    log.get_by_role("button", name="移除").click()
    expect(log.get_by_role("listitem")).to_have_count(0)
