"""Server-sent events: every public change once, drafts never, and nothing missed."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.access import Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, Json, body, created, items
from tests.examples import add_examples, feature_of

PATIENCE_S = 10.0


class Listener:
    """A client that has been told these events: (id, event, data)."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str, Json]] = []
        self.last = ""

    def read(self, lines: Iterator[str]) -> None:
        fields: dict[str, str] = {}
        for line in lines:
            name, _, value = line.partition(":")
            if line:
                fields[name] = value.strip()
                continue
            self.last = fields.get("id", self.last)
            if "data" in fields:
                event = fields.get("event", "message")
                self.told.append((self.last, event, json.loads(fields["data"])))
            fields = {}

    def of(self, layer: str) -> list[Json]:
        return [told for _, _, told in self.told if told.get("layer") == layer]


@contextmanager
def listening(server: str, last: str | None = None) -> Iterator[Listener]:
    """Listens on a thread of its own; ready once the stream is open."""
    listener = Listener()
    headers = {"Last-Event-ID": last} if last else {}
    with (
        httpx.Client(base_url=server, trust_env=False, timeout=PATIENCE_S) as client,
        client.stream("GET", "/api/events", headers=headers) as stream,
    ):
        assert stream.status_code == 200
        assert stream.headers["content-type"].startswith("text/event-stream")

        def read() -> None:
            # The stream is closed under it when the test has heard enough.
            with suppress(httpx.HTTPError, httpx.StreamError, OSError):
                listener.read(stream.iter_lines())

        thread = threading.Thread(target=read, daemon=True)
        thread.start()
        until(lambda: bool(listener.last))
        yield listener


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, int]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def admin(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.ADMIN, areas=("",))


def add(client: httpx.Client, ids: dict[str, int], visibility: str, east: float = 0.0) -> int:
    sent = body("warning_perimeters", site=ids["sites"], east=east)
    return created(client, "warning_perimeters", {**sent, "visibility": visibility})[0]


def test_a_published_change_is_told_at_once_with_its_box(
    server: str, admin: httpx.Client, ids: dict[str, int]
) -> None:
    with listening(server) as listener:
        id_ = add(admin, ids, "published")
        begun = time.monotonic()
        until(lambda: bool(listener.of("warning_perimeters")))
        assert time.monotonic() - begun < 1.0
        [told] = listener.of("warning_perimeters")
    assert told["ids"] == [id_]
    west, south, east, north = told["box"]
    assert west < east
    assert south < north
    assert told["box"] == pytest.approx([114.92034, 28.23032, 114.92096, 28.23046])


def test_a_move_is_told_with_both_places(
    server: str, admin: httpx.Client, ids: dict[str, int]
) -> None:
    id_ = add(admin, ids, "published")
    moved = body("warning_perimeters", east=0.0002)["geometry"]
    with listening(server) as listener:
        admin.patch(
            items("warning_perimeters", id_),
            json={"geometry": moved},
            headers={**PATCH, "If-Match": "*"},
        )
        until(lambda: bool(listener.of("warning_perimeters")))
        [told] = listener.of("warning_perimeters")
    assert told["box"] == pytest.approx([114.92034, 28.23032, 114.92116, 28.23046])


def test_drafts_leave_no_trace_and_what_is_taken_back_does(
    server: str, admin: httpx.Client, ids: dict[str, int]
) -> None:
    with listening(server) as listener:
        id_ = add(admin, ids, "draft")
        path, headers = items("warning_perimeters", id_), {**PATCH, "If-Match": "*"}
        admin.patch(path, json={"properties": {"reason": "草稿"}}, headers=headers)
        admin.patch(path, json={"visibility": "published"}, headers=headers)
        admin.patch(path, json={"visibility": "draft"}, headers=headers)
        admin.patch(path, json={"properties": {"reason": "仍是草稿"}}, headers=headers)
        private = body("households", building=ids["buildings"])
        admin.post(items("households"), json=private, headers=GEOJSON)
        last = add(admin, ids, "published")
        until(lambda: [last] in [told["ids"] for told in listener.of("warning_perimeters")])
        assert [told["ids"] for told in listener.of("warning_perimeters")] == [[id_], [id_], [last]]
        assert listener.of("households") == []


def test_figures_of_a_community_change_with_its_ledgers(
    server: str, admin: httpx.Client, ids: dict[str, int]
) -> None:
    with listening(server) as listener:
        funding = body("funding", community=ids["communities"])
        created(admin, "funding", funding)
        until(lambda: bool(listener.of("communities") and listener.of("funding")))
    [told] = listener.of("communities")
    assert told["ids"] == [ids["communities"]]
    assert told["box"]
    assert listener.of("funding")[0]["box"] is None


def test_who_comes_again_is_told_what_it_missed(
    server: str, admin: httpx.Client, ids: dict[str, int]
) -> None:
    with listening(server) as listener:
        add(admin, ids, "published")
        until(lambda: bool(listener.told))
        last = listener.last
    missed = [add(admin, ids, "published") for _ in range(3)]
    with listening(server, last) as listener:
        until(lambda: len(listener.of("warning_perimeters")) >= 3)
        told = [id_ for one in listener.of("warning_perimeters") for id_ in one["ids"]]
    assert set(missed) <= set(told)
    assert len(told) == len(set(told))


def test_when_the_database_cuts_the_listening_connection_nothing_is_missed(
    server: str, database: Database, admin: httpx.Client, ids: dict[str, int]
) -> None:
    """The clients do not notice: what was committed in between is told when it listens again."""
    with listening(server) as listener:
        first = add(admin, ids, "published")
        until(lambda: bool(listener.of("warning_perimeters")))
        with database.anonymous.begin() as db:
            cut = db.scalars(
                text("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND usename = current_user
                      AND pid <> pg_backend_pid()
                """)
            ).all()
        assert any(cut)
        meanwhile = [add(admin, ids, "published") for _ in range(3)]

        def told() -> list[int]:
            return [id_ for one in listener.of("warning_perimeters") for id_ in one["ids"]]

        until(lambda: set(meanwhile) <= set(told()))
        assert set(told()) == {first, *meanwhile}
        later = add(admin, ids, "published")
        until(lambda: later in told())


@pytest.mark.parametrize("last", ["nonsense", "1-1", "999999999999-1900000000"])
def test_who_was_away_too_long_reads_anew(server: str, last: str) -> None:
    with listening(server, last) as listener:
        until(lambda: bool(listener.told))
        assert [event for _, event, _ in listener.told] == ["reset"]


def test_a_transaction_that_ends_later_than_younger_ones_is_not_missed(
    server: str, database: Database, admin: httpx.Client, ids: dict[str, int]
) -> None:
    change = "UPDATE onemap.reception_points SET opens = opens"
    with listening(server) as listener:
        with database.owner.begin() as slow:
            slow.execute(text(change))
            add(admin, ids, "published")
            until(lambda: bool(listener.of("warning_perimeters")))
            last = listener.last
            assert listener.of("reception_points") == []
        until(lambda: bool(listener.of("reception_points")))
    with listening(server, last) as again:
        until(lambda: bool(again.of("reception_points")))


def test_one_statement_is_one_event_however_many_rows_it_touches(
    server: str, database: Database, admin: httpx.Client, ids: dict[str, int]
) -> None:
    layer = CATALOGUE["reception_points"]
    made = [feature_of(layer, {"sites": {"id": ids["sites"]}})] * 1500
    with listening(server) as listener:
        with database.owner.begin() as db:
            add_many(db, layer, made, Visibility.PUBLISHED)
        until(lambda: bool(listener.of("reception_points")))
    [told] = listener.of("reception_points")
    assert told["ids"] is None
    assert told["box"]


def test_headers_alone_end(client: httpx.Client) -> None:
    for _ in range(2):
        assert client.head("/api/events").headers["content-type"].startswith("text/event-stream")


def test_many_clients_are_told(server: str, admin: httpx.Client, ids: dict[str, int]) -> None:
    with ExitStack() as stack:
        listeners = [stack.enter_context(listening(server)) for _ in range(30)]
        id_ = add(admin, ids, "published")
        for listener in listeners:
            until(lambda one=listener: bool(one.of("warning_perimeters")))  # type: ignore[misc]
            assert listener.of("warning_perimeters")[0]["ids"] == [id_]
