"""More requests at once than there are connections and threads: each is answered, none waits."""

import asyncio

import httpx
import pytest

from gis_service.store.database import POOL_SIZE

PATHS = (
    "/api/collections/buildings/items",
    "/api/collections/communities/items/1",
    "/tiles/buildings/17/107377/54904.mvt",
    "/api/collections",
    "/readyz",
    "/style.json",
)


@pytest.mark.anyio
@pytest.mark.usefixtures("ids")
async def test_all_are_answered(server: str) -> None:
    limits = httpx.Limits(max_connections=POOL_SIZE * 8)
    async with httpx.AsyncClient(
        base_url=server, trust_env=False, timeout=20, limits=limits
    ) as client:
        answers = await asyncio.gather(
            *(client.get(path) for _ in range(POOL_SIZE * 4) for path in PATHS)
        )
    assert {answer.status_code for answer in answers} <= {200, 204}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
