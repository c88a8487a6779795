"""OGC API Tiles over the layers that are drawn."""

import mapbox_vector_tile
import pytest
from httpx import Client

from gis_service.store.tiles import MAX_ZOOM
from layers.core.layer import Layer
from tests.api.layers import each_drawn

pytestmark = pytest.mark.usefixtures("ids")


@each_drawn
def test_tilesets(client: Client, layer: Layer) -> None:
    collection = client.get(f"/api/collections/{layer.name}").json()
    [href] = [
        link["href"] for link in collection["links"] if link["rel"].endswith("tilesets-vector")
    ]
    [tileset] = client.get(href).json()["tilesets"]
    whole = client.get(tileset["links"][0]["href"]).json()
    assert whole["tileMatrixSetURI"] == tileset["tileMatrixSetURI"]
    assert [limit["tileMatrix"] for limit in whole["tileMatrixSetLimits"]] == [
        str(zoom) for zoom in range(layer.minzoom, MAX_ZOOM + 1)
    ]


def test_a_tile_is_that_of_the_map(client: Client) -> None:
    here = "/api/collections/buildings/tiles/WebMercatorQuad/17"
    tile = client.get(f"{here}/54904/107377")
    assert tile.content == client.get("/tiles/buildings/17/107377/54904.mvt").content
    if tile.status_code == 200:
        assert mapbox_vector_tile.decode(tile.content)["buildings"]["features"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("buildings/tiles/WebMercatorQuad/0/0/0", 204),
        ("buildings/tiles/WebMercatorQuad/1/2/0", 404),
        ("buildings/tiles/WebMercatorQuad/99/0/0", 404),
        ("buildings/tiles/WebMercatorQuad/a/0/0", 404),
        ("buildings/tiles/WorldCRS84Quad/0/0/0", 404),
        ("buildings/tiles/WorldCRS84Quad", 404),
        ("works/tiles", 404),
        ("households/tiles", 404),
        ("nothing/tiles/WebMercatorQuad/0/0/0", 404),
    ],
)
def test_what_there_is_not(client: Client, path: str, status: int) -> None:
    assert client.get(f"/api/collections/{path}").status_code == status
