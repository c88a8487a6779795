"""Serves the application on a port that is taken before the long work begins."""

import os
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from gis_service.commands.failed import Failed
from gis_service.commands.tls import Certificate

if TYPE_CHECKING:
    from gis_service.settings import Settings
    from gis_service.store.database import Database

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
# Open event streams never end by themselves.
LAST_ANSWERS_SECONDS = 3


@contextmanager
def port(settings: "Settings") -> Iterator[socket.socket]:
    """The port of `settings`, ours from now on; it refuses connections until it is served."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Said to be TCP, or asyncio leaves Nagle's algorithm on, which waits 40 ms for nothing.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((settings.host, settings.port))
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
            raise Failed(f"{settings.host}:{settings.port}: {reason}; try --port") from None
        yield taken


def answer(
    settings: "Settings",
    database: "Database",
    taken: socket.socket,
    ready: Callable[[str], None],
    certificate: Certificate | None = None,
) -> None:
    """Serves until interrupted. Calls `ready` with its address once it answers that it is."""
    import uvicorn

    from gis_service.app import create_app

    host, number = taken.getsockname()[:2]
    host = EVERYWHERE.get(host, host)
    scheme = "https" if certificate else "http"
    url = f"{scheme}://[{host}]:{number}" if ":" in host else f"{scheme}://{host}:{number}"
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(database, settings),
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=LAST_ANSWERS_SECONDS,
            ssl_certfile=certificate.chain if certificate else None,
            ssl_keyfile=certificate.key if certificate else None,
        )
    )
    threading.Thread(target=_announce, args=(url, ready), daemon=True).start()
    with suppress(KeyboardInterrupt):  # uvicorn passes on the signal that ended it
        server.run(sockets=[taken])


def _announce(url: str, ready: Callable[[str], None]) -> None:
    # We ask ourselves: whether others trust our certificate is not the question.
    ourselves = ssl.create_default_context()
    ourselves.check_hostname, ourselves.verify_mode = False, ssl.CERT_NONE
    direct = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=ourselves)
    )
    while True:
        with suppress(OSError), direct.open(f"{url}/readyz", timeout=10):
            ready(url)
            return
        time.sleep(0.05)
