"""Features are created, replaced, changed and deleted over HTTP, as each layer allows."""

from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import Role
from layers.core.layer import Writing
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, body, codes, created, items
from tests.examples import add_examples

EVERY = pytest.mark.parametrize("layer", CATALOGUE)


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, int]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def admin(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.ADMIN, areas=("",))


@pytest.fixture(scope="module")
def manager(signed_in: SignedIn, ids: dict[str, int]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))


@pytest.fixture
def perimeter(manager: httpx.Client, ids: dict[str, int]) -> tuple[int, str]:
    """One that the manager has made: its id and ETag."""
    return created(manager, "warning_perimeters", body("warning_perimeters", site=ids["sites"]))


@EVERY
def test_options_and_405_tell_how_a_layer_is_written(
    admin: httpx.Client, ids: dict[str, int], layer: str
) -> None:
    writing = CATALOGUE[layer].writing
    collection = admin.options(items(layer))
    item = admin.options(items(layer, 999_999))
    assert collection.status_code == item.status_code == 204
    adds = {"POST"} if writing.by_staff else set()
    changes = {"PUT", "PATCH", "DELETE"} if writing is Writing.CRUD else set()
    assert set(collection.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"} | adds
    assert set(item.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"} | changes
    for method in {"PUT", "PATCH", "DELETE", "POST"} - adds:
        refused = admin.request(method, items(layer), headers=GEOJSON)
        assert refused.status_code == 405
        assert refused.headers["Allow"] == collection.headers["Allow"]
    for method in {"PUT", "PATCH", "DELETE", "POST"} - changes:
        refused = admin.request(method, items(layer, ids[layer]), headers=GEOJSON)
        assert refused.status_code == 405
        assert refused.headers["Allow"] == item.headers["Allow"]


@EVERY
def test_the_public_writes_nothing(client: httpx.Client, ids: dict[str, int], layer: str) -> None:
    if CATALOGUE[layer].writing is Writing.CRUD:
        expected = 401 if CATALOGUE[layer].public else 404
        for method in ("PUT", "PATCH", "DELETE"):
            answer = client.request(method, items(layer, ids[layer]), json={}, headers=GEOJSON)
            assert answer.status_code == expected
        assert client.post(items(layer), json={}, headers=GEOJSON).status_code == expected


@pytest.mark.parametrize(
    "layer", [name for name, layer in CATALOGUE.items() if layer.writing is Writing.CRUD]
)
def test_what_was_read_may_be_sent_back_and_comes_back_from_deletion(
    admin: httpx.Client, ids: dict[str, int], layer: str
) -> None:
    """Every value of every layer is the same after PUT, after PATCH and out of history."""
    declared = CATALOGUE[layer]
    values: dict[str, Any] = {
        name: ids[ref.layer] if ref.key == "id" else "36" for name, ref in declared.refs.items()
    }
    values |= dict.fromkeys(unique(layer), "3601" if layer == "divisions" else "T-0001")
    id_, tag = created(admin, layer, body(layer, **values))
    path = items(layer, id_)
    first = admin.get(path).json()
    replaced = admin.put(path, json=first, headers={**GEOJSON, "If-Match": tag})
    assert replaced.status_code == 200, replaced.text
    change = {"properties": first["properties"]}
    headers = {**PATCH, "If-Match": replaced.headers["ETag"]}
    changed = admin.patch(path, json=change, headers=headers)
    assert changed.status_code == 200, changed.text
    assert admin.delete(path, headers={"If-Match": "*"}).status_code == 204
    back = admin.post(f"{path}/restore", json={"version": 1})
    assert back.status_code == 200, back.text
    for answer in (replaced, changed, back):
        assert answer.json()["properties"] == first["properties"]
        assert answer.json()["geometry"] == first["geometry"]
        assert answer.json()["visibility"] == first["visibility"]
    assert back.json()["version"] == 4


def unique(layer: str) -> list[str]:
    """The attributes that stand once in the layer, alone or together."""
    table, declared = TABLES[layer], CATALOGUE[layer]
    alone = [name for name in declared.attributes.model_fields if table.c[name].unique]
    return [*alone, *(name for name in declared.unique_together if name not in declared.refs)]


def test_what_is_created_is_answered_and_stands_at_its_location(
    manager: httpx.Client, ids: dict[str, int]
) -> None:
    sent = body("warning_perimeters", site=ids["sites"])
    answer = manager.post(items("warning_perimeters"), json=sent, headers=GEOJSON)
    assert answer.status_code == 201
    read = manager.get(answer.headers["Location"])
    assert read.json() == answer.json()
    assert read.headers["ETag"] == answer.headers["ETag"]
    assert not answer.headers["ETag"].startswith("W/")
    assert answer.json()["properties"]["reason"] == sent["properties"]["reason"]
    assert (answer.json()["version"], answer.json()["visibility"]) == (1, "draft")


def test_replace_change_delete(manager: httpx.Client, perimeter: tuple[int, str]) -> None:
    id_, tag = perimeter
    path = items("warning_perimeters", id_)
    read = manager.get(path).json()
    read["properties"]["reason"] = "吊篮作业"
    replaced = manager.put(path, json=read, headers={**GEOJSON, "If-Match": tag})
    assert replaced.status_code == 200, replaced.text
    assert replaced.json()["version"] == 2
    assert replaced.json()["geometry"] == read["geometry"]
    changed = manager.patch(
        path,
        json={"properties": {"reason": "屋面防水", "confirmed_at": None}},
        headers={**PATCH, "If-Match": replaced.headers["ETag"]},
    )
    assert changed.status_code == 200, changed.text
    assert changed.json()["properties"]["reason"] == "屋面防水"
    assert changed.json()["properties"]["confirmed_at"] is None
    assert changed.json()["properties"]["kind"] == read["properties"]["kind"]
    gone = manager.delete(path, headers={"If-Match": changed.headers["ETag"]})
    assert (gone.status_code, gone.content) == (204, b"")
    assert manager.get(path).status_code == 404


def test_publishing_is_a_member_of_the_feature(
    manager: httpx.Client, client: httpx.Client, perimeter: tuple[int, str]
) -> None:
    id_, _ = perimeter
    path = items("warning_perimeters", id_)
    assert client.get(path).status_code == 404
    for visibility, status in (("published", 200), ("draft", 404)):
        answer = manager.patch(
            path, json={"visibility": visibility}, headers={**PATCH, "If-Match": "*"}
        )
        assert answer.json()["visibility"] == visibility
        assert client.get(path).status_code == status


def test_who_may_write_but_not_publish_makes_drafts(
    signed_in: SignedIn, ids: dict[str, int]
) -> None:
    supervisor = signed_in(Role.SUPERVISOR, sites=(ids["sites"],), areas=("36",))
    sent = body("inspections", work=ids["works"])
    made = supervisor.post(items("inspections"), json=sent, headers=GEOJSON)
    assert made.status_code == 201, made.text
    assert made.json()["visibility"] == "draft"
    shown = supervisor.post(
        items("inspections"), json={**sent, "visibility": "published"}, headers=GEOJSON
    )
    assert shown.status_code == 403


def test_what_the_database_keeps_may_be_sent_back(admin: httpx.Client, ids: dict[str, int]) -> None:
    path = items("communities", ids["communities"])
    read = admin.get(path)
    answer = admin.put(
        path, json=read.json(), headers={**GEOJSON, "If-Match": read.headers["ETag"]}
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["properties"] == read.json()["properties"]


def test_figures_that_follow_the_ledgers_make_no_etag_stale(
    admin: httpx.Client, ids: dict[str, int]
) -> None:
    path = items("communities", ids["communities"])
    before = admin.get(path)
    created(admin, "funding", body("funding", community=ids["communities"]))
    after = admin.get(path)
    assert after.headers["ETag"] != before.headers["ETag"]
    answer = admin.patch(
        path,
        json={"properties": {"remark": "看过"}},
        headers={**PATCH, "If-Match": before.headers["ETag"]},
    )
    assert answer.status_code == 200, answer.text


def test_a_referred_feature_is_not_deleted(admin: httpx.Client, ids: dict[str, int]) -> None:
    answer = admin.delete(items("communities", ids["communities"]), headers={"If-Match": "*"})
    assert answer.status_code == 409
    assert {"referring.buildings", "referring.funding"} <= codes(answer)


def test_rights_hold_at_both_ends_of_a_move(
    manager: httpx.Client,
    admin: httpx.Client,
    ids: dict[str, int],
    perimeter: tuple[int, str],
) -> None:
    other, _ = created(admin, "sites", body("sites", community=ids["communities"]))
    id_, tag = perimeter
    for site in (other, 999_999):
        answer = manager.patch(
            items("warning_perimeters", id_),
            json={"properties": {"site": site}},
            headers={**PATCH, "If-Match": tag},
        )
        assert answer.status_code == 403
    foreign = manager.post(
        items("warning_perimeters"), json=body("warning_perimeters", site=other), headers=GEOJSON
    )
    assert foreign.status_code == 403
    theirs, _ = created(admin, "warning_perimeters", body("warning_perimeters", site=other))
    hidden = manager.delete(items("warning_perimeters", theirs), headers={"If-Match": "*"})
    assert hidden.status_code == 404


@pytest.mark.parametrize(
    ("crs", "first"),
    [
        ("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", (114.9201, 28.2303)),
        ("<http://www.opengis.net/def/crs/EPSG/0/4490>", (28.2303, 114.9201)),
        ("http://www.opengis.net/def/crs/EPSG/0/4490", (28.2303, 114.9201)),
    ],
)
def test_content_crs_says_which_axis_comes_first(
    manager: httpx.Client, ids: dict[str, int], crs: str, first: tuple[float, float]
) -> None:
    sent = body("reception_points", site=ids["sites"])
    sent["geometry"] = {"type": "Point", "coordinates": first}
    answer = manager.post(
        items("reception_points"), json=sent, headers={**GEOJSON, "Content-Crs": crs}
    )
    assert answer.status_code == 201, answer.text
    assert answer.json()["geometry"]["coordinates"] == [114.9201, 28.2303]


def test_an_answer_to_staff_is_kept_by_nobody_else(manager: httpx.Client) -> None:
    answer = manager.get(items("warning_perimeters"))
    assert answer.headers["Cache-Control"].startswith("private")
    assert "Access-Control-Allow-Origin" not in answer.headers
