"""What went wrong, as `application/problem+json` (RFC 9457) in the client's language.

One table gives each error of ours its status. What others raise (the framework, the database) is
translated once, in `foreign`; what nobody foresaw is 500 and tells the client nothing but that.
"""

from collections.abc import Callable, Coroutine
from typing import Any

import psycopg
from fastapi.exceptions import RequestValidationError
from pydantic_core import to_json
from shapely.geometry import mapping
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from gis_service.api.bodies import BrokenBody, UnknownBody
from gis_service.api.conditions import version_tag
from gis_service.api.foreign import Foreign, translated
from gis_service.api.languages import language_of
from gis_service.api.methods import MethodNotAllowed
from gis_service.api.repeating import KeyReused
from gis_service.errors import (
    BadParameter,
    Conflict,
    GisError,
    Invalid,
    NoCondition,
    NotFound,
    NotPermitted,
    NotSignedIn,
    NotWritable,
    Stale,
    TooMany,
    Unavailable,
)
from gis_service.files.errors import FileRefused
from layers.core.rules import Problem
from layers.core.text import Language, Text

MEDIA_TYPE = "application/problem+json"

STATUSES: dict[type[GisError], int] = {
    BadParameter: 400,
    BrokenBody: 400,
    NotSignedIn: 401,
    NotPermitted: 403,
    NotFound: 404,
    MethodNotAllowed: 405,
    NotWritable: 405,
    Conflict: 409,
    Stale: 412,
    UnknownBody: 415,
    Invalid: 422,
    FileRefused: 422,
    KeyReused: 422,
    NoCondition: 428,
    TooMany: 429,
    Unavailable: 503,
}
RETRY_AFTER_S = 5
CLIENT_GONE = 499

_UNFORESEEN = Text("服务器内部错误,已记录。", "An internal error; it has been recorded.")


def problem_response(request: Request, error: Exception) -> Response:
    """The answer to a request that failed with `error`."""
    known = error if isinstance(error, GisError) else translated(error)
    if known is None:
        known = GisError(_UNFORESEEN)
    status = status_of(known)
    language = language_of(request)
    headers = _headers(known, status)
    return Response(
        to_json(_body(known, status, language)),
        status,
        {
            **headers,
            "Access-Control-Allow-Origin": "*",
            "Cache-Control": "no-store",
            "Content-Language": language,
            "Vary": "Accept-Language",
        },
        MEDIA_TYPE,
    )


def _headers(error: GisError, status: int) -> dict[str, str]:
    match error:
        case Foreign() | MethodNotAllowed():
            return dict(error.headers)
        case Stale(current={"id": id_, "version": version}):
            return {"ETag": f'"{version_tag(error.layer, id_, version)}"'}
        case TooMany():
            return {"Retry-After": str(error.wait_s)}
        case NotSignedIn():
            return {"WWW-Authenticate": error.challenge}
    return {"Retry-After": str(RETRY_AFTER_S)} if status == STATUSES[Unavailable] else {}


def status_of(error: GisError) -> int:
    if isinstance(error, Foreign):
        return error.status
    return next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 500)


def _body(error: GisError, status: int, language: Language) -> dict[str, Any]:
    return {
        # What HTTP itself says has no type of its own.
        "type": "about:blank"
        if isinstance(error, Foreign)
        else f"urn:onemap:problem:{_kebab(type(error).__name__)}",
        "title": error.title[language],
        "status": status,
        "detail": error.detail[language],
        "problems": [_problem(problem, language) for problem in error.problems],
        **error.members,
    }


def _problem(problem: Problem, language: Language) -> dict[str, Any]:
    return {
        "code": problem.code,
        "field": problem.field,
        "message": problem.message[language],
        "citation": problem.citation,
        "severity": problem.severity.value,
        "geometry": None if problem.geometry is None else mapping(problem.geometry),
    }


def _kebab(name: str) -> str:
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


async def _handled(request: Request, error: Exception) -> Response:
    """Lets pass what nobody foresaw: it is logged further out."""
    if not isinstance(error, GisError) and translated(error) is None:
        raise error
    return problem_response(request, error)


async def _unforeseen(request: Request, error: Exception) -> Response:
    return problem_response(request, error)


async def _gone(request: Request, error: Exception) -> Response:
    """Who is gone before the request was read: nothing was done, and nobody reads this. The status
    tells the figures apart from failures; it is nginx's, for HTTP has none."""
    return Response(status_code=CLIENT_GONE)


HANDLERS: dict[int | type[Exception], Callable[[Request, Any], Coroutine[Any, Any, Response]]] = {
    GisError: _handled,
    HTTPException: _handled,
    RequestValidationError: _handled,
    SQLAlchemyError: _handled,
    psycopg.Error: _handled,
    ClientDisconnect: _gone,
    Exception: _unforeseen,
}
