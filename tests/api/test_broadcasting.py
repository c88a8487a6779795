"""A slow client holds up nobody, and a database that was away is listened to again."""

import time

import anyio

from gis_service.api.broadcasting import Broadcast
from gis_service.store.changes import Batch, Change, Mark
from gis_service.store.database import Database, Urls

BATCH = Batch((Change("reports", [1], None),), Mark(1, 0.0))


def test_a_client_that_does_not_read_is_cut_off_and_the_others_are_not(database: Database) -> None:
    async def scene() -> None:
        broadcast = Broadcast(database)
        with broadcast.subscribed() as slow, broadcast.subscribed() as quick:
            for _ in range(500):
                broadcast.tell(BATCH)
                assert await quick.receive() == BATCH
            read = len([batch async for batch in slow])
            assert 0 < read < 500

    anyio.run(scene)


def test_without_a_database_it_waits_and_tries_again(database: Database) -> None:
    nowhere = Urls(*["postgresql+psycopg://nobody@127.0.0.1:1/nowhere"] * 5)

    async def scene() -> None:
        broadcast = Broadcast(Database(nowhere))
        with anyio.move_on_after(1.0):
            await broadcast.run()
        assert broadcast.mark is None

    begun = time.monotonic()
    anyio.run(scene)
    assert time.monotonic() - begun < 5
