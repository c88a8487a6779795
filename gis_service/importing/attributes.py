"""The attributes of every row, by the layer's own declaration, or what is wrong with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gis_service.files.table import Table
from gis_service.importing.report import Column, Row
from gis_service.importing.values import MISSING, reader
from gis_service.wording import message
from layers.core.layer import Attributes, Layer
from layers.core.rules import Problem
from layers.core.text import Text

Values = dict[str, Any]

_LONGEST_SHOWN = 40


def values(
    layer: Layer, table: Table, columns: Sequence[Column], constants: Mapping[str, str]
) -> list[Values]:
    """What each row's cells mean, by attribute; where a cell says nothing, the constant holds."""
    rows: list[Values] = [{} for _ in range(table.rows)]
    for attribute, word in constants.items():
        meant = reader(layer.attributes.model_fields[attribute])(word)
        for row in rows:
            row[attribute] = meant
    for column in columns:
        if column.attribute is None:
            continue
        read = reader(layer.attributes.model_fields[column.attribute])
        for row, cell in zip(rows, table.columns[column.column], strict=True):
            if (meant := read(cell)) is not MISSING:
                row[column.attribute] = meant
    return rows


def validated(layer: Layer, found: Values, row: Row) -> Attributes | None:
    """The attributes, or none, with every reason in `row` that does not stand there already."""
    explained = {problem.field for problem in row.problems}
    try:
        return layer.attributes.model_validate(found)
    except ValidationError as invalid:
        row.problems += [
            _problem(layer, error) for error in invalid.errors() if error["loc"][0] not in explained
        ]
        return None


def _problem(layer: Layer, error: ErrorDetails) -> Problem:
    name = str(error["loc"][0])
    title = layer.about(name).title
    if error["type"] == "missing":
        return Problem(
            f"{name}.missing", Text(f"缺少{title.zh}。", f"{title.en} is missing."), name
        )
    why = message(error)
    shown = str(error["input"])[:_LONGEST_SHOWN]
    return Problem(
        f"{name}.{error['type']}",
        Text(
            f"{title.zh}的值“{shown}”不合要求:{why.zh}。",
            f"{title.en} {shown!r}: {why.en}.",
        ),
        name,
    )
