"""Filters in CQL2, as text or JSON, made into conditions of a statement.

The `cql2` library parses; here its tree is read against a table of operators. Values are always
parameters, and only attributes that the view holds have a name.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cql2
from sqlalchemy import ColumnElement, FromClause, and_, func, not_, or_

from gis_service.errors import BadParameter
from gis_service.store.cql_operands import Operand, Operands, dated, refuse, timed
from gis_service.store.references import CRS84, Reference
from layers.core.text import Text

LANGUAGES = ("cql2-text", "cql2-json")
DEEPEST = 10
"""Nested brackets. The parser tries each bracket twice over, and its stack has an end."""

COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
SPATIAL: dict[str, str] = {
    "s_intersects": "ST_Intersects",
    "s_disjoint": "ST_Disjoint",
    "s_contains": "ST_Contains",
    "s_within": "ST_Within",
    "s_touches": "ST_Touches",
    "s_crosses": "ST_Crosses",
    "s_overlaps": "ST_Overlaps",
    "s_equals": "ST_Equals",
}
_CALENDAR = ("date", "instant")

_POSITION = re.compile(r"--> (\d+):(\d+)")
_JSON_POSITION = re.compile(r"line (\d+) column (\d+)")
_PREFIXES = re.compile(r"(?:(?:\bnot\b|-)\s*){9}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filter:
    """`reference` is the one that geometries in `text` are written in."""

    text: str
    language: str = LANGUAGES[0]
    reference: Reference = CRS84


def condition(source: FromClause, asked: Filter) -> ColumnElement[bool]:
    """What a filter asks of the rows of `source`. Raises BadParameter: where it fails, and why."""
    if asked.language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise BadParameter(
            "filter-lang",
            Text(f"filter-lang 应为其一:{known}。", f"filter-lang is one of: {known}."),
        )
    tree = _parsed(asked.text, asked.language)
    return _condition(tree, Operands(source, asked.reference, asked.text))


def _parsed(text: str, language: str) -> Any:
    if _depth(text) > DEEPEST or _PREFIXES.search(text):
        refuse(Text(f"嵌套超过 {DEEPEST} 层。", f"Nested deeper than {DEEPEST}."))
    parse = cql2.parse_text if language == "cql2-text" else cql2.parse_json
    try:
        return parse(text).to_json()
    except cql2.ParseError as error:
        said = str(error)
        found = _POSITION.search(said) or _JSON_POSITION.search(said)
        line, column = found.groups() if found else ("1", "1")
        expected = said.rpartition("= ")[2].strip().splitlines()[0]
        refuse(
            Text(
                f"第 {line} 行第 {column} 个字符处有语法错误({expected})。",
                f"Syntax error at line {line}, column {column}: {expected}.",
            )
        )


def _depth(text: str) -> int:
    deepest = depth = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _condition(node: Any, operands: Operands) -> ColumnElement[bool]:
    match node:
        case {"op": "and" | "or" as op, "args": [_, *_] as args}:
            return (and_ if op == "and" else or_)(*(_condition(arg, operands) for arg in args))
        case {"op": "not", "args": [arg]}:
            return not_(_condition(arg, operands))
        case {"op": "isNull", "args": [arg]}:
            return operands.read(arg).sql.is_(None)
        case {"op": "between", "args": [arg, low, high]}:
            return and_(_compared(">=", arg, low, operands), _compared("<=", arg, high, operands))
        case {"op": "in", "args": [arg, [_, *_] as values]}:
            return or_(*(_compared("=", arg, value, operands) for value in values))
        case {"op": "like", "args": [arg, pattern]}:
            return _like(operands.read(arg), operands.read(pattern))
        case {"op": op, "args": [left, right]} if op in COMPARISONS:
            return _compared(op, left, right, operands)
        case {"op": str(op), "args": [left, right]} if op.lower() in SPATIAL:
            return _spatial(SPATIAL[op.lower()], operands.read(left), operands.read(right))
        case {"op": str(op)}:
            refuse(Text(f"不支持运算“{op}”。", f"The operator '{op}' is not supported here."))
    found = operands.read(node)
    if found.kind != "boolean":
        refuse(Text("应为条件。", "Expected a condition."))
    return found.sql


def _compared(op: str, left: Any, right: Any, operands: Operands) -> ColumnElement[bool]:
    a, b = operands.read(left), operands.read(right)
    a, b = _as(a, b), _as(b, a)
    if a.kind != b.kind and not (a.kind in _CALENDAR and b.kind in _CALENDAR):
        refuse(Text(f"{a.kind} 不能与 {b.kind} 比较。", f"{a.kind} does not compare to {b.kind}."))
    if a.kind == "geometry":
        refuse(Text("图形请用 S_EQUALS 比较。", "Compare geometries by S_EQUALS."))
    condition: ColumnElement[bool] = COMPARISONS[op](a.sql, b.sql)
    return condition


def _as(operand: Operand, other: Operand) -> Operand:
    """A word that is compared to a date or an instant is meant as one."""
    if operand.word is None or other.kind not in _CALENDAR:
        return operand
    return dated(operand.word) if other.kind == "date" else timed(operand.word)


def _like(left: Operand, pattern: Operand) -> ColumnElement[bool]:
    if left.kind != "text" or pattern.kind != "text":
        refuse(Text("LIKE 只用于文字。", "LIKE takes text."))
    return left.sql.like(pattern.sql, escape="\\")


def _spatial(function: str, left: Operand, right: Operand) -> ColumnElement[bool]:
    if left.kind != "geometry" or right.kind != "geometry":
        refuse(Text("空间运算只用于图形。", "Spatial operators take geometries."))
    condition: ColumnElement[bool] = getattr(func, function)(left.sql, right.sql)
    return condition
