"""The demo's accounts, and the file that tells their passwords."""

import json
import stat
from pathlib import Path

import pytest
from sqlalchemy import select

from gis_service.demo import load
from gis_service.demo.staff import FILE, make_accounts
from gis_service.identity.signing_in import sign_in
from gis_service.store import accounts, scopes
from gis_service.store.database import Database
from layers import sites
from layers.core.access import Role
from layers.ledgers import decisions
from tests.demo.conftest import DAY

ROLES = {role.value for role in Role if role is not Role.PUBLIC}


@pytest.fixture(scope="module")
def loaded(database: Database) -> Database:
    load(database.owner, "town", lambda _: None, today=DAY)
    return database


def told(folder: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((folder / FILE).read_text())
    return found


def test_each_role_may_sign_in_and_has_something_to_do(loaded: Database, tmp_path: Path) -> None:
    assert make_accounts(loaded, tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    given = told(tmp_path)
    assert set(given) == ROLES
    for role, each in given.items():
        account, _ = sign_in(loaded.identity, each["username"], each["password"], "127.0.0.1")
        assert account.role.value == role
        assert account.areas or account.sites


def test_a_second_start_keeps_them(loaded: Database, tmp_path: Path) -> None:
    make_accounts(loaded, tmp_path)
    before = told(tmp_path)
    assert not make_accounts(loaded, tmp_path)
    assert told(tmp_path) == before


def test_a_lost_file_is_made_anew(loaded: Database, tmp_path: Path) -> None:
    make_accounts(loaded, tmp_path)
    before = told(tmp_path)
    (tmp_path / FILE).unlink()
    assert make_accounts(loaded, tmp_path)
    after = told(tmp_path)
    assert all(after[role]["password"] != before[role]["password"] for role in ROLES)
    sign_in(loaded.identity, "admin", after["admin"]["password"], "127.0.0.1")


def test_the_manager_works_where_the_officer_does_and_votes_are_under_way(
    loaded: Database, tmp_path: Path
) -> None:
    make_accounts(loaded, tmp_path)
    with loaded.identity.begin() as db:
        manager, officer = (accounts.named(db, name) for name in ("site_manager", "street_officer"))
    assert manager
    assert officer
    with loaded.owner.begin() as db:
        path = scopes.owned(decisions.LAYER.name)
        places = [scopes.place_of(db, sites.LAYER, id_) for id_ in manager.sites]
        votes = db.scalars(
            select(path.division).select_from(path.source).where(path.table.c.result == "open")
        ).all()
    assert {place.division for place in places} < officer.areas
    assert officer.areas & set(votes)
