"""One connection that listens, and every client that is told: the middle of `/api/events`."""

from collections.abc import Iterator
from contextlib import contextmanager

import anyio
import psycopg
import structlog
from anyio import WouldBlock
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

from gis_service.store.changes import Batch, Mark, announced
from gis_service.store.database import Database

_log = structlog.get_logger("gis_service")
_WAITING = 100
"""Batches that may wait for a slow client. Then it is cut off: it comes again, says how far it
had read, and gets the rest from the database, not from memory."""
_AGAIN_AFTER_S = 2.0


class Broadcast:
    """What is committed, to all who are subscribed. `mark` is how far that has come."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clients: set[MemoryObjectSendStream[Batch]] = set()
        self.mark: Mark | None = None

    async def run(self) -> None:
        """Listens for ever, and again when the database has been away."""
        while True:
            try:
                async for batch in announced(self._database.anonymous, self.mark):
                    self.mark = batch.mark
                    if batch.changes:
                        self.tell(batch)
            except (psycopg.Error, OSError) as error:
                _log.warning("not listening", reason=str(error))
                await anyio.sleep(_AGAIN_AFTER_S)

    @contextmanager
    def subscribed(self) -> Iterator[MemoryObjectReceiveStream[Batch]]:
        """A stream of what is committed from now on."""
        send, receive = anyio.create_memory_object_stream[Batch](_WAITING)
        self._clients.add(send)
        try:
            yield receive
        finally:
            self._clients.discard(send)
            send.close()
            receive.close()

    def tell(self, batch: Batch) -> None:
        """Hands a batch to everyone; who has too many waiting is cut off."""
        for client in [*self._clients]:
            try:
                client.send_nowait(batch)
            except WouldBlock:
                self._clients.discard(client)
                client.close()
