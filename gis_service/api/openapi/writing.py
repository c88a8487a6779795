"""How the features of each layer are created, changed, deleted, remembered and watched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gis_service.api import describing
from gis_service.api.bodies import GEOJSON_TYPES, PATCH_TYPES
from gis_service.api.formats import GEOJSON, JSON
from gis_service.api.methods import methods
from gis_service.api.openapi.paths import FAILED, FEATURE, parameters
from gis_service.api.openapi.schemas import ref
from gis_service.api.past import HistoryAsked, Restored
from gis_service.api.queries import Asked
from gis_service.store.references import CRS84, REFERENCES
from layers.core.layer import Layer, Visibility
from layers.core.text import Language, Text

Json = dict[str, Any]

COMMON: dict[str, Json] = {
    "restored": Restored.model_json_schema(),
    "history": {
        "type": "object",
        "required": ["layer", "id", "versions"],
        "properties": {
            "layer": {"type": "string"},
            "id": {"type": "integer"},
            "versions": {"type": "array", "items": {"type": "object"}},
            "links": {"type": "array", "items": ref("link")},
        },
    },
}


def _header(name: str, description: str, *, required: bool = False, **schema: Any) -> Json:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "schema": {"type": "string", **schema},
        "description": description,
    }


_IF_MATCH = _header("If-Match", "ETag of the version that is changed, or *.", required=True)
_CONTENT_CRS = _header(
    "Content-Crs",
    "CRS of the geometry that is sent, in angle brackets.",
    enum=[f"<{uri}>" for uri in REFERENCES],
    default=f"<{CRS84.uri}>",
)
_KEY = _header("Idempotency-Key", "The same key and body are answered again.", maxLength=200)


def add_to(paths: dict[str, Json], layer: Layer, language: Language) -> None:
    """Adds to the layer's addresses the methods that they take."""
    items, item = (
        f"/collections/{layer.name}/items",
        f"/collections/{layer.name}/items/{{featureId}}",
    )
    history = f"{item}/history"
    paths[history] = {}
    ways = [way for way in _WAYS if way.method in methods(layer, item=way.item)]
    if "PUT" in methods(layer, item=True):
        ways.append(_RESTORE)
        paths[f"{item}/restore"] = {}
    for way in (*ways, _HISTORY):
        path = f"{item if way.item else items}{way.below}"
        paths[path][way.method.lower()] = _operation(way, layer, language)


@dataclass(frozen=True, slots=True)
class _Way:
    """One operation of every layer that takes it. `body` and `answer` end schemas' names."""

    key: str
    method: str
    title: Text
    parameters: list[Json]
    body: str | None = None
    types: tuple[str, ...] = ()
    answer: str | None = "feature"
    status: str = "200"
    item: bool = True
    below: str = ""


_ASKED = parameters(Asked, "en")
_CHANGING = [*_ASKED, _IF_MATCH, _KEY]
_CREATE = _Way(
    "create",
    "POST",
    Text("新增", "Add one"),
    [*_ASKED, _CONTENT_CRS, _KEY],
    body="draft",
    types=GEOJSON_TYPES,
    status="201",
    item=False,
)
_REPLACE = _Way(
    "replace",
    "PUT",
    Text("整体替换", "Replace one"),
    [*_CHANGING, _CONTENT_CRS],
    body="draft",
    types=GEOJSON_TYPES,
)
_UPDATE = _Way(
    "update",
    "PATCH",
    Text("部分修改", "Change parts of one"),
    [*_CHANGING, _CONTENT_CRS],
    body="patch",
    types=PATCH_TYPES,
)
_DELETE = _Way("delete", "DELETE", Text("删除", "Delete one"), _CHANGING, answer=None, status="204")
_WAYS = (_CREATE, _REPLACE, _UPDATE, _DELETE)
_RESTORE = _Way(
    "restore",
    "POST",
    Text("恢复某一版本", "Bring a version back"),
    [*_ASKED, {**_IF_MATCH, "required": False}, _KEY],
    body="restored",
    types=(JSON.media_type,),
    below="/restore",
)
_HISTORY = _Way(
    "history",
    "GET",
    Text("历史版本", "Every version of one"),
    parameters(HistoryAsked, "en"),
    answer="history",
    below="/history",
)
_SHARED = ("restored", "history")
_REFUSALS: dict[str, tuple[str, ...]] = {
    "GET": ("400", "401", "404"),
    "POST": ("400", "401", "403", "404", "409", "412", "415", "422", "428"),
    "PUT": ("400", "401", "403", "404", "409", "412", "415", "422", "428"),
    "PATCH": ("400", "401", "403", "404", "409", "412", "415", "422", "428"),
    "DELETE": ("400", "401", "403", "404", "409", "412", "422", "428"),
}


def _operation(way: _Way, layer: Layer, language: Language) -> Json:
    success: Json = {"description": way.title[language]}
    if way.answer:
        media_type = JSON.media_type if way.answer in _SHARED else GEOJSON.media_type
        success["content"] = {media_type: {"schema": _schema(way.answer, layer)}}
    told: Json = {
        "operationId": f"{layer.name}_{way.key}",
        "summary": f"{layer.title[language]}: {way.title[language]}",
        "tags": ["Features"],
        "parameters": [FEATURE, *way.parameters] if way.item else way.parameters,
        "responses": {
            way.status: success,
            **dict.fromkeys(_REFUSALS[way.method], FAILED),
            "default": FAILED,
        },
    }
    if way.body:
        schema = _schema(way.body, layer)
        content = {type_: {"schema": schema} for type_ in way.types}
        told["requestBody"] = {"required": True, "content": content}
    return told


def _schema(end: str, layer: Layer) -> Json:
    return ref(end if end in _SHARED else f"{layer.name}_{end}")


def events() -> dict[str, Json]:
    """The stream of public changes."""
    schema: Json = {"type": "string", "description": "Server-sent events."}
    answers = {
        "200": {"description": "A stream.", "content": {"text/event-stream": {"schema": schema}}}
    }
    last = _header("Last-Event-ID", "How far the client had read before.")
    return {
        "/events": {
            "get": {
                "operationId": "events",
                "summary": "Public changes as they happen",
                "tags": ["Service"],
                "parameters": [*parameters(Asked, "en"), last],
                "responses": {**answers, "default": FAILED},
            }
        }
    }


def schemas_of(layer: Layer, visible: Sequence[str], language: Language) -> dict[str, Json]:
    """`<layer>_draft`, a whole feature as it is sent, and `<layer>_patch`, parts of one."""
    declared = layer.attributes.model_fields
    names = [name for name in visible if name in declared]
    values = {name: describing.attribute(layer, name, language) for name in names}
    whole = {
        name: describing.with_null(schema) if describing.nullable(layer, name) else schema
        for name, schema in values.items()
    }
    needed = [name for name in names if declared[name].is_required()]
    shape: Json = {"type": "null"}
    if layer.geometry is not None:
        shape = ref("geometry")
        if not layer.geometry_required:
            shape = {"anyOf": [shape, {"type": "null"}]}
    members: Json = {
        "geometry": shape,
        "visibility": {"type": "string", "enum": [*Visibility]},
    }
    return {
        f"{layer.name}_draft": {
            "type": "object",
            "required": ["type", "geometry", "properties"],
            "properties": {
                "type": {"type": "string", "enum": ["Feature"]},
                **members,
                "properties": {
                    "type": "object",
                    "properties": whole,
                    **({"required": needed} if needed else {}),
                },
            },
        },
        f"{layer.name}_patch": {
            "type": "object",
            "properties": {
                **members,
                "properties": {
                    "type": "object",
                    "properties": {name: describing.with_null(s) for name, s in values.items()},
                },
            },
        },
    }
