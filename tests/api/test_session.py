"""Sessions as a browser and as an attacker meet them."""

import re
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import text

from gis_service.api.credentials import COOKIE
from gis_service.identity import throttling
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import Role
from tests.accounts import PASSWORD, SignedIn, add_account

ORIGIN = "Origin"


@pytest.fixture
def browser(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, trust_env=False, timeout=30) as browser:
        yield browser


def sign_in(browser: httpx.Client, name: str, password: str = PASSWORD) -> httpx.Response:
    return browser.post("/api/session", json={"username": name, "password": password})


def everyone_may_try_again(database: Database) -> None:
    with database.identity.begin() as db:
        db.execute(text("DELETE FROM identity.throttles"))


def test_the_public_is_told_what_it_may(client: httpx.Client) -> None:
    told = client.get("/api/session").json()
    assert told["signed_in"] is False
    assert told["role"] == "public"
    assert told["layers"]["communities"] == {
        "read": True,
        "internal": False,
        "create": False,
        "edit": False,
        "publish": False,
    }
    assert told["layers"]["households"]["read"] is False


def test_signing_in_and_out(browser: httpx.Client, database: Database, server: str) -> None:
    account = add_account(database, Role.PLANNER, areas=("",))
    told = sign_in(browser, account.name.upper())
    assert told.status_code == 200
    assert told.json()["username"] == account.name
    assert browser.get("/api/session").json()["role"] == "planner"
    secret = browser.cookies[COOKIE]
    assert browser.delete("/api/session", headers={ORIGIN: server}).status_code == 204
    assert COOKIE not in browser.cookies
    replayed = browser.get("/api/session", headers={"Cookie": f"{COOKIE}={secret}"})
    assert replayed.json()["signed_in"] is False


def test_the_cookie_is_for_the_browser_alone(browser: httpx.Client, database: Database) -> None:
    account = add_account(database, Role.AUDITOR)
    cookie = sign_in(browser, account.name).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert re.search("samesite=lax", cookie, re.I)
    assert "Secure" not in cookie
    browser.cookies.clear()
    told = browser.post(
        "/api/session",
        json={"username": account.name, "password": PASSWORD},
        headers={"X-Forwarded-Proto": "https"},
    )
    assert "Secure" in told.headers["set-cookie"]


def test_the_database_holds_no_secret(browser: httpx.Client, database: Database) -> None:
    account = add_account(database, Role.AUDITOR)
    sign_in(browser, account.name)
    with database.identity.begin() as db:
        kept = str(db.execute(text("SELECT * FROM identity.sessions")).all()) + str(
            db.execute(text("SELECT * FROM identity.accounts")).all()
        )
    assert browser.cookies[COOKIE] not in kept
    assert PASSWORD not in kept


def test_a_session_is_new_at_each_sign_in(browser: httpx.Client, database: Database) -> None:
    """Fixation: what an attacker has put into the browser is never made a session."""
    account = add_account(database, Role.AUDITOR)
    secrets = ["known-to-the-attacker"]
    for _ in range(2):
        browser.cookies.clear()
        told = browser.post(
            "/api/session",
            json={"username": account.name, "password": PASSWORD},
            headers={"Cookie": f"{COOKIE}={secrets[-1]}"},
        )
        secrets.append(told.cookies[COOKIE])
    browser.cookies.clear()
    lives = [
        browser.get("/api/session", headers={"Cookie": f"{COOKIE}={secret}"}).json()["signed_in"]
        for secret in secrets
    ]
    assert lives == [False, False, True]


@pytest.mark.parametrize("secret", ["", "x", "'; DROP TABLE accounts", "A" * 43, "%00", "é"])
def test_a_forged_cookie_is_the_public(browser: httpx.Client, secret: str) -> None:
    told = browser.get("/api/session", headers={b"Cookie": f"{COOKIE}={secret}".encode()})
    assert told.status_code == 200
    assert told.json()["signed_in"] is False


@pytest.mark.parametrize(
    ("column", "ago", "lives"),
    [
        ("seen_at", "11 hours", True),
        ("seen_at", "13 hours", False),
        ("began_at", "13 days", True),
        ("began_at", "15 days", False),
    ],
)
def test_sessions_end(
    browser: httpx.Client, database: Database, column: str, ago: str, lives: bool
) -> None:
    account = add_account(database, Role.AUDITOR)
    sign_in(browser, account.name)
    with database.identity.begin() as db:
        db.execute(
            text(
                f"UPDATE identity.sessions SET {column} = now() - interval '{ago}'"
                " WHERE account = :id"
            ),
            {"id": account.id},
        )
    assert browser.get("/api/session").json()["signed_in"] is lives


def test_a_session_that_is_used_lives_on(browser: httpx.Client, database: Database) -> None:
    account = add_account(database, Role.AUDITOR)
    sign_in(browser, account.name)
    for _ in range(3):
        with database.identity.begin() as db:
            db.execute(text("UPDATE identity.sessions SET seen_at = seen_at - interval '8 hours'"))
        assert browser.get("/api/session").json()["signed_in"]


def test_signing_out_everywhere(
    browser: httpx.Client, client: httpx.Client, database: Database, server: str
) -> None:
    account = add_account(database, Role.AUDITOR)
    sign_in(browser, account.name)
    sign_in(client, account.name)
    browser.delete("/api/session?everywhere=true", headers={ORIGIN: server})
    assert client.get("/api/session").json()["signed_in"] is False
    client.cookies.clear()


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1"])
def test_another_sites_page_cannot_write(signed_in: SignedIn, origin: str | None) -> None:
    browser = signed_in(Role.AUDITOR)
    del browser.headers[ORIGIN]
    answer = browser.delete("/api/session", headers={ORIGIN: origin} if origin else {})
    assert answer.status_code == 403
    assert browser.get("/api/session").json()["signed_in"]


def test_another_sites_page_cannot_sign_anybody_in(
    browser: httpx.Client, database: Database
) -> None:
    account = add_account(database, Role.AUDITOR)
    body = {"username": account.name, "password": PASSWORD}
    answer = browser.post("/api/session", json=body, headers={ORIGIN: "https://evil.example"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_an_unknown_name_is_answered_as_a_wrong_password(
    browser: httpx.Client, database: Database
) -> None:
    account = add_account(database, Role.AUDITOR)
    wrong = sign_in(browser, account.name, "not the password")
    unknown = sign_in(browser, "nobody-of-that-name", "not the password")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("known", [True, False])
def test_tries_in_vain_are_slowed(browser: httpx.Client, database: Database, known: bool) -> None:
    everyone_may_try_again(database)
    name = add_account(database, Role.AUDITOR).name if known else "nobody"
    for _ in range(throttling.FREE_TRIES + 1):
        assert sign_in(browser, name, "wrong").status_code == 401
    slowed = sign_in(browser, name, PASSWORD)
    assert slowed.status_code == 429
    assert int(slowed.headers["retry-after"]) >= 1
    everyone_may_try_again(database)
    assert sign_in(browser, name).status_code == (200 if known else 401)


def test_an_address_that_tries_many_names_is_slowed(
    browser: httpx.Client, database: Database
) -> None:
    everyone_may_try_again(database)
    with database.identity.begin() as db:
        db.execute(
            text(
                "INSERT INTO identity.throttles VALUES"
                " ('address:127.0.0.1', 40, now(), now() + interval '1 minute')"
            )
        )
    assert sign_in(browser, "anybody").status_code == 429
    everyone_may_try_again(database)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"username": "a"},
        {"username": "", "password": "b"},
        {"username": "a", "password": "b" * 2000},
        {"username": "a\0", "password": "b"},
        {"username": "a", "password": "b", "role": "admin"},
        [],
        "text",
    ],
)
def test_bodies_that_say_nothing(browser: httpx.Client, body: object) -> None:
    answer = browser.post("/api/session", json=body)
    assert answer.status_code in (401, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert "b" * 2000 not in answer.text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PUBLIC])
def test_a_session_tells_the_rights_of_every_layer(signed_in: SignedIn, role: Role) -> None:
    told = signed_in(role, areas=("",)).get("/api/session").json()
    assert told["role"] == role.value
    assert set(told["layers"]) == set(CATALOGUE)
    assert told["administers"] is (role is Role.ADMIN)


def test_what_someone_signed_in_is_given_is_kept_by_no_shared_cache(signed_in: SignedIn) -> None:
    answer = signed_in(Role.PLANNER, areas=("",)).get("/api/collections/communities/items")
    assert "public" not in answer.headers["cache-control"]
    assert "Cookie" in answer.headers["vary"]
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/api/session", {"GET", "HEAD", "POST", "DELETE", "OPTIONS"}),
        ("/api/session/tokens", {"GET", "HEAD", "POST", "OPTIONS"}),
        ("/api/accounts/1", {"GET", "HEAD", "PATCH", "OPTIONS"}),
        ("/api/collections", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_an_address_tells_what_it_takes(client: httpx.Client, path: str, methods: set[str]) -> None:
    asked = client.options(path)
    assert asked.status_code == 204
    assert set(asked.headers["allow"].split(", ")) == methods
    refused = client.request("TRACE", path)
    assert refused.status_code == 405
    assert set(refused.headers["allow"].split(", ")) == methods
    assert client.options("/api/nothing-here").status_code == 404


def test_head_is_get_without_a_body(client: httpx.Client) -> None:
    answer = client.head("/api/session")
    assert answer.status_code == 200
    assert answer.content == b""
