"""The service in tests: the application, a server that runs it, and a client of that."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.types import ASGIApp

from gis_service.api.web_map import DIST
from gis_service.app import create_app
from gis_service.settings import Settings
from gis_service.store.database import Database


@pytest.fixture(scope="module")
def web_dir() -> Path:
    """Where the built map lies; a module may put another in its place."""
    return DIST


@pytest.fixture(scope="module")
def service_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def app(database: Database, web_dir: Path, service_dir: Path) -> ASGIApp:
    return create_app(database, Settings(data_dir=service_dir), web_dir)


@pytest.fixture(scope="module")
def server(app: ASGIApp) -> Iterator[str]:
    """The address of `app` on a port of its own, as anyone would reach it."""
    # Said to be TCP, or asyncio leaves Nagle's algorithm on, which waits 40 ms for nothing.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as taken:
        taken.bind(("127.0.0.1", 0))
        # Whoever comes while the application still starts waits, and is not turned away.
        taken.listen()
        uvicorn_server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1)
        )
        thread = threading.Thread(target=uvicorn_server.run, kwargs={"sockets": [taken]})
        thread.start()
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        uvicorn_server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, trust_env=False, timeout=30) as client:
        yield client
