"""Features that clients send: GeoJSON, in the reference system that `Content-Crs` names."""

from typing import Annotated, Any, TypeVar

import numpy as np
import shapely
from fastapi import Depends
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json, to_json
from shapely.errors import GEOSException
from shapely.geometry.base import BaseGeometry
from starlette.requests import Request

from gis_service.api.asking import reference
from gis_service.api.validation import invalid
from gis_service.editing import Draft, Patch
from gis_service.errors import GisError, Invalid
from gis_service.store.references import CRS84, Reference, stored
from layers.core.layer import Visibility
from layers.core.rules import Problem
from layers.core.text import Text

GEOJSON_TYPES = ("application/geo+json", "application/json", "application/vnd.geo+json")
PATCH_TYPES = ("application/merge-patch+json", *GEOJSON_TYPES)
Model = TypeVar("Model", bound=BaseModel)

_DEEPEST = 20
"""Geometries nest four deep, and no attribute nests at all."""
# What a client may have read with a feature; it means nothing when it is sent back.
_READ_ONLY = frozenset({"id", "links", "bbox", "version"})
_MEMBERS = frozenset({"type", "geometry", "properties", "visibility"}) | _READ_ONLY


class UnknownBody(GisError):
    """The body is of a type that is not understood here."""

    title = Text("不支持的媒体类型", "Unsupported media type")


class BrokenBody(GisError):
    """The body is not JSON."""

    title = Text("请求有误", "Bad request")


async def _body(request: Request) -> bytes:
    return await request.body()


Body = Annotated[bytes, Depends(_body)]


def draft(request: Request, body: bytes) -> Draft:
    """A whole feature. Raises UnknownBody, BrokenBody, BadParameter or Invalid."""
    _expect(request, GEOJSON_TYPES)
    return draft_in(request, body)


def draft_in(request: Request, feature: bytes) -> Draft:
    """A whole feature that is part of a body. Raises BrokenBody, BadParameter or Invalid."""
    members, problems = _members(feature)
    if members.get("type") != "Feature":
        wrong = Text("应为 GeoJSON Feature。", "Expected a GeoJSON Feature.")
        raise Invalid([Problem("body.type", wrong, "type")])
    geometry = _geometry(request, members.get("geometry"), problems)
    properties, visibility = _properties(members, problems), _visibility(members, problems)
    return Draft(properties, geometry, visibility, tuple(problems))


def patch(request: Request, body: bytes) -> Patch:
    """The parts of a feature to change. Raises what `draft` does."""
    _expect(request, PATCH_TYPES)
    members, problems = _members(body)
    geometry = _geometry(request, members.get("geometry"), problems)
    properties, visibility = _properties(members, problems), _visibility(members, problems)
    return Patch(properties, "geometry" in members, geometry, visibility, tuple(problems))


def read_body(body: bytes, model: type[Model]) -> Model:
    """A body that is no feature. Raises Invalid with everything wrong with it."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise invalid(error) from None


def _expect(request: Request, types: tuple[str, ...]) -> None:
    sent = request.headers.get("content-type", types[0]).partition(";")[0].strip().lower()
    if sent not in types:
        known = ", ".join(types)
        raise UnknownBody(Text(f"请求体应为其一:{known}。", f"The body is one of: {known}."))


def _members(body: bytes) -> tuple[dict[str, Any], list[Problem]]:
    try:
        members = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise BrokenBody(
            Text(f"请求体不是有效的 JSON:{error}。", f"The body is not JSON: {error}.")
        ) from None
    if not isinstance(members, dict) or _depth(members) > _DEEPEST:
        wrong = Text("应为一个 JSON 对象。", "Expected one JSON object.")
        raise Invalid([Problem("body.type", wrong)])
    if b"\\u0000" in body:
        wrong = Text("文字中含有空字符。", "A text holds a NUL.")
        raise Invalid([Problem("body.nul", wrong)])
    return members, [
        Problem("body.unknown", Text(f"没有成员“{name}”。", f"No member '{name}'."), name)
        for name in members.keys() - _MEMBERS
    ]


def _depth(value: Any) -> int:
    match value:
        case dict():
            return 1 + max(map(_depth, value.values()), default=0)
        case list():
            return 1 + max(map(_depth, value), default=0)
    return 0


def _properties(members: dict[str, Any], problems: list[Problem]) -> dict[str, Any]:
    properties = members.get("properties")
    if properties is None or isinstance(properties, dict):
        return properties or {}
    wrong = Text("properties 应为对象。", "properties is an object.")
    problems.append(Problem("properties.type", wrong, "properties"))
    return {}


def _visibility(members: dict[str, Any], problems: list[Problem]) -> Visibility | None:
    match members.get("visibility"):
        case None:
            return None
        case str(word) if word in set(Visibility):
            return Visibility(word)
    known = ", ".join(Visibility)
    wrong = Text(f"visibility 应为其一:{known}。", f"visibility is one of: {known}.")
    problems.append(Problem("visibility.enum", wrong, "visibility"))
    return None


def _geometry(request: Request, sent: Any, problems: list[Problem]) -> BaseGeometry | None:
    in_ = _content_crs(request)
    if sent is None:
        return None
    try:
        geometry = stored(shapely.from_geojson(to_json(sent)), in_)
    except GEOSException as error:
        why = str(error).strip().rpartition(": ")[2]
        wrong = Text(f"无法读取图形:{why}。", f"The geometry cannot be read: {why}.")
        problems.append(Problem("geometry.unreadable", wrong, "geometry"))
        return None
    if np.isfinite(shapely.get_coordinates(geometry)).all():
        return geometry
    wrong = Text("坐标超出坐标系的范围。", "Coordinates outside of their reference system.")
    problems.append(Problem("geometry.range", wrong, "geometry"))
    return None


def _content_crs(request: Request) -> Reference:
    """In angle brackets as the standard has it, or without them as QGIS sends it."""
    header = request.headers.get("content-crs")
    if header is None:
        return CRS84
    return reference(header.strip().removeprefix("<").removesuffix(">"), "Content-Crs")
