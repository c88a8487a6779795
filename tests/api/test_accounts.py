"""Administrators at work, and what they cannot do."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import PASSWORD, SignedIn, add_account
from tests.examples import add_examples

STREET = "360923001"


@pytest.fixture(scope="module", autouse=True)
def ground(database: Database) -> dict[str, int]:
    """One row in every layer, divisions among them; ids by layer."""
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def admin(signed_in: SignedIn) -> httpx.Client:
    return signed_in(Role.ADMIN, areas=("",))


def add(admin: httpx.Client, **body: object) -> httpx.Response:
    return admin.post("/api/accounts", json={"role": "planner", **body})


def test_an_account_is_added_and_can_be_used(admin: httpx.Client, client: httpx.Client) -> None:
    made = add(admin, username="New.Planner", full_name="新规划", areas=["360000"])
    assert made.status_code == 201, made.text
    assert made.json()["account"]["areas"] == ["36"]
    told = admin.get(made.headers["location"]).json()
    assert (told["username"], told["role"]) == ("new.planner", "planner")
    body = {"username": "new.planner", "password": made.json()["password"]}
    assert client.post("/api/session", json=body).status_code == 200
    client.cookies.clear()


def test_a_scope_is_told_with_its_names(admin: httpx.Client, ground: dict[str, int]) -> None:
    site = ground["sites"]
    told = add(admin, username="named", areas=["36", ""], sites=[site]).json()["account"]
    assert told["area_names"] == {"36": "江西省"}
    called = admin.get(f"/api/collections/sites/items/{site}").json()["properties"]["name"]
    assert told["site_names"] == {str(site): called}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"areas": ["99"]}, "areas"),
        ({"areas": ["36092"]}, "areas"),
        ({"areas": ["36", "nowhere"]}, "areas"),
        ({"sites": [987654]}, "sites"),
        ({"role": "public"}, "role"),
        ({"password": "short"}, "password"),
        ({"password": "aaaaaaaaaaaaaaaa"}, "password"),
        ({"username": "  "}, "username"),
        ({"role": "king"}, "role"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_what_cannot_be_added_is_named(
    admin: httpx.Client, body: dict[str, object], field: str
) -> None:
    answer = add(admin, **{"username": "someone", **body})
    assert answer.status_code == 422
    assert field in {problem["field"] for problem in answer.json()["problems"]}
    assert admin.get("/api/accounts").json() == [
        each for each in admin.get("/api/accounts").json() if each["username"] != "someone"
    ]


def test_a_name_is_taken_once(admin: httpx.Client, database: Database) -> None:
    name = add_account(database, Role.PLANNER).name
    assert add(admin, username=name.upper()).status_code == 422


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.PUBLIC, Role.ADMIN)])
def test_only_administrators_keep_accounts(signed_in: SignedIn, role: Role) -> None:
    someone = signed_in(role, areas=("",))
    assert someone.get("/api/accounts").status_code == 403
    assert add(someone, username="mine").status_code == 403
    assert someone.get("/api/access-log").status_code == 403


def test_the_public_is_asked_to_sign_in(client: httpx.Client) -> None:
    for answer in (
        client.get("/api/accounts"),
        client.get("/api/access-log"),
        client.get("/api/session/tokens"),
        add(client, username="mine"),
    ):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == 'Bearer realm="onemap"'


def test_nobody_gives_more_than_they_have(signed_in: SignedIn, database: Database) -> None:
    local = signed_in(Role.ADMIN, areas=("36",))
    everywhere = add_account(database, Role.ADMIN, areas=("",))
    assert add(local, username="local-planner", areas=["36"]).status_code == 201
    assert add(local, username="global-planner", areas=[""]).status_code == 403
    assert local.get(f"/api/accounts/{everywhere.id}").status_code == 404
    assert local.post(f"/api/accounts/{everywhere.id}/password", json={}).status_code == 404
    assert everywhere.name not in {each["username"] for each in local.get("/api/accounts").json()}


def test_nobody_changes_their_own_rights(admin: httpx.Client) -> None:
    name = admin.get("/api/session").json()["username"]
    [own] = [each for each in admin.get("/api/accounts").json() if each["username"] == name]
    assert admin.patch(f"/api/accounts/{own['id']}", json={"role": "planner"}).status_code == 403
    assert admin.patch(f"/api/accounts/{own['id']}", json={"active": False}).status_code == 403
    assert admin.patch(f"/api/accounts/{own['id']}", json={"full_name": "我"}).status_code == 200


def someone_signed_in(
    database: Database, client: httpx.Client
) -> tuple[int, dict[str, str], dict[str, str]]:
    """Id of a new account, its cookie and its token, each as a header."""
    account = add_account(database, Role.PLANNER, areas=("36",))
    told = client.post("/api/session", json={"username": account.name, "password": PASSWORD})
    client.cookies.clear()
    cookie = {"Cookie": told.headers["set-cookie"].split(";")[0]}
    origin = {"Origin": str(client.base_url).rstrip("/")}
    made = client.post("/api/session/tokens", json={"name": "gdal"}, headers=cookie | origin)
    assert made.status_code == 201, made.text
    return account.id, cookie, {"Authorization": f"Bearer {made.json()['secret']}"}


def lives(client: httpx.Client, header: dict[str, str]) -> bool:
    answer = client.get("/api/session", headers=header)
    return answer.status_code == 200 and bool(answer.json()["signed_in"])


@pytest.mark.parametrize(
    ("method", "path", "body", "left"),
    [
        ("PATCH", "", {"role": "auditor"}, (False, True)),
        ("PATCH", "", {"active": False}, (False, False)),
        ("PATCH", "", {"areas": []}, (True, True)),
        ("POST", "/password", {}, (False, False)),
        ("DELETE", "/sessions", None, (False, True)),
    ],
)
def test_what_ends_sessions_and_tokens(
    admin: httpx.Client,
    client: httpx.Client,
    database: Database,
    method: str,
    path: str,
    body: object,
    left: tuple[bool, bool],
) -> None:
    id_, cookie, token = someone_signed_in(database, client)
    assert lives(client, cookie)
    assert lives(client, token)
    answer = admin.request(method, f"/api/accounts/{id_}{path}", json=body)
    assert answer.is_success, answer.text
    assert (lives(client, cookie), lives(client, token)) == left


def test_a_change_of_scope_holds_at_once(
    admin: httpx.Client, client: httpx.Client, database: Database
) -> None:
    id_, cookie, _ = someone_signed_in(database, client)
    admin.patch(f"/api/accounts/{id_}", json={"areas": []})
    assert client.get("/api/session", headers=cookie).json()["areas"] == []


def test_a_token_needs_no_origin_and_makes_no_other(
    client: httpx.Client, database: Database
) -> None:
    _, _, token = someone_signed_in(database, client)
    assert client.get("/api/session", headers=token).json()["signed_in"]
    assert client.post("/api/session/tokens", json={"name": "b"}, headers=token).status_code == 403
    [listed] = client.get("/api/session/tokens", headers=token).json()
    assert listed["name"] == "gdal"
    assert "secret" not in listed
    gone = client.delete(f"/api/session/tokens/{listed['id']}", headers=token)
    assert gone.status_code == 204
    assert client.get("/api/session", headers=token).status_code == 401


def test_a_token_of_another_is_not_there(client: httpx.Client, database: Database) -> None:
    _, _, mine = someone_signed_in(database, client)
    _, _, other = someone_signed_in(database, client)
    [listed] = client.get("/api/session/tokens", headers=other).json()
    assert client.delete(f"/api/session/tokens/{listed['id']}", headers=mine).status_code == 404


@pytest.mark.parametrize("token", ["", "x", "onemap_" + "A" * 43, "' OR 1=1 --"])
def test_a_forged_token_is_refused(client: httpx.Client, token: str) -> None:
    answer = client.get("/api/collections", headers={"Authorization": f"Bearer {token}".strip()})
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def test_a_token_ends(client: httpx.Client, database: Database) -> None:
    id_, _, token = someone_signed_in(database, client)
    with database.identity.begin() as db:
        db.execute(
            text("UPDATE identity.tokens SET ends_at = now() WHERE account = :id"), {"id": id_}
        )
    assert client.get("/api/session", headers=token).status_code == 401


def test_changing_my_password(client: httpx.Client, database: Database) -> None:
    _, cookie, token = someone_signed_in(database, client)
    headers = cookie | {"Origin": str(client.base_url).rstrip("/")}
    wrong = {"old": "not mine", "new": "another good password"}
    assert client.put("/api/session/password", json=wrong, headers=headers).status_code == 422
    right = {"old": PASSWORD, "new": "another good password"}
    assert client.put("/api/session/password", json=right, headers=headers).status_code == 204
    assert not lives(client, cookie)
    assert not lives(client, token)


def test_many_at_once_wait_for_each_other_and_end(
    admin: httpx.Client, client: httpx.Client, database: Database
) -> None:
    """More than there are connections and threads, some of them holding two connections."""
    name = add_account(database, Role.PLANNER).name
    cookie = {"Cookie": "; ".join(f"{c.name}={c.value}" for c in admin.cookies.jar)}

    def ask(number: int) -> int:
        with httpx.Client(base_url=client.base_url, trust_env=False, timeout=60) as one:
            if number % 8 == 0:
                body = {"username": name, "password": PASSWORD}
                return one.post("/api/session", json=body).status_code
            path = ("/api/accounts", "/api/session", "/api/session/tokens")[number % 3]
            return one.get(path, headers=cookie).status_code

    with ThreadPoolExecutor(48) as pool:
        assert set(pool.map(ask, range(96))) <= {200, 429}
