"""Errors that others raise, translated once into ours."""

import re
from collections.abc import Mapping
from http import HTTPStatus

import psycopg.errors
from fastapi.exceptions import RequestValidationError
from sqlalchemy import exc
from starlette.exceptions import HTTPException

from gis_service.api.validation import NO_ADDRESS, of_request
from gis_service.errors import BadParameter, Conflict, GisError, Invalid, Unavailable
from layers.core.rules import Problem
from layers.core.text import Text

_TITLES: dict[int, Text] = {
    400: Text("请求有误", "Bad request"),
    404: Text("未找到", "Not found"),
    405: Text("方法不允许", "Method not allowed"),
    413: Text("请求过大", "Request too large"),
    415: Text("不支持的媒体类型", "Unsupported media type"),
}
_DETAILS: dict[int, Text] = {
    404: NO_ADDRESS,
    405: Text("该地址不支持此方法。", "This address does not take this method."),
    413: Text("请求体超出上限。", "The body of the request is over the limit."),
}
_NO_DATABASE = Text("数据库暂不可用,请稍后再试。", "The database does not answer; try again soon.")
_TOO_COSTLY = Text("查询用时过长,请缩小范围。", "The query took too long; ask for less at a time.")
_NOT_MIGRATED = Text("数据库尚未就绪。", "The database is not ready.")
_REFERRED = Text(
    "所引用的数据已被他人删除,或仍被引用。",
    "What it refers to has been deleted in the meantime, or it is still referred to.",
)
_FIXED = Text(
    "该记录已结束或只增不改,不能再更改。",
    "It is closed, or only ever appended to, and cannot be changed any more.",
)
_REFUSED = Text("数据库拒绝了这些值。", "The database refuses these values.")
_KEY = re.compile(r"Key \(([^)]*)\)=")
_OUT_OF_RANGE = Text("参数值超出范围。", "A value of the request is out of range.")


class Foreign(GisError):
    """An answer of the framework's own, such as 404 or 405 of its routing."""

    def __init__(self, error: HTTPException) -> None:
        phrase = HTTPStatus(error.status_code).phrase
        super().__init__(_DETAILS.get(error.status_code, Text(phrase, phrase)))
        self.title = _TITLES.get(error.status_code, Text(phrase, phrase))
        self.status = error.status_code
        self.headers: Mapping[str, str] = error.headers or {}


def translated(error: Exception) -> GisError | None:
    """`error` in our words, or None when nobody foresaw it."""
    match error:
        case RequestValidationError():
            return of_request(error)
        case HTTPException():
            return Foreign(error)
        case exc.TimeoutError() | exc.InterfaceError():
            return Unavailable(_NO_DATABASE)
        case exc.DBAPIError():
            return _of_database(error.orig)
        case psycopg.Error():
            return _of_database(error)
        case _:
            return None


def _of_database(error: BaseException | None) -> GisError | None:
    match error:
        case psycopg.errors.QueryCanceled():
            return Unavailable(_TOO_COSTLY)
        case psycopg.errors.UndefinedTable() | psycopg.errors.InvalidSchemaName():
            return Unavailable(_NOT_MIGRATED)
        case psycopg.errors.UniqueViolation():
            return _taken(error)
        case psycopg.errors.RestrictViolation():
            return Conflict(_FIXED)
        case psycopg.errors.ForeignKeyViolation():
            return Conflict(_REFERRED)
        case psycopg.IntegrityError():
            return Invalid([Problem("database.refused", _REFUSED)])
        case psycopg.DataError():
            return BadParameter("", _OUT_OF_RANGE)
        case psycopg.OperationalError() | psycopg.InterfaceError():
            return Unavailable(_NO_DATABASE)
        case _:
            return None


def _taken(error: psycopg.Error) -> Invalid:
    """A value that stands once in its layer, and there it stands already."""
    found = _KEY.match(error.diag.message_detail or "")
    name = found[1] if found else ""
    said = Text(f"{name}:该值已存在。", f"{name}: the value is taken.")
    return Invalid([Problem(f"{name}.taken", said, name or None)])
