"""An OpenAPI 3.1 document said in 3.0, whose schemas are an older and smaller JSON Schema."""

from typing import Any

_DROPPED = frozenset({"$schema", "$id", "propertyNames", "contentMediaType", "jsonSchemaDialect"})
_NULL = {"type": "null"}


def in_30(document: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = _converted(document)
    said["openapi"] = "3.0.3"
    said["info"].pop("summary", None)
    return said


def _converted(node: Any) -> Any:
    if isinstance(node, list):
        return [_converted(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _converted(value) for key, value in node.items() if key not in _DROPPED}
    for step in _STEPS:
        kept = step(kept)
    return kept


def _without_terms(schema: dict[str, Any]) -> dict[str, Any]:
    """A vocabulary of `{const, title}`, already made `{enum: [value]}`, is one `enum`."""
    options = schema.get("oneOf")
    if not options or not all(len(option.get("enum", ())) == 1 for option in options):
        return schema
    rest = {key: value for key, value in schema.items() if key != "oneOf"}
    return {**rest, "enum": [option["enum"][0] for option in options]}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    kinds = schema.get("type")
    if not isinstance(kinds, list):
        return {"nullable": True, "enum": [None]} if kinds == "null" else schema
    [kind] = [kind for kind in kinds if kind != "null"]
    return {**schema, "type": kind, "nullable": True}


def _without_null_alternative(schema: dict[str, Any]) -> dict[str, Any]:
    options = schema.get("anyOf")
    if not isinstance(options, list):
        return schema
    others = [option for option in options if option.get("enum") != [None]]
    if len(others) == len(options):
        return schema
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(others) > 1:
        return {**rest, "anyOf": others, "nullable": True}
    # A reference takes no siblings in 3.0.
    only = {"allOf": others} if "$ref" in others[0] else others[0]
    return {**rest, **only, "nullable": True}


def _constant(schema: dict[str, Any]) -> dict[str, Any]:
    if "const" not in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key != "const"}
    return {**rest, "enum": [schema["const"]]}


def _bounded(schema: dict[str, Any]) -> dict[str, Any]:
    """An exclusive bound is a bound with a flag."""
    said = dict(schema)
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        bound = said.get(exclusive)
        if isinstance(bound, int | float) and not isinstance(bound, bool):
            said[inclusive], said[exclusive] = bound, True
    return said


def _tuple(schema: dict[str, Any]) -> dict[str, Any]:
    kinds = schema.get("prefixItems")
    if not isinstance(kinds, list):
        return schema
    rest = {key: value for key, value in schema.items() if key != "prefixItems"}
    same = all(kind == kinds[0] for kind in kinds)
    return {**rest, "items": kinds[0] if same else {"anyOf": kinds}}


def _exemplified(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema has one example. Those of a parameter or a body are named, and stay."""
    examples = schema.get("examples")
    if not isinstance(examples, list) or not examples:
        return schema
    rest = {key: value for key, value in schema.items() if key != "examples"}
    return {**rest, "example": examples[0]}


_STEPS = (
    _without_terms,
    _nullable,
    _without_null_alternative,
    _constant,
    _bounded,
    _tuple,
    _exemplified,
)
