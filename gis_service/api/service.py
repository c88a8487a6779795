"""The OGC API: landing page, layers and their features, mounted at `/api`."""

from fastapi import Depends, FastAPI
from starlette.datastructures import State

from gis_service.api import (
    accounts,
    attachments,
    collections,
    decisions,
    events,
    feeds,
    hearing,
    imports,
    informing,
    items,
    landing,
    notices,
    openid,
    past,
    performance,
    planning,
    prints,
    queue,
    received,
    roles,
    safety,
    scenarios,
    schemas,
    session,
    sightings,
    sketching,
    stages,
    standards,
    submissions,
    tilesets,
    tokens,
    weight_sets,
    writing,
)
from gis_service.api.allowing import not_allowed
from gis_service.api.openapi import routes as openapi
from gis_service.api.problems import HANDLERS
from gis_service.api.requests import only_known

ROUTERS = (
    landing.router,
    openapi.router,
    collections.router,
    items.router,
    writing.router,
    past.router,
    events.router,
    schemas.router,
    tilesets.router,
    safety.router,
    planning.router,
    queue.router,
    weight_sets.router,
    scenarios.router,
    imports.router,
    attachments.router,
    sketching.router,
    decisions.router,
    performance.router,
    notices.router,
    prints.router,
    hearing.router,
    received.router,
    stages.router,
    submissions.router,
    sightings.router,
    session.router,
    openid.router,
    tokens.router,
    accounts.router,
)


def create_api(state: State) -> FastAPI:
    """The API over the database, settings, turns and extents in `state`."""
    api = FastAPI(
        openapi_url=None,
        redirect_slashes=False,
        exception_handlers={**HANDLERS, 405: not_allowed(ROUTERS)},
    )
    api.state = state
    for router in ROUTERS:
        api.include_router(router)
    for public in (informing.router, feeds.router, roles.router, standards.router):
        api.include_router(public, dependencies=[Depends(only_known)])
    return api
