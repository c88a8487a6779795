"""Signing in by a certified OpenID provider that runs here, in a process of its own."""

import re
import socket
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from pydantic import SecretStr
from starlette.types import ASGIApp

from gis_service.app import create_app
from gis_service.commands.runs import WEB
from gis_service.settings import Settings
from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import add_account

SUBJECT = "zhang.san@example.org"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The issuer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    issuer = f"http://127.0.0.1:{port}"
    script = Path(__file__).with_name("openid_provider.mjs")
    node = Path(sys.executable).with_name("node")
    command: list[str | Path] = [node, script, issuer, str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=WEB, stdout=quiet, stderr=quiet) as process:
        for _ in range(300):
            with suppress(httpx.TransportError):
                httpx.get(f"{issuer}/.well-known/openid-configuration", trust_env=False)
                break
            time.sleep(0.1)
        yield issuer
        process.terminate()


@pytest.fixture(scope="module")
def app(database: Database, provider: str) -> ASGIApp:
    add_account(database, Role.PLANNER, name="zhang", areas=("",), subject=SUBJECT)
    add_account(database, Role.PLANNER, name="li", areas=("",), subject="li.si@example.org")
    return create_app(
        database,
        Settings(
            openid_issuer=provider,
            openid_client_id="onemap",
            openid_client_secret=SecretStr("between us"),
        ),
    )


@pytest.fixture
def browser(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, trust_env=False, timeout=30) as browser:
        yield browser


def begin(browser: httpx.Client, next_: str = "/") -> str:
    """The address at the provider that the browser is sent to."""
    answer = browser.get("/api/session/openid", params={"next": next_})
    assert answer.status_code == 302, answer.text
    return answer.headers["location"]


def approve(address: str, subject: str = SUBJECT) -> str:
    """The address that the provider sends the browser back to, once somebody has signed in."""
    return elsewhere(address, lambda page: page.post(data={"login": subject, "password": "any"}))


def deny(address: str) -> str:
    """The address that the provider sends the browser back to when somebody turns away."""
    return elsewhere(address, lambda page: page.leave())


@dataclass
class Page:
    """A page of the provider that asks something."""

    browser: httpx.Client
    answer: httpx.Response

    def post(self, data: dict[str, str]) -> httpx.Response:
        """Answers its form; a page that asks for consent heeds the prompt alone."""
        [prompt] = re.findall(r'name="prompt" value="(\w+)"', self.answer.text)
        [action] = re.findall(r'action="([^"]+)"', self.answer.text)
        return self.browser.post(action, data={"prompt": prompt, **data})

    def leave(self) -> httpx.Response:
        [abort] = re.findall(r'href="([^"]+/abort)"', self.answer.text)
        return self.browser.get(abort)


def elsewhere(address: str, act: Callable[[Page], httpx.Response]) -> str:
    """Follows the provider's pages until it sends the browser back here."""
    with httpx.Client(trust_env=False) as browser:
        answer = browser.get(address)
        while "/api/session/openid/callback" not in answer.headers.get("location", ""):
            if answer.is_redirect:
                answer = browser.get(answer.url.join(answer.headers["location"]))
            else:
                assert answer.is_success, answer.text
                answer = act(Page(browser, answer))
        return answer.headers["location"]


def changed(address: str, **parameters: str) -> str:
    parts = urlsplit(address)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | parameters
    return parts._replace(query=urlencode(query)).geturl()


def signed_in(browser: httpx.Client) -> bool:
    return bool(browser.get("/api/session").json()["signed_in"])


def test_the_session_says_where_to_go(browser: httpx.Client) -> None:
    assert browser.get("/api/session").json()["openid"] == "/api/session/openid"


def test_there_and_back(browser: httpx.Client) -> None:
    address = begin(browser, "/?view=list")
    asked = parse_qs(urlsplit(address).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["nonce"][0]) >= 40
    answer = browser.get(approve(address))
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == "/?view=list"
    assert browser.get("/api/session").json()["username"] == "zhang"


def test_what_comes_back_counts_once(browser: httpx.Client) -> None:
    back = approve(begin(browser))
    kept = dict(browser.cookies)
    browser.get(back)
    with httpx.Client(cookies=kept, trust_env=False) as thief:
        assert thief.get(back).status_code == 401


@pytest.mark.parametrize("state", ["", "another"])
def test_a_wrong_state_is_refused(browser: httpx.Client, state: str) -> None:
    back = changed(approve(begin(browser)), state=state)
    assert browser.get(back).status_code == 401
    assert not signed_in(browser)


def test_another_browser_cannot_come_back(browser: httpx.Client, server: str) -> None:
    """Else one could sign somebody else in as oneself, and read what they then enter."""
    back = approve(begin(browser))
    with httpx.Client(trust_env=False) as other:
        assert other.get(back).status_code == 401


def test_a_wrong_nonce_is_refused(browser: httpx.Client) -> None:
    back = approve(changed(begin(browser), nonce="of another sign-in"))
    assert browser.get(back).status_code == 401
    assert not signed_in(browser)


def test_a_wrong_code_is_refused(browser: httpx.Client) -> None:
    back = changed(approve(begin(browser)), code="guessed")
    assert browser.get(back).status_code == 401


def test_a_token_for_another_client_is_refused(browser: httpx.Client) -> None:
    back = approve(changed(begin(browser), client_id="another"))
    assert browser.get(back).status_code == 401


def test_who_has_no_account_is_told_whom_to_ask(browser: httpx.Client) -> None:
    answer = browser.get(approve(begin(browser), "stranger@example.org"))
    assert answer.status_code == 403
    assert "stranger@example.org" in answer.json()["detail"]
    assert not signed_in(browser)


def test_a_code_is_of_no_use_to_who_did_not_begin(browser: httpx.Client) -> None:
    """The provider wants the verifier whose challenge it was shown (RFC 7636)."""
    foreign = urlsafe_b64encode(sha256(b"another's verifier").digest()).rstrip(b"=").decode()
    back = approve(changed(begin(browser), code_challenge=foreign))
    assert browser.get(back).status_code == 401
    assert not signed_in(browser)


def test_whoever_turns_away_is_not_signed_in(browser: httpx.Client) -> None:
    back = deny(begin(browser))
    assert parse_qs(urlsplit(back).query)["error"] == ["access_denied"]
    assert browser.get(back).status_code == 401


@pytest.mark.parametrize("next_", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_nobody_is_sent_elsewhere(browser: httpx.Client, next_: str) -> None:
    answer = browser.get(approve(begin(browser, next_)))
    assert answer.headers["location"] == "/"
