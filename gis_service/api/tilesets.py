"""A layer's vector tiles by OGC API Tiles 1: their list, their grid, and each tile."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.collections import OGC_REL, Chosen
from gis_service.api.formats import JSON
from gis_service.api.links import base, link
from gis_service.api.pages import text_of
from gis_service.api.queries import Asked, read
from gis_service.api.requests import Reading, Tongue
from gis_service.api.tiles import MEDIA_TYPE, drawable, tile_response
from gis_service.errors import NotFound
from gis_service.store import tiles
from gis_service.store.tiles import MAX_ZOOM, Address
from layers.core.layer import Layer
from layers.core.text import Language, Text

router = APIRouter(tags=["Tiles"])

GRID = "WebMercatorQuad"
_GRID_URI = f"http://www.opengis.net/def/tilematrixset/OGC/1.0/{GRID}"
_CRS = "http://www.opengis.net/def/crs/EPSG/0/3857"

Grid = Annotated[Literal["WebMercatorQuad"], Path(alias="tileMatrixSetId")]


@router.get("/collections/{collectionId}/tiles", summary="Tilesets of a layer")
def get_tilesets(request: Request, layer: Chosen, language: Tongue) -> Response:
    """There is one, in Web Mercator."""
    read(request, Asked)
    drawable(layer.name)
    here = f"{base(request)}/collections/{layer.name}/tiles"
    body = {
        "links": [link(here, "self", JSON.media_type, layer.title[language])],
        "tilesets": [_tileset(here, layer, language)],
    }
    return answer(request, text_of(body), JSON.media_type)


@router.get("/collections/{collectionId}/tiles/{tileMatrixSetId}", summary="A tileset")
def get_tileset(request: Request, layer: Chosen, grid: Grid, language: Tongue) -> Response:
    """How far down it goes, and what its features carry."""
    read(request, Asked)
    drawable(layer.name)
    here = f"{base(request)}/collections/{layer.name}/tiles"
    body = {
        **_tileset(here, layer, language),
        "tileMatrixSetLimits": [
            {
                "tileMatrix": str(zoom),
                "minTileRow": 0,
                "maxTileRow": (1 << zoom) - 1,
                "minTileCol": 0,
                "maxTileCol": (1 << zoom) - 1,
            }
            for zoom in range(layer.minzoom, MAX_ZOOM + 1)
        ],
        "layers": [
            {
                "id": layer.name,
                "dataType": "vector",
                "propertiesSchema": {
                    "type": "object",
                    "properties": {
                        name: {"title": layer.about(name).title[language]}
                        for name in layer.tile_fields
                    },
                },
            }
        ],
    }
    return answer(request, text_of(body), JSON.media_type)


@router.get(
    "/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
    summary="A tile",
    response_class=Response,
    responses={
        200: {"content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}},
        204: {"description": "Nothing lies in the tile."},
    },
)
def get_tile(
    request: Request,
    db: Reading,
    layer: Chosen,
    grid: Grid,
    zoom: Annotated[int, Path(alias="tileMatrix", ge=0)],
    row: Annotated[int, Path(alias="tileRow", ge=0)],
    column: Annotated[int, Path(alias="tileCol", ge=0)],
) -> Response:
    """Mapbox Vector Tile; 204 when there is nothing in it."""
    read(request, Asked)
    address = Address(zoom, column, row)
    if not address.exists():
        raise NotFound(Text("瓦片不在金字塔内。", "The tile is outside the pyramid."))
    return tile_response(tiles.tile(db, drawable(layer.name), address), request.headers)


def _tileset(here: str, layer: Layer, language: Language) -> dict[str, Any]:
    title = layer.title[language]
    template = f"{here}/{GRID}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"
    return {
        "title": title,
        "dataType": "vector",
        "crs": _CRS,
        "tileMatrixSetURI": _GRID_URI,
        "links": [
            link(f"{here}/{GRID}", "self", JSON.media_type, title),
            link(_GRID_URI, f"{OGC_REL}tiling-scheme", JSON.media_type, GRID),
            {**link(template, "item", MEDIA_TYPE, title), "templated": True},
        ],
    }
