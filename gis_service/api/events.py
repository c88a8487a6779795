"""Server-sent events: which public rows changed, and where, within a second of the commit.

A client that comes again says by `Last-Event-ID` how far it had read, as browsers do by
themselves, and is told what it missed, or, by the event `reset`, to read everything anew.
"""

import re
from collections.abc import AsyncIterator, Sequence
from typing import cast

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import HEAD_ONLY
from gis_service.api.broadcasting import Broadcast
from gis_service.api.pages import text_of
from gis_service.api.queries import Asked, read
from gis_service.api.requests import database
from gis_service.store import changes
from gis_service.store.changes import Change, Mark
from layers.core.access import PUBLIC

router = APIRouter(include_in_schema=False)

_HEARTBEAT_S = 15
_STUCK_S = 30.0
_AGAIN_AFTER_MS = 2000
_MARK = re.compile(r"(\d{1,18})-(\d{1,12})")


@router.get("/events")
async def get_events(request: Request) -> Response:
    """Changes of published rows, as they happen, until the client leaves."""
    read(request, Asked)
    if HEAD_ONLY in request.scope:
        return Response(media_type="text/event-stream")
    broadcast = cast(Broadcast, request.app.state.broadcast)
    return EventSourceResponse(
        _events(request, broadcast),
        headers={"Access-Control-Allow-Origin": "*"},
        ping=_HEARTBEAT_S,
        send_timeout=_STUCK_S,
    )


async def _events(request: Request, broadcast: Broadcast) -> AsyncIterator[ServerSentEvent]:
    with broadcast.subscribed() as stream:
        # Subscribed first: what is committed in between is then told twice, and not missed.
        yield _greeting(broadcast.mark)
        if (last := request.headers.get("last-event-id")) is not None:
            found = await run_in_threadpool(_missed, request, last)
            if found is None:
                yield ServerSentEvent("{}", event="reset")
            for change in found or ():
                yield _event(change, None)
        async for batch in stream:
            *others, last_change = batch.changes
            for change in others:
                yield _event(change, None)
            # Whoever is cut off in the midst of a batch is told the whole of it again.
            yield _event(last_change, batch.mark)


def _missed(request: Request, last: str) -> Sequence[Change] | None:
    if (found := _MARK.fullmatch(last)) is None:
        return None
    mark = Mark(int(found[1]), float(found[2]))
    with database(request).transaction(PUBLIC) as db:
        return changes.missed(db, mark)


def _greeting(mark: Mark | None) -> ServerSentEvent:
    """Opens the stream at once, and says when to come again."""
    return ServerSentEvent(comment="onemap", id=_id(mark), retry=_AGAIN_AFTER_MS)


def _event(change: Change, mark: Mark | None) -> ServerSentEvent:
    told = {"layer": change.layer, "ids": change.ids, "box": change.box}
    return ServerSentEvent(text_of(told), id=_id(mark))


def _id(mark: Mark | None) -> str | None:
    return None if mark is None else f"{mark.xact}-{int(mark.at)}"
