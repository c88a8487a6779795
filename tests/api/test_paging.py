"""Pages: every feature once, in order, whatever the order is."""

from collections.abc import Iterator
from typing import Any

import pytest
from httpx import Client

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.layer import Visibility
from tests.examples import feature_of

COUNT = 57
BUILDINGS = CATALOGUE["buildings"]
HERE = "/api/collections/buildings/items"


@pytest.fixture(scope="module", autouse=True)
def buildings(database: Database, ids: dict[str, int]) -> None:
    """Rows with equal values, and with none, beside the example."""
    keys = {"communities": {"id": ids["communities"]}}
    made = [
        feature_of(
            BUILDINGS,
            keys,
            east=number * 1e-5,
            number=f"{number % 7} 栋",
            floors=None if number % 3 == 0 else number % 5 + 1,
            height_m=None if number % 4 == 0 else number / 3,
        )
        for number in range(1, COUNT)
    ]
    with database.owner.begin() as db:
        features.add_many(db, BUILDINGS, made, Visibility.PUBLISHED)


def pages(client: Client, href: str) -> Iterator[Any]:
    while True:
        body = client.get(href).json()
        yield body
        following = [link["href"] for link in body["links"] if link["rel"] == "next"]
        if not following:
            return
        href = following[0]


@pytest.mark.parametrize("limit", [1, 10, 56, 57, 58])
@pytest.mark.parametrize(
    "sortby", [None, "floors", "-floors", "-height_m,number", "number,-floors", "-id", "id"]
)
def test_pages_hold_every_feature_once(client: Client, limit: int, sortby: str | None) -> None:
    query = f"?limit={limit}" + (f"&sortby={sortby}" if sortby else "")
    found = [*pages(client, HERE + query)]
    assert all(body["numberMatched"] == COUNT for body in found)
    assert sum(body["numberReturned"] for body in found) == COUNT
    listed = [feature["id"] for body in found for feature in body["features"]]
    assert len(set(listed)) == COUNT
    whole = client.get(f"{HERE}{query}".replace(f"limit={limit}", "limit=10000")).json()
    assert listed == [feature["id"] for feature in whole["features"]]


def test_nothing_comes_last(client: Client) -> None:
    for sign in ("", "-"):
        body = client.get(f"{HERE}?sortby={sign}floors").json()
        floors = [feature["properties"]["floors"] for feature in body["features"]]
        known = [value for value in floors if value is not None]
        assert floors[: len(known)] == sorted(known, reverse=sign == "-")


def test_text_is_sorted_by_code_point(client: Client) -> None:
    body = client.get(f"{HERE}?sortby=number&limit=1000").json()
    numbers = [feature["properties"]["number"] for feature in body["features"]]
    assert numbers == sorted(numbers)


def test_pages_of_csv_are_linked_in_the_header(client: Client) -> None:
    rows: list[str] = []
    href: str | None = f"{HERE}?f=csv&limit=20"
    while href:
        answer = client.get(href)
        header, *page = answer.text.splitlines()
        assert header.startswith("id,community,number")
        rows += page
        href = answer.links["next"]["url"] if "next" in answer.links else None
    assert len(rows) == COUNT


def test_html_pages_are_linked(client: Client) -> None:
    page = client.get(f"{HERE}?f=html&limit=20").text
    assert 'rel="next"' in page
    assert f"共 {COUNT} 条" in page
