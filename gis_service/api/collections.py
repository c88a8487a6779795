"""The layers that the client may see, each as an OGC collection."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Path
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.formats import CSV, GEOJSON, HTML, JSON, SCHEMA, chosen
from gis_service.api.links import Link, base, itself, link, origin
from gis_service.api.pages import page, text_of
from gis_service.api.queries import Asked, read
from gis_service.api.requests import Asking, Reading, Tongue
from gis_service.store.extents import Extent, Extents
from gis_service.store.periods import LOCAL
from gis_service.store.references import CRS84, REFERENCES, STORED
from gis_service.store.views import layer_named, layers_for
from layers.core.access import Actor
from layers.core.layer import Layer
from layers.core.text import Language, Text

router = APIRouter(include_in_schema=False)
OFFERS = (JSON, HTML)
OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0/"
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"


async def layer_of(
    asking: Asking, name: Annotated[str, Path(alias="collectionId", description="A layer.")]
) -> Layer:
    return layer_named(name, asking)


Chosen = Annotated[Layer, Depends(layer_of)]


@router.get("/collections")
def get_collections(request: Request, db: Reading, asking: Asking, language: Tongue) -> Response:
    """Every layer that the client may see."""
    read(request, Asked)
    format_ = chosen(request, OFFERS)
    body = {
        "title": Text("图层", "Layers")[language],
        "links": [*itself(request, OFFERS, format_, language)],
        "crs": list(REFERENCES),
        "collections": [
            described(request, db, asking, layer, language) for layer in layers_for(asking)
        ],
    }
    if format_ is HTML:
        return page(request, language, "collections.html", body=body, layers=layers_for(asking))
    return answer(request, text_of(body), format_.media_type)


@router.get("/collections/{collectionId}")
def get_collection(
    request: Request, db: Reading, asking: Asking, layer: Chosen, language: Tongue
) -> Response:
    """One layer: what it is, how far it reaches, and where its features are."""
    read(request, Asked)
    format_ = chosen(request, OFFERS)
    body = described(request, db, asking, layer, language)
    body["links"] = [*itself(request, OFFERS, format_, language), *body["links"]]
    if format_ is HTML:
        return page(request, language, "collection.html", body=body, layer=layer)
    return answer(request, text_of(body), format_.media_type)


def described(
    request: Request, db: Connection, actor: Actor, layer: Layer, language: Language
) -> dict[str, Any]:
    """The layer as both `/collections` and its own address say it."""
    extents = cast(Extents, request.app.state.extents)
    body: dict[str, Any] = {
        "id": layer.name,
        "title": layer.title[language],
        "description": layer.description[language],
        "itemType": "feature",
        "crs": list(REFERENCES),
        "links": [*_links(request, layer, language)],
    }
    if layer.geometry:
        body["storageCrs"] = STORED.uri
    if extent := _extent(extents.of(db, actor, layer)):
        body["extent"] = extent
    return body


def _links(request: Request, layer: Layer, language: Language) -> Iterator[Link]:
    here = f"{base(request)}/collections/{layer.name}"
    title = layer.title[language]
    for format_ in (GEOJSON, HTML, CSV):
        href = f"{here}/items?f={format_.key}"
        yield link(href, "items", format_.media_type, f"{title} ({format_.key.upper()})")
    for rel, end, words in (
        ("queryables", "queryables", Text("可查询属性", "What may be asked for")),
        ("schema", "schema", Text("属性定义", "Attributes")),
    ):
        href = f"{here}/{end}"
        yield link(f"{href}?f=json", f"{OGC_REL}{rel}", SCHEMA.media_type, words[language])
        yield link(f"{href}?f=html", f"{OGC_REL}{rel}", HTML.media_type, words[language])
    if layer.geometry:
        vector = Text("矢量瓦片", "Vector tiles")[language]
        yield link(f"{here}/tiles", f"{OGC_REL}tilesets-vector", JSON.media_type, vector)
        tilejson = f"{origin(request)}/tiles/{layer.name}.json"
        yield link(tilejson, "tiles", JSON.media_type, f"{vector} (TileJSON)")


def _extent(extent: Extent) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if extent.box is not None:
        found["spatial"] = {"bbox": [extent.box], "crs": CRS84.uri}
    if extent.starts is not None or extent.ends is not None:
        interval = [_moment(extent.starts), _moment(extent.ends)]
        found["temporal"] = {"interval": [interval], "trs": _GREGORIAN}
    return found


def _moment(moment: date | datetime | None) -> str | None:
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=LOCAL)
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
