"""Attributes as JSON Schema, read from a layer's declaration."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from gis_service.store.columns import Plain, plain
from layers.core.geometry import Kind
from layers.core.layer import Layer, Private
from layers.core.text import Language, Term, Text

Schema = dict[str, Any]

_GEOMETRY = Text("图形", "Geometry")
_ID = Text("编号", "Id")
_FORMATS: dict[Kind, str] = {
    Kind.POINT: "geometry-point",
    Kind.LINE: "geometry-linestring",
    Kind.POLYGON: "geometry-polygon",
    Kind.MULTIPOLYGON: "geometry-multipolygon",
}


def attribute(layer: Layer, name: str, language: Language) -> Schema:
    """What values of an attribute are, null aside. Amounts are exact decimals, as JSON numbers."""
    declared, about = plain(layer.fields[name]), layer.about(name)
    schema: Schema = {"title": about.title[language], **_type(declared, language)}
    if about.note[language]:
        schema["description"] = about.note[language]
    if about.unit:
        schema["x-ogc-unit"] = about.unit
    if role := _role(layer, name):
        schema["x-ogc-role"] = role
    if ref := layer.refs.get(name):
        schema["x-ogc-collectionId"] = ref.layer
    if name not in layer.attributes.model_fields:
        schema["readOnly"] = True
    return schema


def for_forms(layer: Layer, name: str) -> Schema:
    """What a form asks beside the type: where it begins, which files it takes, who reads it.

    An attribute without a default has to be filled in. One that may be null begins empty.
    """
    info = layer.fields[name]
    told: Schema = {}
    if not info.is_required() and info.default is not None:
        amount = isinstance(info.default, Decimal)
        told["default"] = float(info.default) if amount else to_jsonable_python(info.default)
    if attached := layer.attached.get(name):
        told["x-onemap-attachment"] = [form.value for form in attached.forms]
    if Private in info.metadata:
        told["x-onemap-private"] = True
    return told


def nullable(layer: Layer, name: str) -> bool:
    return plain(layer.fields[name]).nullable


def identifier(language: Language) -> Schema:
    return {"title": _ID[language], "type": "integer", "readOnly": True, "x-ogc-role": "id"}


def geometry(layer: Layer, language: Language) -> Schema:
    assert layer.geometry is not None
    return {
        "title": _GEOMETRY[language],
        "format": _FORMATS.get(layer.geometry, "geometry-any"),
        "x-ogc-role": "primary-geometry",
    }


def with_null(schema: Schema) -> Schema:
    """The same, or nothing."""
    if "oneOf" in schema:
        return {**schema, "type": [schema["type"], "null"], "oneOf": [*schema["oneOf"], _NULL]}
    return {**schema, "type": [schema["type"], "null"]}


_NULL = {"const": None, "title": "–"}


def _type(declared: Plain, language: Language) -> Schema:
    if issubclass(declared.type, Term):
        terms = [{"const": term.value, "title": term.label[language]} for term in declared.type]
        return {"type": "string", "oneOf": terms}
    annotated = Annotated[declared.type, *declared.marks]  # type: ignore[name-defined]
    schema: Schema = TypeAdapter(annotated).json_schema()
    if issubclass(declared.type, Decimal):
        # Read from a number or from text, written as a number.
        [schema] = [kind for kind in schema["anyOf"] if kind["type"] == "number"]
    return schema


def _role(layer: Layer, name: str) -> str | None:
    if layer.period is None or name not in layer.period:
        return None
    if layer.period[1] is None:
        return "primary-instant"
    return "primary-interval-start" if name == layer.period[0] else "primary-interval-end"
