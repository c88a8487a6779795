"""Pydantic's findings, said in both languages."""

from collections.abc import Iterable
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from gis_service.errors import BadParameter, GisError, Invalid, NotFound
from layers.core.rules import Problem
from layers.core.text import Text

# By the type of the error; `{…}` is filled in from its context.
_ZH: dict[str, str] = {
    "extra_forbidden": "没有这个参数",
    "missing": "缺少此项",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "float_parsing": "应为数字",
    "float_type": "应为数字",
    "decimal_parsing": "应为十进制数",
    "bool_parsing": "应为 true 或 false",
    "date_from_datetime_parsing": "应为日期,如 2026-11-24",
    "datetime_from_date_parsing": "应为带时区的时刻,如 2026-11-24T08:00:00+08:00",
    "datetime_parsing": "应为带时区的时刻,如 2026-11-24T08:00:00+08:00",
    "timezone_aware": "时刻缺少时区",
    "enum": "应为其一:{expected}",
    "literal_error": "应为其一:{expected}",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "应不大于 {le}",
    "string_too_long": "最多 {max_length} 个字符",
    "string_too_short": "至少 {min_length} 个字符",
    "string_pattern_mismatch": "格式应为 {pattern}",
    "json_invalid": "不是有效的 JSON",
}
NO_ADDRESS = Text("没有这个地址。", "There is no such address.")
_UNKNOWN_PARAMETER = Text("没有参数“{name}”。", "There is no parameter '{name}'.")


def bad_parameter(error: ValidationError) -> BadParameter:
    return _first(_problem(found, found["loc"]) for found in error.errors())


def of_request(error: RequestValidationError) -> GisError:
    """422 for a body that cannot be used, 400 for a parameter, 404 for an address."""
    found = error.errors()
    if any(each["loc"][0] == "path" for each in found):
        return NotFound(NO_ADDRESS)
    problems = [_problem(each, each["loc"][1:]) for each in found]
    if any(each["loc"][0] == "body" for each in found):
        return Invalid(problems)
    return _first(problems)


def unknown_parameter(name: str) -> BadParameter:
    return BadParameter(name, _UNKNOWN_PARAMETER.format(name=name))


def _first(problems: Iterable[Problem]) -> BadParameter:
    """All problems, summed up by the first of them."""
    told = list(problems)
    error = BadParameter(told[0].field or "", told[0].message)
    error.problems = told
    return error


def _problem(found: Any, loc: tuple[int | str, ...]) -> Problem:
    name = ".".join(str(part) for part in loc)
    if found["type"] == "extra_forbidden":
        message = _UNKNOWN_PARAMETER.format(name=name)
    else:
        zh = _ZH.get(found["type"], found["msg"]).format(**found.get("ctx", {}))
        message = Text(f"{name}:{zh}。", f"{name}: {found['msg']}.")
    return Problem(f"parameter.{found['type']}", message, name or None)
