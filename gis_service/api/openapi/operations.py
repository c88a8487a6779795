"""The operations of the document, in groups, for a page that people read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from layers.core.text import Language, Text

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    id: str
    method: str
    path: str
    summary: str
    parameters: list[Parameter]
    media_types: list[str]


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    operations: list[Operation]


_TITLES = {
    "Service": Text("服务", "Service"),
    "Features": Text("数据", "Features"),
    "Tiles": Text("瓦片", "Tiles"),
    "Public page": Text("公众页面", "Public page"),
}


def groups(document: Json, language: Language) -> list[Group]:
    """By the tag of each operation, in the order in which tags first appear."""
    found: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            operation = Operation(
                id=told["operationId"],
                method=method.upper(),
                path=path,
                summary=told["summary"],
                parameters=[*_parameters(document, told.get("parameters", []))],
                media_types=[*_success(told["responses"]).get("content", ())],
            )
            found.setdefault(told["tags"][0], []).append(operation)
    return [Group(_title(tag)[language], operations) for tag, operations in found.items()]


def _title(tag: str) -> Text:
    return _TITLES.get(tag, Text(tag, tag))


def _success(responses: Json) -> Json:
    """200, or what else stands for it, such as 201 or 204."""
    return next((told for status, told in responses.items() if status.startswith("2")), {})


def _parameters(document: Json, told: list[Json]) -> Iterator[Parameter]:
    for each in told:
        name = each.get("$ref", "").rpartition("/")[2]
        whole = document["components"]["parameters"][name] if name else each
        schema = whole["schema"]
        kinds = [schema, *schema.get("anyOf", ())]
        type_ = next((kind["type"] for kind in kinds if isinstance(kind.get("type"), str)), "")
        yield Parameter(whole["name"], type_, whole.get("description", ""))
