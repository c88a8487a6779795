"""The addresses of the layers: once for any layer, and once for each with its own attributes."""

from collections.abc import Sequence
from typing import Any

from gis_service.api import describing
from gis_service.api.formats import CSV, GEOJSON, HTML, JSON, SCHEMA, Format
from gis_service.api.openapi.schemas import ref
from gis_service.api.problems import MEDIA_TYPE as PROBLEM
from gis_service.api.queries import Asked, ItemAsked, ItemsAsked
from layers.core.layer import About, Layer
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


def general(language: Language) -> dict[str, Json]:
    """The addresses that serve any layer."""

    def get(id_: str, zh: str, en: str, given: list[Json], answer: Json, **kind: Any) -> Json:
        return _get(id_, Text(zh, en)[language], given, answer, **kind)

    asked, one = parameters(Asked, language), [_COLLECTION]
    features = {"media_type": GEOJSON.media_type, "others": (HTML, CSV)}
    item = [*one, FEATURE, *parameters(ItemAsked, language)]
    schema = {"media_type": SCHEMA.media_type}
    return {
        "/": get("landing_page", "首页", "Landing page", asked, ref("landingPage"), tag="Service"),
        "/conformance": get(
            "conformance",
            "符合的标准",
            "Conformance classes",
            asked,
            ref("conformance"),
            tag="Service",
        ),
        "/collections": get("collections", "图层", "Layers", asked, ref("collections")),
        "/collections/{collectionId}": get(
            "collection", "一个图层", "A layer", [*one, *asked], ref("collection")
        ),
        "/collections/{collectionId}/items": get(
            "items",
            "图层的数据",
            "Features of a layer",
            [*one, *parameters(ItemsAsked, language)],
            ref("features"),
            **features,
        ),
        "/collections/{collectionId}/items/{featureId}": get(
            "item", "一条数据", "A feature", item, ref("feature"), media_type=GEOJSON.media_type
        ),
        "/collections/{collectionId}/queryables": get(
            "queryables",
            "可查询属性",
            "What may be asked for",
            [*one, *asked],
            {"type": "object"},
            **schema,
        ),
        "/collections/{collectionId}/schema": get(
            "schema", "属性定义", "Attributes", [*one, *asked], {"type": "object"}, **schema
        ),
    }


def of_layer(layer: Layer, visible: Sequence[str], language: Language) -> dict[str, Json]:
    """The features of one layer, with a parameter for each of its attributes."""
    here = f"/collections/{layer.name}/items"
    title = layer.title[language]
    described = {name: describing.attribute(layer, name, language) for name in visible}
    one = Text(f"{layer.title.zh}:一条", f"{layer.title.en}: one of them")[language]
    common = [
        {"$ref": f"#/components/parameters/{each['name']}"}
        for each in parameters(ItemsAsked, language)
    ]
    own = [
        _parameter(name, {k: v for k, v in schema.items() if k not in ("readOnly", "title")})
        for name in visible
        for schema in [{"description": layer.about(name).title[language], **described[name]}]
    ]
    return {
        here: _get(
            f"{layer.name}_items",
            title,
            [*common, *own],
            ref(f"{layer.name}_features"),
            media_type=GEOJSON.media_type,
            others=(HTML, CSV),
        ),
        f"{here}/{{featureId}}": _get(
            f"{layer.name}_item",
            one,
            [FEATURE, *parameters(ItemAsked, language)],
            ref(f"{layer.name}_feature"),
            media_type=GEOJSON.media_type,
        ),
    }


def parameters(model: type[Asked], language: Language) -> list[Json]:
    """The fields of a class of parameters, as OpenAPI says them."""
    schemas = model.model_json_schema(by_alias=True)["properties"]
    found = []
    for field, info in model.model_fields.items():
        name = info.alias or field
        [about] = [mark for mark in info.metadata if isinstance(mark, About)]
        told = {k: v for k, v in schemas[name].items() if k != "title"}
        if told.get("default", ...) is None:
            del told["default"]
        if "anyOf" in told:
            [told] = [kind for kind in told["anyOf"] if kind != {"type": "null"}]
        found.append(_parameter(name, {**told, "description": about.title[language]}))
    return found


def _parameter(name: str, schema: Json) -> Json:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "style": "form",
        "explode": False,
        "schema": {k: v for k, v in schema.items() if k != "description"},
        "description": schema["description"],
    }


def _get(
    id_: str,
    summary: str,
    parameters: list[Json],
    schema: Json,
    media_type: str = JSON.media_type,
    others: tuple[Format, ...] = (HTML,),
    tag: str = "Features",
) -> Json:
    text: Json = {"schema": {"type": "string"}}
    content = {media_type: {"schema": schema}, **{other.media_type: text for other in others}}
    answers: Json = {
        "200": {"description": summary, "content": content},
        "304": {"description": "What the client has still stands."},
        "400": FAILED,
    }
    if any(each.get("in") == "path" for each in parameters):
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
