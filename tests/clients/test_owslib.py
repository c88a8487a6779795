"""owslib, the library that Python programs read OGC services by."""

import pytest
from owslib.ogcapi.features import Features

from gis_service.api.landing import CONFORMS_TO
from gis_service.store.views import layers_for
from layers.core.access import PUBLIC
from layers.core.layer import Layer
from tests.api.layers import each_public


@pytest.fixture
def service(server: str, monkeypatch: pytest.MonkeyPatch) -> Features:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return Features(f"{server}/api")


def test_what_it_is_told(service: Features) -> None:
    assert service.links
    assert service.conformance()["conformsTo"] == list(CONFORMS_TO)
    assert service.api()["openapi"].startswith("3.0")
    assert service.feature_collections() == [layer.name for layer in layers_for(PUBLIC)]


@each_public
def test_it_reads_every_layer(service: Features, layer: Layer, rows: dict[str, int]) -> None:
    assert service.collection(layer.name)["id"] == layer.name
    assert service.collection_queryables(layer.name)["properties"]
    body = service.collection_items(layer.name, limit=5)
    assert body["features"][0]["id"] == rows[layer.name]
    item = service.collection_item(layer.name, str(rows[layer.name]))
    assert item["id"] == rows[layer.name]


def test_it_filters(service: Features) -> None:
    found = service.collection_items("buildings", bbox=[114.9, 28.2, 115, 28.3], limit=1)
    assert found["numberReturned"] == 1
    found = service.collection_items("buildings", number="7 栋")
    assert found["numberMatched"] == 1
    found = service.collection_items("works", datetime_="2026-10-01/2026-10-02")
    assert found["numberMatched"] == 1
    found = service.collection_items("buildings", filter="number LIKE '11%'")
    assert {f["properties"]["number"][:2] for f in found["features"]} == {"11"}
