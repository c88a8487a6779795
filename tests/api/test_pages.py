"""Browse pages: in two languages, whole in themselves, and without a dead link."""

import re
from html import unescape

import pytest
from httpx import Client

from layers.core.layer import Layer
from tests.api.layers import each_public

pytestmark = pytest.mark.usefixtures("ids")


def hrefs(page: str) -> set[str]:
    return {unescape(found) for found in re.findall(r'href="([^"]+)"', page)}


@each_public
def test_a_layer_is_told_of_in_words(client: Client, layer: Layer, ids: dict[str, int]) -> None:
    here = f"/api/collections/{layer.name}"
    for path in (here, f"{here}/items", f"{here}/schema", f"{here}/queryables"):
        for language in ("zh", "en"):
            answer = client.get(path, headers={"Accept": "text/html", "Accept-Language": language})
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert answer.headers["content-language"] == language
            assert layer.title[language] in unescape(answer.text)
    page = client.get(f"{here}/items/{ids[layer.name]}?f=html&lang=en").text
    for name in layer.public_fields:
        assert layer.about(name).en in unescape(page)


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/conformance",
        "/api/docs",
        "/api/collections",
        "/api/collections/warning_perimeters",
        "/api/collections/warning_perimeters/items",
        "/api/collections/warning_perimeters/items/1",
        "/api/collections/works/schema",
    ],
)
def test_no_link_is_dead_and_none_leads_away(client: Client, path: str) -> None:
    page = client.get(path, params={"f": "html", "lang": "en"}).text
    assert "<script" not in page
    for href in hrefs(page) - {"data:,"}:
        assert href.startswith(str(client.base_url))
        if href.rstrip("/") != f"{client.base_url}".rstrip("/"):
            assert client.get(href).status_code == 200, href


def test_the_language_stays(client: Client) -> None:
    page = client.get("/api/collections?f=html&lang=en").text
    layers = {href for href in hrefs(page) if "/collections/" in href}
    assert layers
    assert all("lang=en" in href for href in layers)


def test_what_people_wrote_is_text(client: Client) -> None:
    page = client.get("/api/collections/works/items", params={"f": "html", "filter": "<b>'"})
    assert page.status_code == 400
    page = client.get("/api/collections/works/items", params={"f": "html", "title": "<b>'\""})
    assert "<b>" not in page.text
