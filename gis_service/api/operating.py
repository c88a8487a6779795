"""For those who run the service: alive, ready, and figures for Prometheus."""

from collections.abc import AsyncIterator
from functools import cache
from typing import Annotated, cast

from anyio import CapacityLimiter
from fastapi import APIRouter, Depends
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gis_service import migrations
from gis_service.errors import Unavailable
from gis_service.store import overview
from gis_service.store.database import Database
from layers.core.access import OPERATOR, PUBLIC
from layers.core.text import Text

router = APIRouter()
_NEVER_STORED = {"Cache-Control": "no-store"}


async def _database(request: Request) -> AsyncIterator[Database]:
    """In its turn, as every request that needs a connection: see `requests.transaction`."""
    async with cast(CapacityLimiter, request.app.state.turns):
        yield cast(Database, request.app.state.database)


@router.get("/healthz")
async def alive() -> Response:
    """The process answers; nothing else is looked at."""
    return JSONResponse({"status": "alive"}, headers=_NEVER_STORED)


@router.get("/readyz")
def ready(database: Annotated[Database, Depends(_database, scope="function")]) -> Response:
    """The database answers, is migrated, and lets the public read."""
    with database.transaction(OPERATOR) as connection:
        found = migrations.current(connection)
    if found != _head():
        raise Unavailable(
            Text(
                f"数据库版本为 {found},应为 {_head()}。",
                f"The database is at revision {found}, not {_head()}.",
            )
        )
    with database.transaction(PUBLIC) as connection:
        overview.as_of(connection)
    return JSONResponse({"status": "ready", "revision": found}, headers=_NEVER_STORED)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    registry = cast(CollectorRegistry, request.app.state.metrics)
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


@cache
def _head() -> str | None:
    return migrations.head()
