"""The whole service as one ASGI application, made by a function from settings."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio import CapacityLimiter, create_task_group
from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI
from prometheus_client import CollectorRegistry
from starlette.types import ASGIApp, Receive, Scope, Send

from gis_service import log
from gis_service.api import operating, style
from gis_service.api.answers import HEAD_ONLY
from gis_service.api.broadcasting import Broadcast
from gis_service.api.guarding import Guarded
from gis_service.api.problems import HANDLERS
from gis_service.api.requests import only_known
from gis_service.api.service import create_api
from gis_service.api.tiles import Tiles
from gis_service.api.watching import Watched
from gis_service.api.web_map import DIST, WebMap
from gis_service.informing.keeping import Kept
from gis_service.jobs.running import Desk
from gis_service.jobs.uploads import Uploads
from gis_service.jobs.working import work
from gis_service.printing.press import Press
from gis_service.settings import Settings
from gis_service.store.database import POOL_SIZE, Database
from gis_service.store.extents import Extents

LEFT_TO_SIGN_IN = 4
"""Connections for signing in, which takes none while it holds another."""
PLANNED_AT_ONCE = 2
"""Choices within a budget may take a processor for a minute each."""
PICTURED_AT_ONCE = 2
"""Strangers' pictures, each of which takes half a gigabyte while it is decoded."""
PRINTED_AT_ONCE = 2
"""Sheets being set; the others wait without a connection."""
MAX_BODY_BYTES = 10_000_000


def create_app(database: Database, settings: Settings, web_dir: Path = DIST) -> ASGIApp:
    """API, tiles, style and web map over `database`, which must be migrated to be ready."""
    log.configure()
    registry = CollectorRegistry()
    app = FastAPI(
        openapi_url=None,
        exception_handlers=HANDLERS,
        lifespan=_lifespan,
        max_body_size=MAX_BODY_BYTES,
    )
    app.state.database = database
    app.state.settings = settings
    app.state.metrics = registry
    app.state.extents = Extents()
    app.state.kept = Kept()
    app.state.turns = CapacityLimiter(POOL_SIZE)
    app.state.account_turns = CapacityLimiter(POOL_SIZE - LEFT_TO_SIGN_IN)
    app.state.planning_turns = CapacityLimiter(PLANNED_AT_ONCE)
    app.state.printing_turns = CapacityLimiter(PRINTED_AT_ONCE)
    app.state.picture_turns = CapacityLimiter(PICTURED_AT_ONCE)
    app.state.broadcast = Broadcast(database)
    app.state.press = Press(settings.data_dir / "fonts")
    app.state.uploads = Uploads(settings.data_dir / "uploads")
    app.include_router(operating.router)
    app.include_router(style.router, dependencies=[Depends(only_known)])
    app.mount("/tiles", Tiles(database))
    app.mount("/api", create_api(app.state))
    app.mount("/", WebMap(web_dir))
    return Watched(Guarded(_Kindly(app), settings.basemap_url), registry)


class _Kindly:
    """Answers `/api` as `/api/`, whither a mount would send the client, and HEAD as GET."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("path") == "/api":
            scope["path"] = "/api/"
        if scope.get("method") != "HEAD":
            await self.app(scope, receive, send)
            return
        # The server leaves out the body; the rest of an answer to HEAD is that to GET.
        asked = {**scope, "method": "GET", HEAD_ONLY: True}
        await self.app(asked, receive, send)
        scope.update({name: asked[name] for name in ("route", "root_path") if name in asked})


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = POOL_SIZE
    async with create_task_group() as tasks:
        tasks.start_soon(app.state.broadcast.run)
        # Not in the group: cancelled once, it still tells the queue what it leaves undone.
        working = asyncio.create_task(work(Desk(app.state.database, app.state.uploads)))
        yield
        working.cancel()
        await asyncio.wait([working])
        tasks.cancel_scope.cancel()
