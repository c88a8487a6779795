"""Many writers at once, and requests that come twice: nothing is lost and nothing done twice."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, body, created, items
from tests.examples import add_examples

LAYER = "warning_perimeters"


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, int]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def manager(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))


def at_once(count: int, act: Callable[[int], httpx.Response]) -> list[httpx.Response]:
    together = Barrier(count)

    def acted(number: int) -> httpx.Response:
        together.wait()
        return act(number)

    with ThreadPoolExecutor(count) as pool:
        return [*pool.map(acted, range(count))]


@pytest.mark.parametrize("count", [2, 20])
def test_of_many_writers_one_wins_and_the_others_get_both_versions(
    manager: httpx.Client, ids: dict[str, int], count: int
) -> None:
    id_, tag = created(manager, LAYER, body(LAYER, site=ids["sites"]))
    path = items(LAYER, id_)

    def write(number: int) -> httpx.Response:
        change = {"properties": {"reason": f"writer {number}"}}
        return manager.patch(path, json=change, headers={**PATCH, "If-Match": tag})

    answers = at_once(count, write)
    assert Counter(answer.status_code for answer in answers) == {200: 1, 412: count - 1}
    [won] = [answer for answer in answers if answer.status_code == 200]
    for number, lost in enumerate(answers):
        if lost is not won:
            told = lost.json()
            assert told["yours"]["properties"]["reason"] == f"writer {number}"
            assert told["current"]["properties"]["reason"] == won.json()["properties"]["reason"]
            assert told["current"]["version"] == 2
            assert lost.headers["ETag"] == f'"{LAYER}.{id_}.2"'


def test_with_the_current_etag_of_the_refusal_the_next_try_succeeds(
    manager: httpx.Client, ids: dict[str, int]
) -> None:
    id_, tag = created(manager, LAYER, body(LAYER, site=ids["sites"]))
    path, change = items(LAYER, id_), {"properties": {"reason": "x"}}
    manager.patch(path, json=change, headers={**PATCH, "If-Match": tag})
    lost = manager.patch(path, json=change, headers={**PATCH, "If-Match": tag})
    assert lost.status_code == 412
    again = manager.patch(path, json=change, headers={**PATCH, "If-Match": lost.headers["ETag"]})
    assert again.status_code == 200


@pytest.mark.parametrize("tag", ["", '"nonsense"', '"works.1.1"', 'W/"x"', '"", "y"', "\x7f"])
def test_a_tag_that_is_not_ours_never_matches(
    manager: httpx.Client, ids: dict[str, int], tag: str
) -> None:
    id_, _ = created(manager, LAYER, body(LAYER, site=ids["sites"]))
    answer = manager.delete(items(LAYER, id_), headers={"If-Match": tag})
    assert answer.status_code == 412


def test_an_edit_against_a_delete_is_a_conflict_a_person_resolves(
    manager: httpx.Client, ids: dict[str, int]
) -> None:
    id_, tag = created(manager, LAYER, body(LAYER, site=ids["sites"]))
    path = items(LAYER, id_)
    assert manager.delete(path, headers={"If-Match": tag}).status_code == 204
    answer = manager.patch(
        path, json={"properties": {"reason": "x"}}, headers={**PATCH, "If-Match": tag}
    )
    assert answer.status_code == 412
    assert answer.json()["current"] is None
    assert answer.json()["yours"]["properties"] == {"reason": "x"}
    assert manager.delete(path, headers={"If-Match": tag}).status_code == 412
    unknown = manager.delete(items(LAYER, 999_999), headers={"If-Match": "*"})
    assert unknown.status_code == 404


def test_without_a_condition_nothing_changes(manager: httpx.Client, ids: dict[str, int]) -> None:
    id_, _ = created(manager, LAYER, body(LAYER, site=ids["sites"]))
    path = items(LAYER, id_)
    for answer in (
        manager.put(path, json=body(LAYER, site=ids["sites"]), headers=GEOJSON),
        manager.patch(path, json={}, headers=PATCH),
        manager.delete(path),
    ):
        assert answer.status_code == 428
    assert manager.get(path).json()["version"] == 1


def test_a_deleter_and_a_writer_at_once(manager: httpx.Client, ids: dict[str, int]) -> None:
    for _ in range(5):
        id_, tag = created(manager, LAYER, body(LAYER, site=ids["sites"]))
        path, headers = items(LAYER, id_), {**PATCH, "If-Match": tag}
        answers = at_once(
            2,
            lambda n, path=path, headers=headers: (  # type: ignore[misc]
                manager.delete(path, headers=headers)
                if n
                else manager.patch(path, json={"properties": {"reason": "x"}}, headers=headers)
            ),
        )
        assert sorted(a.status_code for a in answers) in ([200, 412], [204, 412])


def test_a_parent_deleted_while_a_child_is_added(signed_in: SignedIn, ids: dict[str, int]) -> None:
    admin = signed_in(Role.ADMIN, areas=("",))
    for _ in range(5):
        site, tag = created(admin, "sites", body("sites", community=ids["communities"]))
        path, sent = items("sites", site), body(LAYER, site=site)
        deleted, added = at_once(
            2,
            lambda n, path=path, tag=tag, sent=sent: (  # type: ignore[misc]
                admin.post(items(LAYER), json=sent, headers=GEOJSON)
                if n
                else admin.delete(path, headers={"If-Match": tag})
            ),
        )
        assert (deleted.status_code, added.status_code) in (
            (204, 422),
            (204, 409),
            (409, 201),
        ), (deleted.text, added.text)


def test_the_same_key_is_answered_again_and_not_acted_upon(
    manager: httpx.Client, ids: dict[str, int]
) -> None:
    sent = body(LAYER, site=ids["sites"])
    headers = {**GEOJSON, "Idempotency-Key": str(uuid4())}
    first = manager.post(items(LAYER), json=sent, headers=headers)
    again = manager.post(items(LAYER), json=sent, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert first.headers["Location"] == again.headers["Location"]
    assert first.headers["ETag"] == again.headers["ETag"]
    assert again.headers["Idempotent-Replayed"] == "true"
    other = manager.post(items(LAYER), json={**sent, "visibility": "published"}, headers=headers)
    assert other.status_code == 422
    assert other.json()["type"].endswith("key-reused")


def test_a_replayed_change_and_deletion_are_no_conflicts(
    manager: httpx.Client, ids: dict[str, int]
) -> None:
    id_, tag = created(manager, LAYER, body(LAYER, site=ids["sites"]))
    path = items(LAYER, id_)
    change, headers = {"properties": {"reason": "x"}}, {**PATCH, "If-Match": tag}
    keyed = {**headers, "Idempotency-Key": str(uuid4())}
    first, again = (manager.patch(path, json=change, headers=keyed) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert manager.patch(path, json=change, headers=headers).status_code == 412
    keyed = {"If-Match": first.headers["ETag"], "Idempotency-Key": str(uuid4())}
    assert [manager.delete(path, headers=keyed).status_code for _ in range(2)] == [204, 204]


def test_the_same_key_at_once_adds_one(manager: httpx.Client, ids: dict[str, int]) -> None:
    sent = body(LAYER, site=ids["sites"])
    headers = {**GEOJSON, "Idempotency-Key": str(uuid4())}
    answers = at_once(8, lambda _: manager.post(items(LAYER), json=sent, headers=headers))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_a_key_is_its_owners_alone_and_a_refusal_keeps_none(
    manager: httpx.Client, signed_in: SignedIn, ids: dict[str, int]
) -> None:
    headers = {**GEOJSON, "Idempotency-Key": str(uuid4())}
    assert manager.post(items(LAYER), json={}, headers=headers).status_code == 422
    sent = body(LAYER, site=ids["sites"])
    mine = manager.post(items(LAYER), json=sent, headers=headers)
    colleague = signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))
    theirs = colleague.post(items(LAYER), json=sent, headers=headers)
    assert (mine.status_code, theirs.status_code) == (201, 201)
    assert mine.json()["id"] != theirs.json()["id"]
    bad = manager.post(items(LAYER), json=sent, headers={**GEOJSON, "Idempotency-Key": "x" * 201})
    assert bad.status_code == 400


def test_answers_are_forgotten_in_time(
    manager: httpx.Client, database: Database, ids: dict[str, int]
) -> None:
    sent = body(LAYER, site=ids["sites"])
    manager.post(items(LAYER), json=sent, headers={**GEOJSON, "Idempotency-Key": "old"})
    with database.owner.begin() as db:
        db.execute(text("UPDATE onemap.answers SET at = now() - interval '8 days'"))
    manager.post(items(LAYER), json=sent, headers={**GEOJSON, "Idempotency-Key": "new"})
    with database.owner.begin() as db:
        assert db.scalars(text("SELECT key FROM onemap.answers WHERE key = 'old'")).all() == []
