"""Problems: in two languages, with a status for each error, without a word too many."""

from collections.abc import Iterator

import pytest
from httpx import ASGITransport, AsyncClient, Client

from gis_service.api.problems import STATUSES
from gis_service.app import create_app
from gis_service.errors import GisError
from gis_service.settings import Settings
from gis_service.store.database import Database, Urls


def test_the_language_is_that_of_the_client(client: Client) -> None:
    def said(**headers: str) -> tuple[str, str]:
        answer = client.get("/api/collections/nothing", headers=headers)
        return answer.headers["content-language"], answer.json()["title"]

    assert said() == ("zh", "未找到")
    assert said(**{"Accept-Language": "en-GB,en;q=0.9,zh;q=0.5"}) == ("en", "Not found")
    assert said(**{"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}) == ("zh", "未找到")
    assert said(**{"Accept-Language": "fr"}) == ("zh", "未找到")
    answer = client.get("/api/collections/nothing?lang=en")
    assert answer.json()["title"] == "Not found"


def test_a_problem_says_what_where_and_how_bad(client: Client) -> None:
    body = client.get("/api/collections/communities/items?limit=no&lang=en").json()
    assert body == {
        "type": "urn:onemap:problem:bad-parameter",
        "title": "Bad parameter",
        "status": 400,
        "detail": body["problems"][0]["message"],
        "problems": [
            {
                "code": "parameter.int_parsing",
                "field": "limit",
                "message": body["problems"][0]["message"],
                "citation": None,
                "severity": "major",
                "geometry": None,
            }
        ],
    }


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/api/nothing", "/tiles/nothing", "/tiles/nothing/0/0/0.mvt", "/nothing.json"],
)
def test_every_part_of_the_service_says_404_alike(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"


def subclasses(kind: type[GisError]) -> Iterator[type[GisError]]:
    for below in kind.__subclasses__():
        yield below
        yield from subclasses(below)


def test_every_error_has_a_status() -> None:
    for kind in subclasses(GisError):
        if kind.__name__ != "Foreign":
            assert any(parent in STATUSES for parent in kind.__mro__), kind


@pytest.mark.parametrize("query", ["name=%00", "filter=name%20%3D%20'%00'", f"name={'x' * 20_000}"])
def test_what_no_database_takes_is_400(client: Client, query: str) -> None:
    assert client.get(f"/api/collections/communities/items?{query}").status_code == 400


@pytest.mark.parametrize("query", ["plan_year=9999999999999999999", "division=" + "x" * 5000])
def test_values_out_of_range_are_400_or_match_nothing(client: Client, query: str) -> None:
    answer = client.get(f"/api/collections/communities/items?{query}")
    assert answer.status_code in (200, 400)
    if answer.status_code == 200:
        assert answer.json()["features"] == []


@pytest.mark.anyio
async def test_without_a_database_everything_says_so() -> None:
    nowhere = "postgresql+psycopg://nobody@/nothing?host=/nonexistent"
    app = create_app(Database(Urls(*[nowhere] * 5)), Settings())
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        for path in ("/readyz", "/api/collections", "/api/collections/works/items"):
            answer = await client.get(path)
            assert answer.status_code == 503, path
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["retry-after"]
            assert "nobody" not in answer.text
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/api")).status_code == 200


@pytest.mark.anyio
async def test_what_nobody_foresaw_is_500_and_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr("gis_service.api.landing.text_of", lambda body: fail())
    nowhere = "postgresql+psycopg://nobody@/nothing"
    app = create_app(Database(Urls(*[nowhere] * 5)), Settings())
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        answer = await client.get("/api")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text
    assert answer.headers["x-request-id"] in capfd.readouterr().err


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.parametrize(
    "path", ["/api/catalogue", "/api/overview", "/api/communities", "/api/closures", "/style.json"]
)
def test_no_part_of_the_service_takes_unknown_parameters(client: Client, path: str) -> None:
    answer = client.get(path, params={"nothing_like_it": "1"})
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["field"] == "nothing_like_it"
    assert client.get(path).status_code == 200
