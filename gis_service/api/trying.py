"""What may be tried without an account is tried ever more slowly from one address."""

from collections.abc import AsyncIterator, Callable

from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request

from gis_service.api.requests import account_turns, database
from gis_service.identity import throttling


def counted(
    purpose: str, free: int, *, forgiving: bool
) -> Callable[[Request], AsyncIterator[None]]:
    """A dependency that counts a try before anything is looked at. Where it is `forgiving`, one
    that succeeds does not count: a street office's hall shares one address."""

    async def tried(request: Request) -> AsyncIterator[None]:
        address = request.client.host if request.client else ""
        engine, turns = database(request).identity, account_turns(request)
        async with turns:
            await run_in_threadpool(throttling.slow_down, engine, purpose, address, free)
        yield
        if forgiving:
            async with turns:
                await run_in_threadpool(throttling.let_off, engine, purpose, address)

    return tried
