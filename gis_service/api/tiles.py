"""Tiles as a plain ASGI callable beside FastAPI, whose routing would cost more than the tile.

`/tiles/{a,b,…}/{z}/{x}/{y}.mvt` holds several layers, `/tiles/{a,b,…}.json` is their TileJSON 3.
"""

import gzip
import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from gis_service.api.problems import problem_response
from gis_service.errors import BadParameter, GisError, NotFound
from gis_service.store import tiles
from gis_service.store.database import POOL_SIZE, Database
from gis_service.store.tiles import MAX_ZOOM, Address
from gis_service.store.views import layer_named
from layers.core.access import PUBLIC
from layers.core.layer import Layer
from layers.core.text import Text

MEDIA_TYPE = "application/vnd.mapbox-vector-tile"
MAX_LAYERS = 20
"""In one tile: a list without bound would let one request cost any amount of work."""

_TILE = re.compile(r"/([a-z_,]{1,400})/(\d{1,2})/(\d{1,8})/(\d{1,8})\.mvt")
_TILEJSON = re.compile(r"/([a-z_,]{1,400})\.json")
_SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=0, must-revalidate",
}


class Tiles:
    """The ASGI application mounted at `/tiles`."""

    def __init__(self, database: Database) -> None:
        self.database = database
        # Of their own: threads that wait here for a connection shall keep none from the requests
        # that hold one.
        self.threads = CapacityLimiter(POOL_SIZE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            response = await self._answer(request)
        except GisError as error:
            response = problem_response(request, error)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
        if request.method not in ("GET", "HEAD"):
            return Response(status_code=405, headers={"Allow": "GET, HEAD"})
        if found := _TILE.fullmatch(path):
            layers = drawable(found[1])
            address = Address(*map(int, found.groups()[1:]))
            body = await to_thread.run_sync(self.cut, layers, address, limiter=self.threads)
            return tile_response(body, request.headers)
        if found := _TILEJSON.fullmatch(path):
            return JSONResponse(tilejson(found[1], origin(request)), headers=_SHARED)
        raise NotFound(Text("没有这样的瓦片地址。", "There is no such tile address."))

    def cut(self, layers: tuple[Layer, ...], address: Address) -> bytes:
        if not address.exists():
            raise NotFound(Text("瓦片不在金字塔内。", "The tile is outside the pyramid."))
        with self.database.transaction(PUBLIC) as db:
            return tiles.tile(db, layers, address)


def origin(request: Request) -> str:
    """The service's own address as the client wrote it, with a slash."""
    return f"{request.url.scheme}://{request.url.netloc}/"


def drawable(names: str) -> tuple[Layer, ...]:
    """The public map layers of a comma list, each once. Raises NotFound or BadParameter."""
    wanted = tuple(dict.fromkeys(names.split(",")))
    if len(wanted) > MAX_LAYERS:
        raise BadParameter(
            "layers",
            Text(f"一次最多 {MAX_LAYERS} 个图层。", f"At most {MAX_LAYERS} layers at a time."),
        )
    layers = tuple(layer_named(name, PUBLIC) for name in wanted)
    for layer in layers:
        if layer.geometry is None:
            raise NotFound(Text(f"{layer.title.zh}没有图形。", f"{layer.title.en} have no shape."))
    return layers


def tile_response(body: bytes, headers: Headers | Mapping[str, str]) -> Response:
    """204 for an empty tile, 304 for one that the client has, else the tile, gzipped if wanted."""
    if not body:
        return Response(status_code=204, headers=_SHARED)
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    shared = {**_SHARED, "ETag": etag, "Vary": "Accept-Encoding"}
    if etag in headers.get("if-none-match", ""):
        return Response(status_code=304, headers=shared)
    if "gzip" in headers.get("accept-encoding", ""):
        body = gzip.compress(body, compresslevel=1, mtime=0)
        shared["Content-Encoding"] = "gzip"
    return Response(body, media_type=MEDIA_TYPE, headers=shared)


def tilejson(names: str, origin: str) -> dict[str, Any]:
    """TileJSON 3.0.0 of a comma list of layers. `origin` is the service's address, with a slash."""
    layers = drawable(names)
    return {
        "tilejson": "3.0.0",
        "name": ", ".join(layer.title.zh for layer in layers),
        "description": ", ".join(layer.title.en for layer in layers),
        "scheme": "xyz",
        "tiles": [f"{origin}tiles/{names}/{{z}}/{{x}}/{{y}}.mvt"],
        "minzoom": min(layer.minzoom for layer in layers),
        "maxzoom": MAX_ZOOM,
        "bounds": [73.0, 3.0, 136.0, 54.0],
        "vector_layers": [
            *(_vector_layer(layer, layer.name, layer.minzoom) for layer in layers),
            *(
                _vector_layer(layer, tiles.names_of(layer), layer.named_from)
                for layer in layers
                if layer.named_from is not None
            ),
        ],
    }


def _vector_layer(layer: Layer, name: str, minzoom: int) -> dict[str, Any]:
    return {
        "id": name,
        "description": layer.title.zh,
        "minzoom": minzoom,
        "maxzoom": MAX_ZOOM,
        "fields": {
            field: f"{tiles.kind_of(layer, field)}: {layer.about(field).zh}"
            for field in layer.tile_fields
        },
    }
