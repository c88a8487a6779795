"""OGC API Features 1 and 2 as the official suite checks them, over every public layer."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from httpx import Client, Response

from gis_service.store.references import CRS84, REFERENCES, STORED
from layers import CATALOGUE
from layers.core.layer import Layer
from tests.api.layers import each_public

pytestmark = pytest.mark.usefixtures("ids")


def items(client: Client, layer: Layer, **parameters: Any) -> Response:
    return client.get(f"/api/collections/{layer.name}/items", params=parameters)


def links(body: Any, rel: str) -> list[Any]:
    return [link for link in body["links"] if link["rel"] == rel]


@pytest.mark.parametrize("path", ["/api", "/api/"])
def test_landing_page(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.http_version == "HTTP/1.1"
    rels = {link["rel"] for link in answer.json()["links"]}
    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= rels
    for link in answer.json()["links"]:
        assert client.get(link["href"]).status_code == 200, link


def test_conformance(client: Client) -> None:
    classes = client.get("/api/conformance").json()["conformsTo"]
    for part in ("core", "geojson", "html", "oas30"):
        assert f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}" in classes
    assert "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs" in classes


@each_public
def test_collection_repeats_the_list(client: Client, layer: Layer) -> None:
    listed = client.get("/api/collections").json()["collections"]
    [mine] = [collection for collection in listed if collection["id"] == layer.name]
    alone = client.get(f"/api/collections/{layer.name}").json()
    for name in ("id", "title", "description", "extent", "crs", "storageCrs", "itemType"):
        assert alone.get(name) == mine.get(name)
    assert mine["crs"][0] == CRS84.uri
    assert mine.get("storageCrs") == (STORED.uri if layer.geometry else None)
    assert STORED.uri in mine["crs"]
    assert {link["type"] for link in links(alone, "self")} == {"application/json"}
    assert {link["type"] for link in links(alone, "alternate")} == {"text/html"}
    assert {link["type"] for link in links(mine, "items")} >= {"application/geo+json", "text/html"}


@each_public
def test_every_link_of_a_collection_answers(client: Client, layer: Layer) -> None:
    for link in client.get(f"/api/collections/{layer.name}").json()["links"]:
        answer = client.get(link["href"])
        assert answer.status_code == 200, link
        assert answer.headers["content-type"].startswith(link["type"].partition(";")[0]), link


@each_public
def test_items(client: Client, layer: Layer, ids: dict[str, int]) -> None:
    answer = items(client, layer)
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["content-crs"] == f"<{CRS84.uri}>"
    body = answer.json()
    assert body["type"] == "FeatureCollection"
    assert body["numberMatched"] == body["numberReturned"] == len(body["features"]) == 1
    assert body["timeStamp"].endswith("Z")
    [feature] = body["features"]
    assert feature["id"] == ids[layer.name]
    assert (feature["geometry"] is None) == (layer.geometry is None)
    [itself] = links(body, "self")
    assert itself["type"] == "application/geo+json"
    assert {link["type"] for link in links(body, "alternate")} == {"text/html", "text/csv"}
    assert links(body, "collection")


@each_public
def test_item(client: Client, layer: Layer, ids: dict[str, int]) -> None:
    answer = client.get(f"/api/collections/{layer.name}/items/{ids[layer.name]}")
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["content-crs"] == f"<{CRS84.uri}>"
    body = answer.json()
    [listed] = items(client, layer).json()["features"]
    assert {name: body[name] for name in listed} == listed
    assert {link["type"] for link in links(body, "alternate")} == {"text/html"}
    [collection] = links(body, "collection")
    assert client.get(collection["href"]).json()["id"] == layer.name


@each_public
def test_unknown_parameter_is_400(client: Client, layer: Layer, ids: dict[str, int]) -> None:
    here = f"/api/collections/{layer.name}"
    for path in (here, f"{here}/items", f"{here}/items/{ids[layer.name]}", f"{here}/schema"):
        answer = client.get(path, params={"nothing_like_it": "1"})
        assert answer.status_code == 400
        assert answer.json()["problems"][0]["field"] == "nothing_like_it"


def refused(client: Client, layer: Layer, name: str, value: str) -> None:
    beside = {"bbox-crs": {"bbox": "0,0,1,1"}, "filter-lang": {"filter": "id = 1"}}
    answer = items(client, layer, **beside.get(name, {}), **{name: value})
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["problems"][0]["field"] == name


@each_public
def test_what_cannot_be_understood_is_400(client: Client, layer: Layer) -> None:
    for name, value in (
        ("limit", "unlimited"),
        ("bbox", "1,2,3"),
        ("crs", "http://www.opengis.net/def/crs/EPSG/0/2000"),
        ("bbox-crs", "http://www.opengis.net/def/crs/EPSG/0/2000"),
        ("datetime", "yesterday"),
        ("sortby", "nothing"),
    ):
        refused(client, layer, name, value)


@pytest.mark.parametrize("layer", [CATALOGUE["communities"], CATALOGUE["works"]])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "0"),
        ("limit", "-1"),
        ("limit", "1.5"),
        ("limit", ""),
        ("bbox", "1,2,3,4,5"),
        ("bbox", "a,b,c,d"),
        ("bbox", "nan,0,1,1"),
        ("bbox", "0,2,1,1"),
        ("bbox", ""),
        ("bbox-crs", "EPSG:4490"),
        ("filter-crs", "EPSG:4490"),
        ("datetime", "2026-13-01"),
        ("datetime", "2026-11-24/2026-11-01"),
        ("datetime", "P1D"),
        ("datetime", "1700000000"),
        ("sortby", ""),
        ("cursor", "x"),
        ("cursor", "W10"),
        ("f", "xml"),
        ("lang", "fr"),
        ("filter-lang", "sql"),
    ],
)
def test_each_bad_value_is_named(client: Client, layer: Layer, name: str, value: str) -> None:
    refused(client, layer, name, value)


@each_public
def test_a_parameter_given_twice_is_400(client: Client, layer: Layer) -> None:
    answer = client.get(f"/api/collections/{layer.name}/items?limit=1&limit=2")
    assert answer.status_code == 400


@pytest.mark.parametrize("layer", [CATALOGUE[name] for name in ("communities", "works", "reports")])
@pytest.mark.parametrize(
    "datetime",
    [
        "2026-11-24",
        "2026-11-24T00:00:00Z",
        "2026-11-24T08:00:00+08:00",
        "2026-11-01/2026-12-01",
        "2026-11-01T00:00:00Z/..",
        "../2026-11-01T00:00:00Z",
        "2026-11-01/",
        "/2026-11-01",
        "../..",
        "2024-01-01/P2D",
        "P1Y2M3DT4H5M6S/2026-01-31T00:00:00Z",
        "0001-01-01/9999-12-31",
        "0001-01-01T00:00:00Z/9999-12-31T23:59:59Z",
    ],
)
def test_datetime_is_taken(client: Client, layer: Layer, datetime: str) -> None:
    answer = items(client, layer, datetime=datetime)
    assert answer.status_code == 200, answer.text
    if layer.period is None:
        assert answer.json()["numberReturned"] == 1


@each_public
@pytest.mark.parametrize(
    ("bbox", "inside"),
    [
        ("110,20,120,35", True),
        ("110,20,0,120,35,100", True),
        ("177,65,-177,70", False),
        ("110,20,-170,35", True),
        ("-180,-90,180,90", True),
        ("0,0,1,1", False),
    ],
)
def test_bbox(client: Client, layer: Layer, bbox: str, inside: bool) -> None:
    answer = items(client, layer, bbox=bbox)
    assert answer.status_code == 200, answer.text
    assert answer.json()["numberReturned"] == int(inside and layer.geometry is not None)


@each_public
@pytest.mark.parametrize("uri", REFERENCES)
def test_crs_is_answered_in(client: Client, layer: Layer, uri: str, ids: dict[str, int]) -> None:
    for path in ("items", f"items/{ids[layer.name]}"):
        answer = client.get(f"/api/collections/{layer.name}/{path}", params={"crs": uri})
        assert answer.status_code == 200
        assert answer.headers["content-crs"] == f"<{uri}>"


@each_public
def test_limit_over_the_maximum_means_the_maximum(client: Client, layer: Layer) -> None:
    assert items(client, layer, limit=1_000_000).status_code == 200


@each_public
def test_every_attribute_may_be_asked_for(client: Client, layer: Layer) -> None:
    [feature] = items(client, layer).json()["features"]
    told = client.get(f"/api/collections/{layer.name}/queryables").json()["properties"]
    assert set(told) - {"id", "geometry"} == set(feature["properties"])
    for name, value in {"id": feature["id"], **feature["properties"]}.items():
        if value is None or value == "":
            continue
        text = str(value).lower() if isinstance(value, bool) else str(value)
        answer = items(client, layer, **{name: text})
        assert answer.status_code == 200, answer.text
        assert answer.json()["numberReturned"] == 1, (name, text)


@each_public
def test_every_attribute_sorts(client: Client, layer: Layer) -> None:
    [feature] = items(client, layer).json()["features"]
    names = ("id", *feature["properties"])
    for signs in ("+-", "-+"):
        order = ",".join(f"{signs[n % 2]}{name}" for n, name in enumerate(names))
        assert items(client, layer, sortby=order).status_code == 200


def test_unknown_layer_and_feature_are_404(client: Client) -> None:
    for path in (
        "nothing",
        "nothing/items",
        "households",
        "ballots/items",
        "communities/items/0",
        "communities/items/x",
        "communities/items/99999999999999999999",
        "communities/nothing",
    ):
        answer = client.get(f"/api/collections/{path}")
        assert answer.status_code == 404, path
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_what_may_not_be_done_is_405(client: Client, method: str) -> None:
    answer = client.request(method, "/api/collections/communities/items")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert answer.headers["content-type"] == "application/problem+json"


def test_next_links_are_well_formed(client: Client, ids: dict[str, int]) -> None:
    for href in _pages(client, "/api/collections/divisions/items?limit=1&level=province"):
        for pair in urlsplit(href).query.split("&"):
            assert "=" in pair
        assert dict(parse_qsl(urlsplit(href).query))["level"] == "province"


def _pages(client: Client, href: str) -> Iterator[str]:
    while True:
        yield href
        following = links(client.get(href).json(), "next")
        if not following:
            return
        href = following[0]["href"]


@pytest.mark.parametrize(
    "path", ["/api", "/api/collections", "/api/collections/works/items", "/healthz", "/style.json"]
)
def test_head_is_get_without_a_body(client: Client, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers.get("content-length") == get.headers.get("content-length")
