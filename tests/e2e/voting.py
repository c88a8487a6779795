"""What journeys of votes share: a vote that runs among 200 households, and who counts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import httpx
from playwright.sync_api import Page, expect

from gis_service.store.database import Database
from layers.core.access import EVERYWHERE, Role
from tests.accounts import PASSWORD, add_account
from tests.days import today

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

COUNT_KEYS = "window.keys = 0; addEventListener('keydown', () => { window.keys += 1 }, true)"
PAPERS = 200


@dataclass(frozen=True, slots=True)
class Poll:
    """A vote without ballots so far. `rooms` are those of its community, in walking order."""

    id: int
    community: int
    officer: str
    rooms: list[str]

    @property
    def page(self) -> str:
        return f"?desk=street&community={self.community}&part=votes/{self.id}"


def in_walking_order(room: str) -> list[int]:
    return [int(part) for part in room.split("-")]


@contextmanager
def officer_of(database: Database, server: str) -> Iterator[tuple[str, httpx.Client]]:
    """A new officer of everywhere: the name, and a client that is signed in."""
    name = add_account(database, Role.STREET_OFFICER, areas=(EVERYWHERE,)).name
    with httpx.Client(base_url=server, trust_env=False, headers={"Origin": server}) as client:
        told = client.post("/api/session", json={"username": name, "password": PASSWORD})
        assert told.is_success, told.text
        yield name, client


def opened(client: httpx.Client, officer: str, days: int = 9) -> Poll:
    """A new vote in the first community of the made town that has so many households; it runs for
    so many days more."""
    votes = client.get("/api/collections/decisions/items", params={"result": "open"}).json()
    totals = (each["properties"] for each in votes["features"])
    one = next(each for each in totals if each["owners_total"] >= PAPERS)
    day = today()
    about: dict[str, Any] = {
        "community": one["community"],
        "title": "补建电梯",
        "matter": "rebuild",
        "starts": str(day - timedelta(3)),
        "ends": str(day + timedelta(days)),
        "owners_total": one["owners_total"],
        "area_total_m2": one["area_total_m2"],
    }
    body = {"type": "Feature", "geometry": None, "properties": about}
    made = client.post("/api/collections/decisions/items", json=body)
    assert made.status_code == 201, made.text
    id_ = int(made.json()["id"])
    rooms = client.get(f"/api/decisions/{id_}/rooms").json()["rooms"]
    names = sorted((each["room"] for each in rooms), key=in_walking_order)
    return Poll(id_, one["community"], officer, names)


def signed_in(visit: "Visit", poll: Poll) -> "Visit":
    """As the officer; how one signs in is tried elsewhere."""
    sign_in = {"username": poll.officer, "password": PASSWORD}
    session = f"{visit.server}/api/session"
    visit.page.request.post(session, data=sign_in, headers={"Origin": visit.server})
    return visit


def open_entry(visit: "Visit", poll: Poll) -> Page:
    visit.page.add_init_script(COUNT_KEYS)
    page = signed_in(visit, poll).open(f"{poll.page}/enter")
    expect(page.get_by_label("房号", exact=True)).to_be_focused()
    return page


def keys(page: Page) -> int:
    """How many keys went down since the page was opened."""
    return int(page.evaluate("window.keys"))


def all_sent(page: Page) -> None:
    expect(page.get_by_role("region", name="录入记录").get_by_text("全部已上传")).to_be_visible()
