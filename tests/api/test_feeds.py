"""Following by a feed, without an account."""

from typing import Any
from xml.etree import ElementTree

import httpx
import pytest

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.layer import Visibility
from tests.examples import feature_of

ATOM = "{http://www.w3.org/2005/Atom}"
STREET = "360923100"


@pytest.fixture(scope="module")
def community(database: Database) -> int:
    """One of a street, far from the examples, with a stage, a publicity and a vote that passed."""
    keys: dict[str, dict[str, Any]] = {"divisions": {"code": STREET}}
    told: dict[str, dict[str, Any]] = {
        "divisions": {"code": STREET, "level": "street"},
        "communities": {"code": "360923100-77"},
        "stage_changes": {},
        "publicity": {},
        "decisions": {"result": "passed"},
        "sites": {},
        "warning_perimeters": {"status": "active", "work_area": None},
    }
    with database.owner.begin() as db:
        for name, changes in told.items():
            layer = CATALOGUE[name]
            feature = feature_of(layer, keys, east=0.5, **changes)
            [id_] = features.add_many(db, layer, [feature], Visibility.PUBLISHED)
            keys[name] = {"id": id_, **feature.attributes.model_dump()}
    return int(keys["communities"]["id"])


def entries(client: httpx.Client, **query: Any) -> list[dict[str, str]]:
    answer = client.get("/api/feeds/atom", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    assert all(feed.find(ATOM + part) is not None for part in ("id", "title", "updated", "author"))
    return [
        {child.tag.removeprefix(ATOM): child.text or "" for child in entry}
        for entry in feed.iter(f"{ATOM}entry")
    ]


def test_a_community_tells_of_stages_publicity_votes_and_closed_ground(
    client: httpx.Client, community: int
) -> None:
    told = entries(client, community=community)
    titles = " ".join(entry["title"] for entry in told)
    for word in ("施工", "改造方案公示", "业主表决通过", "警戒区"):
        assert word in titles
    assert len({entry["id"] for entry in told}) == len(told)
    moments = [entry["updated"] for entry in told]
    assert moments == sorted(moments, reverse=True)


def test_a_street_and_a_circle_lead_to_the_same_community(
    client: httpx.Client, community: int
) -> None:
    own = entries(client, community=community)
    assert len(own) == 4
    assert entries(client, division=STREET) == own
    assert entries(client, circle="115.421,28.2308,500") == own
    assert entries(client, circle="115.49,28.2308,500") == []


def test_it_speaks_english_to_those_who_ask(client: httpx.Client, ids: dict[str, Any]) -> None:
    told = entries(client, community=ids["communities"], lang="en")
    assert any("now at “Under works”" in entry["title"] for entry in told)


def test_nothing_private_is_told(client: httpx.Client, ids: dict[str, Any]) -> None:
    text = client.get("/api/feeds/atom", params={"community": ids["communities"]}).text
    assert "13800000000" not in text
    assert "李某" not in text


def test_a_reader_that_has_it_gets_no_second_copy(
    client: httpx.Client, ids: dict[str, Any]
) -> None:
    query = {"community": ids["communities"]}
    first = client.get("/api/feeds/atom", params=query)
    again = client.get(
        "/api/feeds/atom", params=query, headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"community": 1, "division": "360923"},
        {"division": "36"},
        {"circle": "114.9,28.2"},
        {"circle": "114.9,28.2,nan"},
        {"circle": "114.9,28.2,90000"},
        {"circle": "114.9,28.2,100", "limit": "3"},
    ],
)
def test_what_cannot_be_followed_is_refused(client: httpx.Client, query: dict[str, Any]) -> None:
    assert client.get("/api/feeds/atom", params=query).status_code in (400, 422)


def test_a_community_that_is_not_there_has_no_news(client: httpx.Client) -> None:
    assert entries(client, community=987654321) == []
