"""What a filter compares: attributes, words, numbers, dates, shapes. Each knows what kind it is."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any, Literal, NoReturn

import shapely
from geoalchemy2 import Geometry
from pydantic import AwareDatetime, TypeAdapter, ValidationError
from shapely.geometry.base import BaseGeometry
from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    DateTime,
    FromClause,
    Numeric,
    String,
    func,
    literal,
)

from gis_service.errors import BadParameter
from gis_service.store.references import Reference, stored
from layers.core.geometry import SRID
from layers.core.text import Text

Kind = Literal["text", "number", "boolean", "date", "instant", "geometry"]

# The first that fits: DateTime is no Date, and Numeric is the base of every number.
_KINDS: tuple[tuple[Any, Kind], ...] = (
    (Geometry, "geometry"),
    (Boolean, "boolean"),
    (DateTime, "instant"),
    (Date, "date"),
    (String, "text"),
)
_UNSEEN = frozenset({"geom_3857", "search_key", "visibility", "version", "updated_at"})
_DATE: TypeAdapter[date] = TypeAdapter(date)
_INSTANT: TypeAdapter[Any] = TypeAdapter(AwareDatetime)


@dataclass(frozen=True, slots=True)
class Operand:
    sql: ColumnElement[Any]
    kind: Kind
    word: str | None = None
    """The text of a literal: it may yet turn out to mean a date."""


def refuse(why: Text) -> NoReturn:
    raise BadParameter("filter", why)


@dataclass(frozen=True, slots=True)
class Operands:
    """Reads the leaves of a filter's tree. `text` is the filter as it was written."""

    source: FromClause
    reference: Reference
    text: str

    def read(self, node: Any) -> Operand:
        match node:
            case bool():
                return Operand(literal(node), "boolean")
            case int() | float():
                return Operand(_number(node), "number")
            case str():
                return Operand(literal(node, String()), "text", node)
            case {"property": str(name)}:
                return self._attribute(name)
            case {"date": str(written)}:
                return dated(written)
            case {"timestamp": str(written)}:
                return timed(written)
            case {"op": "casei", "args": [argument]}:
                inner = self.read(argument)
                if inner.kind != "text":
                    refuse(Text("CASEI 只用于文字。", "CASEI takes text."))
                return Operand(func.lower(inner.sql), "text")
            case {"bbox": [*numbers]} if len(numbers) == 4 and all(map(_is_number, numbers)):
                west, south, east, north = numbers
                return self._shape(shapely.box(west, south, east, north))
            case {"type": str(), "coordinates": _}:
                return self._shape(_from_geojson(node))
            case _:
                shown = json.dumps(node, ensure_ascii=False)[:80]
                refuse(Text(f"不支持 {shown}。", f"{shown} is not supported."))

    def _attribute(self, name: str) -> Operand:
        if name not in self.source.c or name in _UNSEEN:
            column = self.text.find(name) + 1
            refuse(
                Text(
                    f"第 {column} 个字符处:没有属性“{name}”。",
                    f"At character {column}: there is no property '{name}'.",
                )
            )
        sql = self.source.c[name]
        return Operand(sql, next((kind for t, kind in _KINDS if isinstance(sql.type, t)), "number"))

    def _shape(self, shape: BaseGeometry) -> Operand:
        kept = stored(shapely.force_2d(shape), self.reference)
        if not shapely.is_valid(kept) or not all(map(isfinite, kept.bounds)):
            refuse(Text("图形无效或超出坐标系。", "A geometry is invalid or outside of its CRS."))
        return Operand(func.ST_GeomFromWKB(shapely.to_wkb(kept), SRID), "geometry")


def dated(written: str) -> Operand:
    try:
        return Operand(literal(_DATE.validate_python(written), Date()), "date")
    except ValidationError:
        refuse(Text(f"“{written}”不是日期。", f"'{written}' is not a date."))


def timed(written: str) -> Operand:
    try:
        return Operand(literal(_INSTANT.validate_python(written), DateTime(True)), "instant")
    except ValidationError:
        refuse(
            Text(f"“{written}”不是带时区的时刻。", f"'{written}' is not an instant with its zone.")
        )


def _number(value: float) -> ColumnElement[Any]:
    """As a decimal: an amount of yuan is then compared exactly, and a whole number as one."""
    if not isfinite(value):
        refuse(Text("数值过大。", "A number is too large."))
    return literal(Decimal(repr(value)), Numeric())


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and isfinite(value)


def _from_geojson(node: Any) -> BaseGeometry:
    try:
        return shapely.from_geojson(json.dumps(node))
    except shapely.errors.GEOSException:
        refuse(Text("无法读取图形。", "A geometry cannot be read."))
