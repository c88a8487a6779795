"""The features of a layer: pages of them, and each by its id."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path
from sqlalchemy import FromClause
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.asking import reference, wanted
from gis_service.api.collections import Chosen
from gis_service.api.conditions import version_tag
from gis_service.api.formats import CSV, GEOJSON, HTML, JSON, chosen
from gis_service.api.links import Link, address, base, itself, link
from gis_service.api.moments import instant
from gis_service.api.pages import page, text_of
from gis_service.api.queries import ItemAsked, query_of, read
from gis_service.api.requests import Asking, Reading, Tongue
from gis_service.api.rows import csv_of, rows_of
from gis_service.errors import NotFound
from gis_service.store import accesses, reading
from gis_service.store.references import CRS84, Reference
from gis_service.store.views import past_view, view
from layers.core.access import Actor
from layers.core.layer import Layer
from layers.core.text import Language, Text

router = APIRouter(include_in_schema=False)
OFFERS = (GEOJSON, HTML, CSV)
ITEM_OFFERS = (GEOJSON, HTML)
_BIGINT = 1 << 63


@router.get("/collections/{collectionId}/items")
def get_items(
    request: Request, db: Reading, asking: Asking, layer: Chosen, language: Tongue
) -> Response:
    """One page of a layer's features."""
    source = _source(request, layer, asking)
    visible = tuple(reading.names(layer, source))
    wants = wanted(visible, read(request, query_of(layer.name, visible)))
    format_ = chosen(request, OFFERS)
    if format_ is CSV:
        header, rows, next_ = reading.table(db, source, layer, wants)
        accesses.note(db, asking, layer, [row[0] for row in rows])
        headers = _content_crs(wants.reference)
        if next_ is not None:
            headers["Link"] = f'<{address(request, cursor=next_)}>; rel="next"'
        return answer(request, csv_of(header, rows), f"{CSV.media_type}; charset=utf-8", headers)
    found = reading.page(db, source, layer, wants)
    accesses.note(db, asking, layer, found.ids)
    links = [*itself(request, OFFERS, format_, language), _collection(request, layer, language)]
    if found.next is not None:
        href = address(request, cursor=found.next)
        links.insert(1, link(href, "next", format_.media_type, Text("下一页", "Next")[language]))
    if format_ is HTML:
        shown = [*rows_of(layer, found.features, language)]
        return page(
            request, language, "items.html", layer=layer, found=found, links=links, rows=shown
        )
    body = _collection_text(found, links)
    stamped = f'{body},"timeStamp":"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}}'
    return answer(request, stamped, GEOJSON.media_type, _content_crs(wants.reference), stable=body)


@router.get("/collections/{collectionId}/items/{featureId}")
def get_item(
    request: Request,
    db: Reading,
    asking: Asking,
    layer: Chosen,
    language: Tongue,
    id_: Annotated[str, Path(alias="featureId", description="A feature.")],
) -> Response:
    """One feature."""
    asked = read(request, ItemAsked)
    in_ = reference(asked.crs, "crs")
    format_ = chosen(request, ITEM_OFFERS)
    found = reading.item(db, _source(request, layer, asking), layer, number(id_, layer), in_)
    accesses.note(db, asking, layer, [found.id])
    if format_ is HTML:
        [row] = rows_of(layer, found.text, language)
        return page(request, language, "item.html", layer=layer, row=row)
    return item_answer(request, layer, found, language, in_)


def _source(request: Request, layer: Layer, actor: Actor) -> FromClause:
    """The layer as the actor may see it, now or at the moment that they ask for."""
    asked = request.query_params.get("as_of")
    if asked is None:
        return view(layer, actor)
    return past_view(layer, actor, instant(asked, "as_of"))


def item_answer(
    request: Request, layer: Layer, found: reading.Item, language: Language, in_: Reference = CRS84
) -> Response:
    """A feature as GeoJSON; for those who may change it, its ETag names the version."""
    links = [
        *itself(request, ITEM_OFFERS, GEOJSON, language),
        _collection(request, layer, language),
    ]
    return answer(
        request,
        f'{found.text[:-1]},"links":{text_of(links)}}}',
        GEOJSON.media_type,
        _content_crs(in_),
        version=version_tag(layer.name, found.id, found.version) if found.version else "",
    )


def _collection_text(found: reading.Page, links: list[Link]) -> str:
    """A GeoJSON collection without its closing brace."""
    matched = "" if found.matched is None else f'"numberMatched":{found.matched},'
    return (
        f'{{"type":"FeatureCollection",{matched}"numberReturned":{found.returned},'
        f'"links":{text_of(links)},"features":[{found.features}]'
    )


def _collection(request: Request, layer: Layer, language: Language) -> Link:
    href = f"{base(request)}/collections/{layer.name}"
    return link(href, "collection", JSON.media_type, layer.title[language])


def _content_crs(reference: Reference) -> dict[str, str]:
    return {"Content-Crs": f"<{reference.uri}>"}


def number(id_: str, layer: Layer) -> int:
    """What is no number names no feature."""
    if id_.isascii() and id_.isdigit() and int(id_) < _BIGINT:
        return int(id_)
    raise NotFound(Text(f"{layer.title.zh}中没有 {id_}。", f"{layer.title.en} have no {id_}."))
