"""The service in a process of its own, and the plainest client of it."""

import multiprocessing
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

from gis_service.store.database import Database, Urls


@dataclass(frozen=True, slots=True)
class Served:
    """A running service, and one connection to it that stays open for a round."""

    connection: HTTPConnection
    pid: int

    def fresh(self) -> None:
        """A new connection, with the next request: the service hangs up on idle ones."""
        self.connection.close()

    def get(self, address: str) -> bytes:
        """The body as it travels, compressed where the service does so."""
        path = urlsplit(address)._replace(scheme="", netloc="").geturl()
        self.connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status not in (200, 204):
            raise RuntimeError(f"{answer.status} {path}: {body[:200]!r}")
        return body


@contextmanager
def served(database: Database) -> Iterator[Served]:
    """One worker on a free port, over the database of `database`."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = multiprocessing.get_context("fork").Process(
            target=_serve, args=(database.urls, taken), daemon=True
        )
        process.start()
    assert process.pid is not None
    client = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        yield Served(client, process.pid)
    finally:
        client.close()
        process.terminate()
        process.join()


def _serve(urls: Urls, taken: socket.socket) -> None:
    import uvicorn

    from gis_service.app import create_app
    from gis_service.settings import Settings

    config = uvicorn.Config(
        create_app(Database(urls), Settings()), log_level="warning", access_log=False
    )
    uvicorn.Server(config).run(sockets=[taken])
