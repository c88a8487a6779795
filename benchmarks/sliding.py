"""How long after a slider moves the planning desk is painted anew, with a province's candidates.

A real browser, rendering in software, on the built page. Each time a slider is set to another
value; the clock runs until the frame after the table has changed. Needs the test group.
"""

import json
import shutil
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright
from rich.console import Console

from benchmarks.measuring import loaded, served
from benchmarks.measuring.opened import open_all
from gis_service.identity.keeping import Draft, Keeper, create_user
from gis_service.store.database import Database
from layers.core.access import OPERATOR, Role

MOVES, BETWEEN_MS = 60, 20
WIDTH, HEIGHT = 1440, 900
PASSWORD = "correct horse battery staple"
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--use-gl=angle", "--use-angle=swiftshader"]

MOVED = """async ([at, value]) => {
    const slider = document.querySelectorAll('input[type=range]')[at]
    const table = document.querySelector('[role=rowgroup]')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
    const changed = new Promise((done) => {
        const watch = new MutationObserver(() => { watch.disconnect(); done() })
        watch.observe(table, { subtree: true, childList: true, characterData: true,
                               attributes: true })
    })
    const start = performance.now()
    set.call(slider, value)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    await changed
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - start
}"""
"""From the move to the frame after the table's change has been painted."""


def main() -> None:
    with loaded("province") as (database, _), served(database) as service:
        open_all(database)
        _add_planner(database)
        base = f"http://127.0.0.1:{service.connection.port}"
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=ARGUMENTS
            )
            page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            Console().print_json(json.dumps(_moves(page, base)))
            chromium.close()


def _add_planner(database: Database) -> None:
    draft = Draft(name="planner", role=Role.PLANNER, areas=("36",), sites=(), password=PASSWORD)
    with database.identity.begin() as accounts, database.transaction(OPERATOR) as features:
        create_user(Keeper(OPERATOR, accounts, features), draft)


def _moves(page: Page, base: str) -> dict[str, Any]:
    sign_in = {"username": "planner", "password": PASSWORD}
    page.request.post(f"{base}/api/session", data=sign_in, headers={"Origin": base})
    page.goto(f"{base}/?desk=planning")
    page.get_by_role("row").nth(1).wait_for(timeout=120_000)
    page.get_by_role("button", name="权重", exact=True).click()
    sliders = page.get_by_role("slider").count()
    page.wait_for_timeout(3_000)
    inspector = page.context.new_cdp_session(page)
    # Ticks of the page's own thread: what it costs, however busy the machine is.
    inspector.send("Performance.enable", {"timeDomain": "threadTicks"})
    took, before = [], _busy(inspector)
    for move in range(MOVES):
        at, value = move % sliders, str((move * 37 % 100) / 100)
        took.append(page.evaluate(MOVED, [at, value]))
        page.wait_for_timeout(BETWEEN_MS)
    return {
        "candidates": page.get_by_role("table").get_attribute("aria-rowcount"),
        "median_ms": round(median(took), 1),
        "95_percent_within_ms": round(quantiles(took, n=20)[-1], 1),
        "thread_ms": round((_busy(inspector) - before) / MOVES, 1),
    }


def _busy(inspector: CDPSession) -> float:
    """Milliseconds that the page's thread has worked."""
    metrics = inspector.send("Performance.getMetrics")["metrics"]
    found: float = next(each["value"] for each in metrics if each["name"] == "TaskDuration")
    return found * 1e3


if __name__ == "__main__":
    main()
