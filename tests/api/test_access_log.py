"""Who read personal data is noted: who, when, which rows, and never what stood in them."""

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.examples import add_examples


@pytest.fixture(scope="module", autouse=True)
def ids(database: Database) -> dict[str, int]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def admin(signed_in: SignedIn) -> httpx.Client:
    return signed_in(Role.ADMIN, areas=("",))


def log(admin: httpx.Client, **query: str) -> list[dict[str, object]]:
    answer = admin.get("/api/access-log", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()
    return found


@pytest.mark.parametrize("path", ["items", "items/{id}", "items?f=csv", "items?f=html"])
def test_reading_households_is_noted(
    admin: httpx.Client, signed_in: SignedIn, ids: dict[str, int], path: str
) -> None:
    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    name = officer.get("/api/session").json()["username"]
    address = f"/api/collections/households/{path.format(id=ids['households'])}"
    answer = officer.get(address)
    assert answer.status_code == 200, answer.text
    [noted] = log(admin, actor=name)
    assert noted["layer"] == "households"
    assert noted["features"] == [ids["households"]]
    assert "13800000000" not in str(noted)


def test_what_is_not_personal_is_not_noted(
    admin: httpx.Client, signed_in: SignedIn, client: httpx.Client
) -> None:
    before = log(admin)
    client.get("/api/collections/sites/items")
    auditor = signed_in(Role.AUDITOR, areas=("36",))
    auditor.get("/api/collections/communities/items")
    auditor.get("/api/collections/sites/items")
    assert log(admin) == before


def test_nothing_read_is_nothing_noted(admin: httpx.Client, signed_in: SignedIn) -> None:
    before = log(admin)
    signed_in(Role.STREET_OFFICER, areas=()).get("/api/collections/households/items")
    assert log(admin) == before


def test_pages_of_the_log(admin: httpx.Client, ids: dict[str, int]) -> None:
    for _ in range(3):
        admin.get(f"/api/collections/ballots/items/{ids['ballots']}")
    first = log(admin, layer="ballots", limit="2")
    rest = log(admin, layer="ballots", before=str(first[-1]["id"]))
    ids_of = [int(str(each["id"])) for each in first + rest]
    assert len(ids_of) >= 3
    assert ids_of == sorted(ids_of, reverse=True)
    assert [each["id"] for each in log(admin, layer="ballots")] == ids_of


@pytest.mark.parametrize("change", ["UPDATE {} SET actor = 'nobody'", "DELETE FROM {}"])
def test_not_even_the_owner_changes_the_log(
    database: Database, admin: httpx.Client, change: str
) -> None:
    admin.get("/api/collections/households/items")
    with database.owner.connect() as db, pytest.raises(DBAPIError, match="never changed"):
        db.execute(text(change.format("identity.accesses")))


def test_who_read_one_household_and_when(
    admin: httpx.Client, signed_in: SignedIn, ids: dict[str, int]
) -> None:
    officer = signed_in(Role.STREET_OFFICER, areas=("36",))
    name = officer.get("/api/session").json()["username"]
    officer.get("/api/collections/households/items")
    household = {"layer": "households", "feature": str(ids["households"])}
    [read] = log(admin, actor=name, **household)
    at = str(read["at"])
    assert log(admin, actor=name, **household | {"feature": "987654"}) == []
    assert log(admin, actor=name, **household, since=at) == [read]
    assert log(admin, actor=name, **household, until=at) == []


def test_whoever_took_the_whole_layer_read_each_row_of_it(
    database: Database, admin: httpx.Client
) -> None:
    with database.owner.begin() as db:
        db.execute(text("INSERT INTO identity.accesses (actor, layer) VALUES ('x', 'households')"))
    found = log(admin, actor="x", layer="households", feature="987654")
    assert [each["features"] for each in found] == [None]


def test_a_row_is_sought_in_a_layer(admin: httpx.Client) -> None:
    answer = admin.get("/api/access-log", params={"feature": "1"})
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["field"] == "layer"
