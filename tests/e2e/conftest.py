"""A browser on the map of the made town, and all that goes wrong in it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from shapely.geometry import shape

from gis_service.api.web_map import DIST
from gis_service.demo import load
from gis_service.embedded import Cluster
from gis_service.store.database import Database
from layers.core.access import EVERYWHERE, Role
from layers.ledgers.exceptions import SafetyCheck
from tests.accounts import PASSWORD, SignedIn, add_account
from tests.databases import opened
from tests.e2e.desk import Place

# Software rendering, and nothing that the browser does on its own account.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
# The page leaves its map on the element that holds it.
MAP_IS_DRAWN = """() => {
    const holder = document.querySelector('.maplibregl-map')
    return !holder || Boolean(holder.onemap?.areTilesLoaded() && !holder.onemap.isMoving())
}"""
TRIES = 150
# A machine that is busy with other tests draws slowly.
expect.set_options(timeout=20_000)

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def database(cluster: Cluster, migrated: str) -> Iterator[Database]:
    """The made town, loaded once for all journeys."""
    cluster.create_database("onemap_e2e", template=migrated)
    town = opened(cluster, "onemap_e2e")
    load(town.owner, "town", lambda _: None)
    yield town
    town.close()
    cluster.drop_database("onemap_e2e")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not (DIST / "index.html").exists():
        pytest.fail("The web map is not built: run `npm ci && npm run build` in web_map.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """One reader's page, with what the browser complained of and whom it asked."""

    page: Page
    server: str
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, search: str = "") -> Page:
        self.page.goto(f"{self.server}/{search}")
        return self.page

    def settled(self) -> Page:
        """The page once everything it asked for has come and is drawn."""
        self.page.wait_for_load_state("networkidle")
        return self.drawn()

    def drawn(self) -> Page:
        """The page once its map is drawn; more may still come."""
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)
        # Asked again and again from here: the page's security policy forbids to wait within it.
        for _ in range(TRIES):
            if self.page.evaluate(MAP_IS_DRAWN):
                return self.page
            self.page.wait_for_timeout(100)
        raise AssertionError("the map is never drawn")

    def forgiven(self) -> None:
        """Ends a visit that was refused or cut off on purpose: until its page is gone, the browser
        goes on complaining of it."""
        self.page.close()
        self.complaints.clear()


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visitor]:
    """Starts a visit; at the end nothing may have been complained of by the browser."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def start(**options: Any) -> Visit:
        context = browser.new_context(
            **{"viewport": DESKTOP, "locale": "zh-CN", "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        made = Visit(context.new_page(), server)
        made.page.on(
            "console",
            lambda message: (
                made.complaints.append(message.text)
                if message.type in ("error", "warning")
                else None
            ),
        )
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.page.on("request", lambda request: made.asked.append(request.url))
        visits.append(made)
        return made

    yield start
    for context in contexts:
        context.close()
    assert [complaint for each in visits for complaint in each.complaints] == []


@pytest.fixture
def phone(visit: Visitor) -> Visit:
    return visit(viewport=PHONE, has_touch=True, is_mobile=True, timezone_id="Asia/Shanghai")


@pytest.fixture
def closed(client: httpx.Client) -> dict[str, Any]:
    """A community with a closure today whose name has no numerals."""
    rows = client.get("/api/communities", params={"closures": "today"}).json()["rows"]
    found: dict[str, Any] = next(row for row in rows if not any(map(str.isdigit, row["name"])))
    return found


@pytest.fixture
def place(database: Database, signed_in: SignedIn) -> Place:
    admin = signed_in(Role.ADMIN, areas=(EVERYWHERE,))
    found = admin.get("/api/collections/sites/items", params={"status": "active"}).json()
    site = found["features"][0]
    for check in SafetyCheck:
        excuse = {"site": site["id"], "check": check.value, "reason": "示例", "approver": "示例"}
        body = {"type": "Feature", "properties": {**excuse, "ends": "2031-01-01"}, "geometry": None}
        assert admin.post("/api/collections/exceptions/items", json=body).status_code == 201
    manager = add_account(database, Role.SITE_MANAGER, sites=(site["id"],))
    middle = shape(site["geometry"]).representative_point()
    return Place(site["id"], site["properties"]["name"], manager.name, middle.x, middle.y)


@pytest.fixture
def as_manager(server: str, place: Place) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, trust_env=False, headers={"Origin": server}) as client:
        client.post("/api/session", json={"username": place.manager, "password": PASSWORD})
        yield client
