"""History, layers as of a moment, and earlier versions brought back."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from gis_service.store.features import add_many
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, Json, body, created, items
from tests.examples import add_examples, feature_of

SECRET = "13912345678"


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, int]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def manager(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))


@pytest.fixture(scope="module")
def auditor(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.AUDITOR, areas=("36",))


@pytest.fixture(scope="module")
def stranger(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER)


def edited(manager: httpx.Client, ids: dict[str, int], visibility: str = "draft") -> int:
    """A perimeter with three versions; in the second it lies elsewhere."""
    sent = body("warning_perimeters", site=ids["sites"], duty_phone=SECRET)
    id_, _ = created(manager, "warning_perimeters", {**sent, "visibility": visibility})
    moved = body("warning_perimeters", east=0.0001)["geometry"]
    for change in ({"geometry": moved}, {"properties": {"reason": "屋面防水"}}):
        answer = manager.patch(
            items("warning_perimeters", id_), json=change, headers={**PATCH, "If-Match": "*"}
        )
        assert answer.status_code == 200, answer.text
    return id_


def history(client: httpx.Client, id_: int, **asked: int) -> list[Json]:
    answer = client.get(f"{items('warning_perimeters', id_)}/history", params=asked)
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()["versions"]
    return found


def test_every_version_tells_who_when_and_what(manager: httpx.Client, ids: dict[str, int]) -> None:
    id_ = edited(manager, ids)
    third, second, first = history(manager, id_)
    assert [v["version"] for v in (first, second, third)] == [1, 2, 3]
    assert [v["operation"] for v in (first, second, third)] == ["insert", "update", "update"]
    assert first["before"] is None
    assert (third["before"]["reason"], third["after"]["reason"]) == (
        first["after"]["reason"],
        "屋面防水",
    )
    assert first["geometry"] != second["geometry"] == third["geometry"]
    assert third["by"].startswith("site_manager")
    assert first["at"] < second["at"] < third["at"]


def test_history_comes_in_pages(manager: httpx.Client, ids: dict[str, int]) -> None:
    path = f"{items('warning_perimeters', edited(manager, ids))}/history"
    page = manager.get(path, params={"limit": 2}).json()
    [following] = [link["href"] for link in page["links"] if link["rel"] == "next"]
    rest = manager.get(following).json()
    assert [v["version"] for v in (*page["versions"], *rest["versions"])] == [3, 2, 1]


def test_history_is_for_the_scope_and_private_parts_for_who_keeps_them(
    manager: httpx.Client,
    auditor: httpx.Client,
    stranger: httpx.Client,
    client: httpx.Client,
    ids: dict[str, int],
) -> None:
    id_ = edited(manager, ids, "published")
    path = f"{items('warning_perimeters', id_)}/history"
    assert SECRET in manager.get(path).text
    assert auditor.get(path).status_code == 200
    assert SECRET not in auditor.get(path).text
    assert stranger.get(path).status_code == 404
    assert client.get(path).status_code == 401


def test_a_layer_as_of_a_moment(manager: httpx.Client, ids: dict[str, int]) -> None:
    id_ = edited(manager, ids)
    path = items("warning_perimeters", id_)
    third, second, first = history(manager, id_)
    manager.delete(path, headers={"If-Match": "*"})
    assert manager.get(path).status_code == 404
    for version in (first, second, third):
        then = manager.get(path, params={"as_of": version["at"]})
        assert then.status_code == 200, then.text
        assert then.json()["version"] == version["version"]
        assert then.json()["properties"]["reason"] == version["after"]["reason"]
        found = manager.get(
            items("warning_perimeters"),
            params={"as_of": version["at"], "filter": f"reason='{version['after']['reason']}'"},
        )
        assert id_ in {feature["id"] for feature in found.json()["features"]}
    before = datetime.fromisoformat(first["at"]) - timedelta(seconds=1)
    assert manager.get(path, params={"as_of": before.isoformat()}).status_code == 404


def test_as_of_asks_for_a_moment_and_a_name(client: httpx.Client, manager: httpx.Client) -> None:
    path = items("warning_perimeters")
    assert client.get(path, params={"as_of": "2026-11-01T00:00:00Z"}).status_code == 401
    for nonsense in ("yesterday", "2026-11-01", "2026-11-01T00:00:00", "99999"):
        answer = manager.get(path, params={"as_of": nonsense})
        assert answer.status_code == 400
        assert answer.json()["problems"][0]["field"] == "as_of"


def test_what_was_loaded_in_bulk_has_a_past(
    database: Database, manager: httpx.Client, ids: dict[str, int]
) -> None:
    """Such rows have no history; what they were is written down before their first change."""
    table = TABLES["warning_perimeters"]
    feature = feature_of(
        CATALOGUE["warning_perimeters"], {"sites": {"id": ids["sites"]}}, reason="loaded"
    )
    with database.owner.begin() as db:
        db.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        [loaded] = add_many(db, CATALOGUE[table.name], [feature], Visibility.DRAFT)
        db.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
    path = items("warning_perimeters", loaded)
    then = datetime.now(UTC).isoformat()
    assert manager.get(path, params={"as_of": then}).json()["properties"]["reason"] == "loaded"
    moved = body("warning_perimeters", east=0.0001)["geometry"]
    change = {"geometry": moved, "properties": {"reason": "changed"}}
    was = manager.get(path).json()["geometry"]
    manager.patch(path, json=change, headers={**PATCH, "If-Match": "*"})
    past = manager.get(path, params={"as_of": then}).json()
    assert (past["properties"]["reason"], past["geometry"]) == ("loaded", was)
    assert [v["operation"] for v in history(manager, loaded)] == ["update", "load"]


def test_an_earlier_version_comes_back_as_a_new_one(
    manager: httpx.Client, ids: dict[str, int]
) -> None:
    id_ = edited(manager, ids)
    path = items("warning_perimeters", id_)
    first = manager.get(path, params={"as_of": history(manager, id_)[-1]["at"]}).json()
    assert manager.post(f"{path}/restore", json={"version": 1}).status_code == 428
    answer = manager.post(f"{path}/restore", json={"version": 1}, headers={"If-Match": "*"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["version"] == 4
    assert answer.json()["properties"] == first["properties"]
    assert answer.json()["geometry"] == first["geometry"]
    assert answer.json() == manager.get(path).json()


def test_a_deleted_feature_comes_back_under_its_id(
    manager: httpx.Client, stranger: httpx.Client, ids: dict[str, int]
) -> None:
    id_ = edited(manager, ids)
    path = items("warning_perimeters", id_)
    manager.delete(path, headers={"If-Match": "*"})
    assert stranger.post(f"{path}/restore", json={"version": 3}).status_code == 404
    assert manager.post(f"{path}/restore", json={"version": 9}).status_code == 404
    answer = manager.post(f"{path}/restore", json={"version": 3})
    assert answer.status_code == 200, answer.text
    assert (answer.json()["id"], answer.json()["version"]) == (id_, 4)
    assert [v["operation"] for v in history(manager, id_)][:2] == ["insert", "delete"]


def test_what_can_not_be_restored(
    manager: httpx.Client, client: httpx.Client, ids: dict[str, int]
) -> None:
    id_ = edited(manager, ids)
    path = f"{items('warning_perimeters', id_)}/restore"
    assert client.post(path, json={"version": 1}).status_code == 401
    wrong: list[object] = [{}, {"version": "x"}, {"version": 0}, [], {"version": 1, "more": 2}]
    for nonsense in wrong:
        answer = manager.post(path, json=nonsense, headers={**GEOJSON, "If-Match": "*"})
        assert answer.status_code == 422
