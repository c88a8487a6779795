"""What the layers' addresses answer, as schemas of an OpenAPI document."""

from collections.abc import Sequence
from typing import Any

from gis_service.api import describing
from gis_service.api.schemas import properties
from layers.core.layer import Layer, Visibility
from layers.core.text import Language

Schema = dict[str, Any]


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(required: list[str], **fields: Schema) -> Schema:
    needed = {"required": required} if required else {}
    return {"type": "object", **needed, "properties": fields}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_TEXT: Schema = {"type": "string"}
_URI: Schema = {"type": "string", "format": "uri"}
_LINKS = _list(ref("link"))
_EXTENT = _object(
    [],
    spatial=_object(
        [],
        bbox=_list({"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}),
        crs=_URI,
    ),
    temporal=_object(
        [],
        interval=_list(
            {
                "type": "array",
                "items": {"type": ["string", "null"], "format": "date-time"},
                "minItems": 2,
                "maxItems": 2,
            }
        ),
        trs=_URI,
    ),
)

COMMON: dict[str, Schema] = {
    "link": _object(["href", "rel"], href=_URI, rel=_TEXT, type=_TEXT, title=_TEXT),
    "landingPage": _object(["links"], title=_TEXT, description=_TEXT, links=_LINKS),
    "conformance": _object(["conformsTo"], conformsTo=_list(_URI)),
    "collection": _object(
        ["id", "links"],
        id=_TEXT,
        title=_TEXT,
        description=_TEXT,
        itemType=_TEXT,
        crs=_list(_URI),
        storageCrs=_URI,
        extent=_EXTENT,
        links=_LINKS,
    ),
    "collections": _object(
        ["links", "collections"], links=_LINKS, collections=_list(ref("collection"))
    ),
    "geometry": _object(
        ["type", "coordinates"],
        type={
            "type": "string",
            "enum": ["Point", "LineString", "Polygon", "MultiPoint", "MultiPolygon"],
        },
        coordinates={"type": "array", "items": {}},
    ),
    "feature": _object(
        ["type", "geometry", "properties"],
        type={"type": "string", "enum": ["Feature"]},
        id={"type": "integer"},
        geometry={"anyOf": [ref("geometry"), {"type": "null"}]},
        properties={"type": "object"},
        links=_LINKS,
    ),
    "problem": _object(
        ["type", "title", "status", "detail", "problems"],
        type=_URI,
        title=_TEXT,
        status={"type": "integer"},
        detail=_TEXT,
        problems=_list(
            _object(
                ["code", "message", "severity"],
                code=_TEXT,
                field={"type": ["string", "null"]},
                message=_TEXT,
                citation={"type": ["string", "null"]},
                severity={"type": "string", "enum": ["info", "minor", "major", "critical"]},
                geometry={"anyOf": [ref("geometry"), {"type": "null"}]},
            )
        ),
    ),
}


def collection_of(feature: str) -> Schema:
    """A page of features; `feature` names the schema of each."""
    return _object(
        ["type", "features"],
        type={"type": "string", "enum": ["FeatureCollection"]},
        features=_list(ref(feature)),
        links=_LINKS,
        timeStamp={"type": "string", "format": "date-time"},
        numberMatched={"type": "integer", "minimum": 0},
        numberReturned={"type": "integer", "minimum": 0},
    )


def of_layer(layer: Layer, visible: Sequence[str], language: Language) -> dict[str, Schema]:
    """`<layer>_feature` with typed properties, and `<layer>_features`, a page of them."""
    described = properties(layer, visible, language)
    typed: Schema = {
        "type": "object",
        "title": layer.title[language],
        "properties": {name: described["properties"][name] for name in visible},
        "required": [*visible],
    }
    shape = ref("geometry")
    if layer.geometry is None:
        shape = {"type": "null"}
    elif not layer.geometry_required:
        shape = {"anyOf": [shape, {"type": "null"}]}
    return {
        f"{layer.name}_feature": _object(
            ["type", "id", "geometry", "properties"],
            type={"type": "string", "enum": ["Feature"]},
            id=describing.identifier(language),
            geometry=shape,
            properties=typed,
            # How the row stands is told to staff alone.
            version={"type": "integer", "minimum": 1, "readOnly": True},
            visibility={"type": "string", "enum": [*Visibility]},
            links=_LINKS,
        ),
        f"{layer.name}_features": collection_of(f"{layer.name}_feature"),
    }
