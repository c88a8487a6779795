"""`onemap user` as an operator types it."""

import io
from collections.abc import Callable
from contextlib import nullcontext

import pytest

from gis_service.__main__ import main
from gis_service.errors import NotSignedIn
from gis_service.identity.signing_in import sign_in
from gis_service.store import accounts
from gis_service.store.database import Database
from layers.core.access import Role
from tests.examples import add_examples

Onemap = Callable[..., int]
Said = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, int]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture
def onemap(database: Database, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> Onemap:
    monkeypatch.setattr(
        "gis_service.commands.database._urls", lambda *_, **__: nullcontext(database.urls)
    )
    # The test's own handling of signals stays.
    monkeypatch.setattr("signal.signal", lambda *_: None)

    def run(*arguments: object, typed: str = "") -> int:
        monkeypatch.setattr("sys.argv", ["onemap", "user", *map(str, arguments)])
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return main()

    return run


def test_the_first_administrator(onemap: Onemap, database: Database, capsys: Said) -> None:
    assert onemap("add", "Root", "--role", "admin", "--area", "all") == 0
    told = capsys.readouterr().out
    password = told.partition("password: ")[2].strip()
    account, _ = sign_in(database.identity, "root", password, "127.0.0.1")
    assert account.role is Role.ADMIN
    assert account.actor.everywhere


def test_a_manager_and_their_sites(
    onemap: Onemap, database: Database, ids: dict[str, int], capsys: Said
) -> None:
    site = ids["sites"]
    assert onemap("add", "wang", "--role", "site_manager", "--site", site, "--area", "360000") == 0
    with database.identity.begin() as db:
        account = accounts.named(db, "wang")
    assert account is not None
    assert account.sites == {site}
    assert account.areas == {"36"}
    capsys.readouterr()
    assert onemap("list") == 0
    assert f"36 #{site}" in capsys.readouterr().out
    assert onemap("list", "--json") == 0
    assert '"name": "wang"' in capsys.readouterr().out


def test_a_new_password_ends_the_old(onemap: Onemap, database: Database, capsys: Said) -> None:
    typed = "a password of my own\n"
    assert onemap("add", "li", "--role", "planner", "--password-stdin", typed=typed) == 0
    assert "password:" not in capsys.readouterr().out
    sign_in(database.identity, "li", typed.strip(), "127.0.0.1")
    assert onemap("password", "li") == 0
    new = capsys.readouterr().out.partition("password: ")[2].strip()
    sign_in(database.identity, "li", new, "127.0.0.1")
    with pytest.raises(NotSignedIn):
        sign_in(database.identity, "li", typed.strip(), "127.0.0.1")


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["add", "x", "--role", "king"], 2, "planner"),
        (["add", "x", "--role", "public"], 2, "planner"),
        (["add", "x"], 2, "role"),
        (["add", "x", "--role", "planner", "--area", "99"], 1, "no division 99"),
        (["add", "x", "--role", "site_manager", "--site", "424242"], 1, "no site 424242"),
        (["password", "nobody"], 1, "no account"),
    ],
)
def test_what_cannot_be(
    onemap: Onemap, capsys: Said, arguments: list[str], code: int, word: str
) -> None:
    assert onemap(*arguments) == code
    said = capsys.readouterr().err
    assert word in said
    assert "Traceback" not in said
