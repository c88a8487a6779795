"""The document as a whole, for one address of the service and one language."""

from functools import lru_cache
from typing import Any

from fastapi import FastAPI

from gis_service.api.openapi import paths, schemas, writing
from gis_service.api.queries import ItemsAsked
from gis_service.store.reading import attributes
from gis_service.store.views import layers_for
from layers.core.access import Actor
from layers.core.text import Language, Text

Json = dict[str, Any]

VERSION = "1.0.0"
_TITLE = Text("旧改一张图", "Renewal One Map")
_DESCRIPTION = Text(
    "城镇老旧小区改造的开放接口:OGC API Features 1–4。金额为元,精确到分,写作 JSON 数字。",
    "Open data on the renovation of old residential communities by OGC API Features 1 to 4. "
    "Amounts are yuan, exact to the fen, written as JSON numbers.",
)
# FastAPI speaks of its own 422; what is wrong is told as a problem here, in any status.
_FOREIGN = ("HTTPValidationError", "ValidationError")


def document(api: FastAPI, server: str, actor: Actor, language: Language) -> Json:
    """OpenAPI 3.1. `server` is the absolute address of the API."""
    modelled = api.openapi()
    layer_paths, layer_schemas = _of_layers(actor, language)
    models = modelled.get("components", {}).get("schemas", {})
    return {
        "openapi": modelled["openapi"],
        "info": {
            "title": _TITLE[language],
            "description": _DESCRIPTION[language],
            "version": VERSION,
        },
        "servers": [{"url": server}],
        "paths": {
            **layer_paths,
            **{path: _with_problems(told) for path, told in modelled["paths"].items()},
        },
        "components": {
            "schemas": {
                **{name: schema for name, schema in models.items() if name not in _FOREIGN},
                **layer_schemas,
            },
            "parameters": {each["name"]: each for each in paths.parameters(ItemsAsked, language)},
        },
    }


@lru_cache(maxsize=16)
def _of_layers(actor: Actor, language: Language) -> tuple[Json, Json]:
    told = paths.general(language)
    told |= writing.events()
    described = {**schemas.COMMON, **writing.COMMON, "features": schemas.collection_of("feature")}
    for layer in layers_for(actor):
        visible = attributes(layer, actor)
        told |= paths.of_layer(layer, visible, language)
        described |= schemas.of_layer(layer, visible, language)
        writing.add_to(told, layer, language)
        described |= writing.schemas_of(layer, visible, language)
    return told, described


def _with_problems(operations: Json) -> Json:
    return {
        method: {**told, "responses": _answers(told["responses"])}
        for method, told in operations.items()
    }


def _answers(responses: Json) -> Json:
    kept = {status: told for status, told in responses.items() if status != "422"}
    return {**kept, "default": paths.FAILED}
