"""What an endpoint may ask for: who is asking, in which language, and a transaction for them.

All of it is asynchronous though little of it waits: FastAPI sends anything else to a thread.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, cast

from anyio import CapacityLimiter
from fastapi import Depends
from fastapi.concurrency import contextmanager_in_threadpool, run_in_threadpool
from sqlalchemy import Connection
from starlette.requests import Request

from gis_service.api import credentials
from gis_service.api.languages import language_of
from gis_service.api.validation import unknown_parameter
from gis_service.errors import NotSignedIn
from gis_service.identity import recognising
from gis_service.identity.recognising import Known
from gis_service.informing.keeping import Kept
from gis_service.jobs.uploads import Uploads
from gis_service.settings import Settings
from gis_service.store.database import Database
from layers.core.access import PUBLIC, Actor
from layers.core.text import Language, Text


def database(request: Request) -> Database:
    return cast(Database, request.app.state.database)


async def known(request: Request) -> Known | None:
    """The one place that says who is asking; None is the public, which costs no look-up.

    Raises ForeignOrigin for a writing request that another site's page sent by cookie, and
    NotSignedIn for a bearer token that is not valid.
    """
    engine = database(request).identity
    if (token := credentials.bearer_of(request)) is not None:
        async with account_turns(request):
            return await run_in_threadpool(recognising.by_token, engine, token)
    if (secret := credentials.cookie_of(request)) is None:
        return None
    async with account_turns(request):
        found = await run_in_threadpool(recognising.by_session, engine, secret)
    if found is not None:
        credentials.check_origin(request)
    return found


async def actor(known: Annotated[Known | None, Depends(known)]) -> Actor:
    return PUBLIC if known is None else known.account.actor


async def signed_in(known: Annotated[Known | None, Depends(known)]) -> Known:
    """Raises NotSignedIn for the public."""
    if known is None:
        raise NotSignedIn(Text("请先登录。", "Sign in first."))
    return known


async def settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


async def uploads(request: Request) -> Uploads:
    return cast(Uploads, request.app.state.uploads)


async def kept(request: Request) -> Kept:
    return cast(Kept, request.app.state.kept)


async def language(request: Request) -> Language:
    return language_of(request)


async def only_known(request: Request) -> None:
    """Refuses parameters that the route does not document: a slip would else go unnoticed."""
    told = request.app.openapi()["paths"][request.scope["route"].path][request.method.lower()]
    known = {each["name"] for each in told.get("parameters", ()) if each["in"] == "query"}
    for name in request.query_params:
        if name not in known:
            raise unknown_parameter(name)


async def transaction(
    request: Request, actor: Annotated[Actor, Depends(actor)]
) -> AsyncIterator[Connection]:
    """One request, one transaction.

    Requests wait for their turn without a thread: threads that wait for a connection would keep
    from running the very requests that hold one.
    """
    turns = cast(CapacityLimiter, request.app.state.turns)
    async with (
        turns,
        contextmanager_in_threadpool(database(request).transaction(actor)) as connection,
    ):
        yield connection


transacting = asynccontextmanager(transaction)
"""The same, for a request that begins it itself: once its body is here, however long that took."""


async def advancing(
    request: Request, known: Annotated[Known, Depends(signed_in)]
) -> AsyncIterator[Connection]:
    """One transaction of the role that adds stages, for those who are signed in."""
    turns = cast(CapacityLimiter, request.app.state.turns)
    begun = database(request).advancing(known.account.actor)
    async with turns, contextmanager_in_threadpool(begun) as connection:
        yield connection


async def nobody(request: Request) -> AsyncIterator[Connection]:
    """One transaction of the public, whoever asks: what a code says is no account's doing."""
    turns = cast(CapacityLimiter, request.app.state.turns)
    begun = database(request).transaction(PUBLIC)
    async with turns, contextmanager_in_threadpool(begun) as connection:
        yield connection


async def identity(
    request: Request, known: Annotated[Known | None, Depends(known)]
) -> AsyncIterator[Connection]:
    """One transaction of the role that keeps accounts, once it is known who asks: finding that
    out takes a turn, too, and nobody waits for a turn while they have one."""
    begun = database(request).identity.begin()
    async with account_turns(request), contextmanager_in_threadpool(begun) as connection:
        yield connection


def account_turns(request: Request) -> CapacityLimiter:
    return cast(CapacityLimiter, request.app.state.account_turns)


Asking = Annotated[Actor, Depends(actor)]
MaybeKnown = Annotated[Known | None, Depends(known)]
SignedIn = Annotated[Known, Depends(signed_in)]
Tongue = Annotated[Language, Depends(language)]
Configured = Annotated[Settings, Depends(settings)]
Uploading = Annotated[Uploads, Depends(uploads)]
Keeping = Annotated[Kept, Depends(kept)]
# With the default scope a commit that fails would come after the answer.
Reading = Annotated[Connection, Depends(transaction, scope="function")]
Advancing = Annotated[Connection, Depends(advancing, scope="function")]
Unnamed = Annotated[Connection, Depends(nobody, scope="function")]
Accounts = Annotated[Connection, Depends(identity, scope="function")]
