"""What others raise, in our words."""

import psycopg
import psycopg.errors
import pytest
from sqlalchemy import exc
from starlette.exceptions import HTTPException

from gis_service.api.foreign import translated
from gis_service.api.problems import status_of


def of_driver(error: psycopg.Error) -> exc.DBAPIError:
    return exc.DBAPIError("SELECT secret", {}, error)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (of_driver(psycopg.OperationalError()), 503),
        (of_driver(psycopg.InterfaceError()), 503),
        (of_driver(psycopg.errors.AdminShutdown()), 503),
        (of_driver(psycopg.errors.QueryCanceled()), 503),
        (of_driver(psycopg.errors.UndefinedTable()), 503),
        (of_driver(psycopg.errors.NumericValueOutOfRange()), 400),
        (of_driver(psycopg.errors.InvalidTextRepresentation()), 400),
        (psycopg.errors.QueryCanceled(), 503),
        (exc.TimeoutError(), 503),
        (HTTPException(404), 404),
        (HTTPException(405, headers={"Allow": "GET"}), 405),
        (HTTPException(413), 413),
        (HTTPException(418), 418),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_it_has_a_status_and_no_secret(error: Exception, status: int) -> None:
    known = translated(error)
    assert known is not None
    assert status_of(known) == status
    assert "secret" not in known.detail.en + known.detail.zh


@pytest.mark.parametrize(
    "error", [ZeroDivisionError(), of_driver(psycopg.errors.SyntaxError()), KeyError("x")]
)
def test_what_nobody_foresaw_stays_so(error: Exception) -> None:
    assert translated(error) is None
