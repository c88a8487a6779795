"""The addresses of the layers: once for any layer, and once for each with its own attributes."""

from typing import Any

from gis_service.api import describing
from gis_service.api.formats import CSV, GEOJSON, HTML, JSON, SCHEMA
from gis_service.api.openapi.schemas import ref
from gis_service.api.problems import MEDIA_TYPE as PROBLEM
from gis_service.api.queries import Asked, ItemAsked, ItemsAsked
from layers.core.layer import Layer
from layers.core.text import Language, Text

Json = dict[str, Any]

FAILED: Json = {
    "description": "What went wrong, in the client's language.",
    "content": {PROBLEM: {"schema": ref("problem")}},
}
_COLLECTION: Json = {
    "name": "collectionId",
    "in": "path",
    "required": True,
    "schema": {"type": "string"},
    "description": "Name of a layer.",
}
FEATURE: Json = {
    "name": "featureId",
    "in": "path",
    "required": True,
    "schema": {"type": "string"},
    "description": "Id of a feature.",
}


def general() -> dict[str, Json]:
    """The addresses that serve any layer."""
    asked = parameters(Asked)
    one = [_COLLECTION]
    return {
        "/": _get("landing_page", "Landing page", "Service", asked, ref("landingPage")),
        "/conformance": _get(
            "conformance", "Conformance classes", "Service", asked, ref("conformance")
        ),
        "/collections": _get("collections", "Layers", "Features", asked, ref("collections")),
        "/collections/{collectionId}": _get(
            "collection", "A layer", "Features", [*one, *asked], ref("collection")
        ),
        "/collections/{collectionId}/items": _features(
            "items", "Features of a layer", [*one, *parameters(ItemsAsked)], "features"
        ),
        "/collections/{collectionId}/items/{featureId}": _feature(
            "item", "A feature", [*one, FEATURE, *parameters(ItemAsked)], "feature"
        ),
        "/collections/{collectionId}/queryables": _schema("queryables", [*one, *asked]),
        "/collections/{collectionId}/schema": _schema("schema", [*one, *asked]),
    }


def of_layer(layer: Layer, visible: list[str], language: Language) -> dict[str, Json]:
    """The features of one layer, with a parameter for each of its attributes."""
    here = f"/collections/{layer.name}/items"
    title = layer.title[language]
    one = Text(f"{layer.title.zh}:一条", f"{layer.title.en}: one of them")[language]
    common = [{"$ref": f"#/components/parameters/{p['name']}"} for p in parameters(ItemsAsked)]
    own = [
        _parameter(name, {k: v for k, v in schema.items() if k != "readOnly"})
        for name in visible
        for schema in [describing.attribute(layer, name, language)]
    ]
    return {
        here: _features(f"{layer.name}_items", title, [*common, *own], f"{layer.name}_features"),
        f"{here}/{{featureId}}": _feature(
            f"{layer.name}_item",
            one,
            [FEATURE, *parameters(ItemAsked)],
            f"{layer.name}_feature",
        ),
    }


def parameters(model: type[Asked]) -> list[Json]:
    """The fields of a class of parameters, as OpenAPI says them."""
    found = []
    for name, schema in model.model_json_schema(by_alias=True)["properties"].items():
        told = {k: v for k, v in schema.items() if k not in ("title", "description")}
        if told.get("default", ...) is None:
            del told["default"]
        if "anyOf" in told:
            [told] = [kind for kind in told["anyOf"] if kind != {"type": "null"}]
        found.append(_parameter(name, told, schema["description"]))
    return found


def _parameter(name: str, schema: Json, description: str | None = None) -> Json:
    told = {k: v for k, v in schema.items() if k not in ("title", "description")}
    said = description or schema.get("description") or schema.get("title", name)
    return {
        "name": name,
        "in": "query",
        "required": False,
        "style": "form",
        "explode": False,
        "schema": told,
        "description": said,
    }


def _features(id_: str, summary: str, parameters: list[Json], answer: str) -> Json:
    return _get(id_, summary, "Features", parameters, ref(answer), GEOJSON.media_type, (HTML, CSV))


def _feature(id_: str, summary: str, parameters: list[Json], answer: str) -> Json:
    return _get(id_, summary, "Features", parameters, ref(answer), GEOJSON.media_type)


def _schema(name: str, parameters: list[Json]) -> Json:
    return _get(
        name, name.capitalize(), "Features", parameters, {"type": "object"}, SCHEMA.media_type
    )


def _get(
    id_: str,
    summary: str,
    tag: str,
    parameters: list[Json],
    schema: Json,
    media_type: str = JSON.media_type,
    others: tuple[Any, ...] = (HTML,),
) -> Json:
    text: Json = {"schema": {"type": "string"}}
    content = {media_type: {"schema": schema}, **{other.media_type: text for other in others}}
    answers: Json = {"200": {"description": summary, "content": content}}
    answers["304"] = {"description": "What the client has still stands."}
    answers["400"] = FAILED
    if any(p.get("in") == "path" for p in parameters):
        answers["404"] = FAILED
    answers["default"] = FAILED
    return {
        "get": {
            "operationId": id_,
            "summary": summary,
            "tags": [tag],
            "parameters": parameters,
            "responses": answers,
        }
    }
