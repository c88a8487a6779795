"""A client that has an answer already is told that it still stands."""

import pytest
from httpx import Client
from sqlalchemy import text

from gis_service.store.database import Database

PATHS = (
    "/api",
    "/api/conformance",
    "/api/collections",
    "/api/collections/communities",
    "/api/collections/communities/items",
    "/api/collections/communities/items?f=csv",
    "/api/collections/communities/items?f=html",
    "/api/collections/communities/items/1",
    "/api/collections/communities/schema",
    "/api/openapi.json",
)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.usefixtures("ids")
def test_304(client: Client, path: str) -> None:
    first = client.get(path)
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert "Accept" in first.headers["vary"]
    tag = first.headers["etag"]
    for have in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get(path, headers={"If-None-Match": have})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == tag
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_feature_has_a_strong_validator(client: Client, ids: dict[str, int]) -> None:
    here = f"/api/collections/communities/items/{ids['communities']}"
    assert client.get(here).headers["etag"].startswith('"')


def test_a_change_makes_another_validator(
    client: Client, database: Database, ids: dict[str, int]
) -> None:
    for path in ("items", f"items/{ids['communities']}"):
        here = f"/api/collections/communities/{path}"
        before = client.get(here).headers["etag"]
        with database.owner.begin() as db:
            db.execute(text("UPDATE onemap.communities SET address = address || '甲'"))
        assert client.get(here).headers["etag"] != before


def test_formats_have_validators_of_their_own(client: Client, ids: dict[str, int]) -> None:
    here = f"/api/collections/communities/items/{ids['communities']}"
    tags = {
        client.get(here, headers={"Accept": accept}).headers["etag"]
        for accept in ("text/html", "application/geo+json")
    }
    assert len(tags) == 2
