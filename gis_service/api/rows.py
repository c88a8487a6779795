"""Features as rows: of a table that a person reads, and of a CSV file."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from gis_service.store.columns import Plain, plain
from layers.core.layer import Layer
from layers.core.text import Language, Term, Text

_NOTHING = "–"
_YES, _NO = Text("是", "Yes"), Text("否", "No")
# A spreadsheet takes a text that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a person reads; `to` is the address, below the API's, of the feature it names."""

    text: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    cells: dict[str, Cell]
    geometry: str


def rows_of(layer: Layer, features: str, language: Language) -> Iterator[Row]:
    """The inside of a GeoJSON array as rows, with words for terms and a dash for nothing."""
    types = {name: plain(info) for name, info in layer.fields.items()}
    for feature in json.loads(f"[{features}]", parse_float=Decimal):
        values, shape = feature["properties"], feature["geometry"]
        name = values.get(layer.name_field) if layer.name_field else None
        yield Row(
            id=feature["id"],
            name=name or str(feature["id"]),
            cells={
                attribute: _cell(layer, attribute, types[attribute], value, language)
                for attribute, value in values.items()
            },
            geometry=shape["type"] if shape else _NOTHING,
        )


def _cell(layer: Layer, name: str, type_: Plain, value: Any, language: Language) -> Cell:
    if value is None or value == "":
        return Cell(_NOTHING)
    if isinstance(value, bool):
        return Cell((_YES if value else _NO)[language])
    if issubclass(type_.type, Term):
        return Cell(type_.type(value).label[language])
    if ref := layer.refs.get(name):
        items = f"/collections/{ref.layer}/items"
        return Cell(
            str(value), f"{items}/{value}" if ref.key == "id" else f"{items}?{ref.key}={value}"
        )
    if issubclass(type_.type, datetime):
        return Cell(f"{datetime.fromisoformat(value):%Y-%m-%d %H:%M} UTC")
    return Cell(f"{value:,}" if issubclass(type_.type, Decimal) else str(value))


def csv_of(header: list[str], rows: list[tuple[Any, ...]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return out.getvalue()


def _safe(value: Any) -> Any:
    match value:
        case str() if value.startswith(_FORMULA):
            return f"'{value}"
        case bool():
            return str(value).lower()
        case datetime():
            return value.isoformat()
        case _:
            return value
