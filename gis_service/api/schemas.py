"""What a layer's attributes are, and which of them may be asked for, as JSON Schema."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api import describing
from gis_service.api.answers import answer
from gis_service.api.collections import Chosen
from gis_service.api.formats import HTML, SCHEMA, chosen
from gis_service.api.links import base
from gis_service.api.pages import page, text_of
from gis_service.api.queries import Asked, read
from gis_service.api.requests import Asking, Tongue
from gis_service.store.reading import attributes
from layers.core.layer import Layer
from layers.core.text import Language

router = APIRouter(include_in_schema=False)
OFFERS = (SCHEMA, HTML)


@router.get("/collections/{collectionId}/queryables")
def get_queryables(request: Request, asking: Asking, layer: Chosen, language: Tongue) -> Response:
    """The attributes that parameters and filters may name."""
    visible = attributes(layer, asking)
    return _answer(request, layer, "queryables", language, queryables(layer, visible, language))


@router.get("/collections/{collectionId}/schema")
def get_schema(request: Request, asking: Asking, layer: Chosen, language: Tongue) -> Response:
    """The attributes of the layer's features."""
    visible = attributes(layer, asking)
    return _answer(request, layer, "schema", language, properties(layer, visible, language))


def queryables(layer: Layer, visible: Sequence[str], language: Language) -> dict[str, Any]:
    return _object(
        layer, language, {name: describing.attribute(layer, name, language) for name in visible}
    )


def properties(layer: Layer, visible: Sequence[str], language: Language) -> dict[str, Any]:
    named = {"x-onemap-name": layer.name_field} if layer.name_field else {}
    return {
        **_object(layer, language, {name: _property(layer, name, language) for name in visible}),
        **named,
        "required": [name for name in visible if not describing.nullable(layer, name)],
    }


def _property(layer: Layer, name: str, language: Language) -> dict[str, Any]:
    schema = describing.attribute(layer, name, language)
    if describing.nullable(layer, name):
        schema = describing.with_null(schema)
    return {**schema, **describing.for_forms(layer, name)}


def _object(layer: Layer, language: Language, described: dict[str, Any]) -> dict[str, Any]:
    shape = {"geometry": describing.geometry(layer, language)} if layer.geometry else {}
    return {
        "title": layer.title[language],
        "description": layer.description[language],
        "type": "object",
        "properties": {"id": describing.identifier(language), **shape, **described},
        "additionalProperties": False,
    }


def _answer(
    request: Request, layer: Layer, end: str, language: Language, schema: dict[str, Any]
) -> Response:
    read(request, Asked)
    format_ = chosen(request, OFFERS)
    if format_ is HTML:
        return page(request, language, "schema.html", layer=layer, end=end, schema=schema)
    body = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{base(request)}/collections/{layer.name}/{end}",
        **schema,
    }
    return answer(request, text_of(body), format_.media_type)
