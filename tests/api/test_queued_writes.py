"""A phone's queue of writes, sent by several at once and broken off at any moment: each is done
once, and every answer is one of ours."""

import json
import random
import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, Json, body, created, items
from tests.examples import add_examples

LAYER = "warning_perimeters"
Write = tuple[str, str, dict[str, str], Json]
Sent = tuple[str, str, dict[str, str], bytes]


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, Any]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def manager(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))


@pytest.fixture(scope="module")
def queue(manager: httpx.Client, ids: dict[str, Any]) -> list[Write]:
    """Drawn, drawn badly, published, published though it is unsafe, changed too late."""
    sent = body(LAYER, site=ids["sites"], work_area=ids["work_areas"])
    unsafe = {**sent, "geometry": body("work_areas")["geometry"], "visibility": "published"}
    id_, tag = created(manager, LAYER, sent)
    change = {"properties": {"reason": "改"}}
    stale = {**PATCH, "If-Match": f'"{LAYER}.{id_}.99"'}
    return [
        ("POST", items(LAYER), GEOJSON, sent),
        ("POST", items(LAYER), GEOJSON, {}),
        ("POST", items(LAYER), GEOJSON, {**sent, "visibility": "published"}),
        ("POST", items(LAYER), GEOJSON, unsafe),
        ("PATCH", items(LAYER, id_), stale, change),
        ("PATCH", items(LAYER, id_), {**PATCH, "If-Match": tag}, change),
    ]


EXPECTED = [201, 422, 201, 422, 412, 200]


def keyed(write: Write) -> Sent:
    method, path, headers, sent = write
    return method, path, {**headers, "Idempotency-Key": str(uuid4())}, json.dumps(sent).encode()


def send(client: httpx.Client, write: Sent) -> httpx.Response:
    method, path, headers, raw = write
    return client.request(method, path, content=raw, headers=headers)


def break_off(client: httpx.Client, write: Sent, patience_s: float) -> None:
    """Sends a write and is gone before its answer."""
    method, path, headers, raw = write
    address = urlsplit(str(client.base_url))
    lines = {
        "Host": address.netloc,
        "Origin": f"{address.scheme}://{address.netloc}",
        "Cookie": "; ".join(f"{name}={value}" for name, value in client.cookies.items()),
        "Content-Length": str(len(raw)),
        **headers,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + raw)
        connection.settimeout(patience_s)
        try:
            connection.recv(1)
        except TimeoutError:
            return


def test_each_write_is_done_once_however_often_it_was_sent(
    manager: httpx.Client, queue: list[Write], database: Database
) -> None:
    """Three tabs replay the queue, one of them on a train."""
    writes = [keyed(write) for write in queue]
    before = stored(database)

    def replay(tab: int) -> list[httpx.Response]:
        chance = random.Random(tab)
        if tab == 0:
            for write in writes:
                break_off(manager, write, 0.02 * chance.random())
        return [send(manager, write) for write in writes]

    with ThreadPoolExecutor(3) as pool:
        tabs = [*pool.map(replay, range(3))]
    for answers in zip(*tabs, strict=True):
        assert len({answer.status_code for answer in answers}) == 1
        assert len({answer.headers.get("Location") for answer in answers}) == 1
    assert [answer.status_code for answer in tabs[0]] == EXPECTED
    replayed = Counter(
        answer.headers.get("Idempotent-Replayed") for answers in tabs for answer in answers
    )
    assert replayed["true"] >= 6
    assert stored(database) - before == 2


def stored(database: Database) -> int:
    with database.owner.begin() as db:
        return db.scalar(text("SELECT count(*) FROM onemap.warning_perimeters")) or 0
