"""Pydantic's findings about a request, as errors of ours."""

from collections.abc import Iterable
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from gis_service.errors import BadParameter, GisError, Invalid, NotFound
from gis_service.wording import message
from layers.core.rules import Problem
from layers.core.text import Text

NO_ADDRESS = Text("没有这个地址。", "There is no such address.")
_UNKNOWN_PARAMETER = Text("没有参数“{name}”。", "There is no parameter '{name}'.")


def bad_parameter(error: ValidationError) -> BadParameter:
    return _first(_problem(found, found["loc"]) for found in error.errors())


def invalid(error: ValidationError) -> Invalid:
    """Of a body."""
    return Invalid([_problem(found, found["loc"]) for found in error.errors()])


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
        told = _UNKNOWN_PARAMETER.format(name=name)
    else:
        said = message(found)
        told = Text(f"{name}:{said.zh}。", f"{name}: {said.en}.")
    return Problem(f"parameter.{found['type']}", told, name or None)
