"""The order of a list, and where in it a page begins.

A page begins after the last feature of the page before it, not at a number of rows: that costs
the same on the thousandth page as on the first, and rows that come and go shift nothing.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Text, and_, cast, false, func, literal, or_

from gis_service.errors import BadParameter
from layers.core import text


@dataclass(frozen=True, slots=True)
class Key:
    name: str
    descending: bool = False


ID = Key("id")
"""Ends every order, so that no two features are equal in it."""


def ordering(view: FromClause, keys: Sequence[Key]) -> list[ColumnElement[Any]]:
    return [_ordered(view.c[key.name], key) for key in keys]


def _ordered(column: ColumnElement[Any], key: Key) -> ColumnElement[Any]:
    direction = column.desc() if key.descending else column.asc()
    # An id is never null, and only a plain order by it is the order of its index.
    return direction if key.name == ID.name else direction.nulls_last()


def cursor(row: FromClause, keys: Sequence[Key]) -> ColumnElement[str]:
    """The place of a row in the order, as JSON text."""
    return cast(func.json_build_array(*(cast(row.c[key.name], Text) for key in keys)), Text)


def token(cursor: str) -> str:
    """A cursor as it stands in an address."""
    return base64.urlsafe_b64encode(cursor.encode()).decode().rstrip("=")


def place(token: str, keys: Sequence[Key]) -> list[str | None]:
    """The inverse of `token`. Raises BadParameter for what is no place in this order."""
    try:
        found: Any = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except (binascii.Error, ValueError):
        found = None
    if (
        isinstance(found, list)
        and len(found) == len(keys)
        and all(isinstance(value, str | None) for value in found)
    ):
        return found
    raise BadParameter("cursor", text.Text("不是本列表的翻页标记。", "Not a page of this list."))


def after(
    view: FromClause, keys: Sequence[Key], values: Sequence[str | None]
) -> ColumnElement[bool]:
    """The rows that come after the one with `values`; in both directions null is last."""
    either: list[ColumnElement[bool]] = []
    same: list[ColumnElement[bool]] = []
    for key, value in zip(keys, values, strict=True):
        column = view.c[key.name]
        bound = cast(literal(value, Text), column.type)
        if value is None:
            same.append(column.is_(None))
            continue
        beyond = column < bound if key.descending else column > bound
        if key.name != ID.name:
            beyond = or_(beyond, column.is_(None))
        either.append(and_(*same, beyond))
        same.append(column == bound)
    return or_(*either) if either else false()
