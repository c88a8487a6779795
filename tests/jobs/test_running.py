"""What a restart, a cancellation or a closed account does to a job that is under way."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from gis_service import importing
from gis_service.importing import Options
from gis_service.importing.steps import Step
from gis_service.jobs import running
from gis_service.jobs.running import Desk, Interrupted
from gis_service.jobs.uploads import Uploads
from gis_service.store import accounts, imports
from gis_service.store.database import Database
from gis_service.store.imports import Import, State
from gis_service.store.tables import HISTORY, TABLES
from layers.core.access import Role
from tests.accounts import add_account
from tests.api.writers import body
from tests.examples import add_examples

NAME = "material_storage"


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, Any]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def account(database: Database, ids: dict[str, Any]) -> accounts.Account:
    return add_account(database, Role.STREET_OFFICER, areas=("36",))


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, Uploads(tmp_path / "uploads"))


@pytest.fixture
def asked(
    desk: Desk, account: accounts.Account, ids: dict[str, Any], tmp_path: Path
) -> Iterator[int]:
    """An import that is to write one row, in the queue's hands; what it wrote is taken back."""
    sent = tmp_path / "sent.geojson"
    rows = [body(NAME, east=0.0001, site=ids["sites"])]
    sent.write_text(json.dumps({"type": "FeatureCollection", "features": rows}))
    with sent.open("rb") as content:
        file = desk.uploads.keep(sent.name, content)
    values = {
        "account": account.id,
        "layer": NAME,
        "source": sent.name,
        "file": file,
        "options": asdict(Options()),
        "applies": True,
        "skips_refused": False,
    }
    with desk.database.staff.begin() as db:
        id_ = imports.add(db, values)
    yield id_
    table = TABLES[NAME]
    with desk.database.staff.begin() as db:
        db.execute(table.delete().where(table.c.id != ids[NAME]))


def state(desk: Desk, id_: int) -> Import:
    with desk.database.staff.begin() as db:
        found = imports.found(db, id_)
    assert found is not None
    return found


def rows(desk: Desk) -> int:
    with desk.database.staff.begin() as db:
        return db.scalar(select(func.count()).select_from(TABLES[NAME])) or 0


def test_it_writes_as_whoever_asked(desk: Desk, asked: int, account: accounts.Account) -> None:
    before = rows(desk)
    running.run(desk, asked, lambda: False)
    done = state(desk, asked)
    assert (done.state, done.written, done.file) == (State.DONE, 1, None)
    assert rows(desk) == before + 1
    with desk.database.owner.begin() as db:
        newest = select(HISTORY.c.actor).order_by(HISTORY.c.id.desc()).limit(1)
        assert db.scalar(newest) == account.name


def test_run_again_it_writes_nothing_more(desk: Desk, asked: int) -> None:
    running.run(desk, asked, lambda: False)
    after = rows(desk)
    running.run(desk, asked, lambda: False)
    assert rows(desk) == after


def test_interrupted_it_begins_anew(desk: Desk, asked: int) -> None:
    before = rows(desk)
    with pytest.raises(Interrupted):
        running.run(desk, asked, lambda: True)
    assert state(desk, asked).state is State.RUNNING
    assert rows(desk) == before
    running.run(desk, asked, lambda: False)
    assert rows(desk) == before + 1


def test_what_breaks_off_each_time_is_given_up(desk: Desk, asked: int) -> None:
    for _ in range(3):
        with pytest.raises(Interrupted):
            running.run(desk, asked, lambda: True)
    running.run(desk, asked, lambda: False)
    assert state(desk, asked).state is State.FAILED


def test_called_off_under_way_it_writes_nothing(
    desk: Desk, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, apply = rows(desk), importing.apply

    def called_off(*args: Any, **options: Any) -> Any:
        written = apply(*args, **options)
        with desk.database.staff.begin() as db:
            assert imports.cancel(db, asked)
        return written

    monkeypatch.setattr(importing, "apply", called_off)
    running.run(desk, asked, lambda: False)
    assert state(desk, asked).state is State.CANCELLED
    assert rows(desk) == before


def test_a_closed_account_writes_nothing(desk: Desk, asked: int, account: accounts.Account) -> None:
    before = rows(desk)
    with desk.database.identity.begin() as db:
        accounts.change(db, account.id, {"active": False})
    running.run(desk, asked, lambda: False)
    with desk.database.identity.begin() as db:
        accounts.change(db, account.id, {"active": True})
    ended = state(desk, asked)
    assert (ended.state, ended.file) == (State.FAILED, None)
    assert rows(desk) == before


def test_rights_are_those_of_the_day_it_runs(
    desk: Desk, asked: int, account: accounts.Account
) -> None:
    before = rows(desk)
    with desk.database.identity.begin() as db:
        accounts.change(db, account.id, {"areas": []})
    running.run(desk, asked, lambda: False)
    with desk.database.identity.begin() as db:
        accounts.change(db, account.id, {"areas": ["36"]})
    assert state(desk, asked).written == 0
    assert rows(desk) == before


def test_how_far_it_is_grows(desk: Desk) -> None:
    shares = [step.share for step in Step]
    assert shares == sorted(set(shares))
    assert shares[0] >= 0
    assert shares[-1] < 1


def test_files_that_nobody_needs_are_swept(
    desk: Desk, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.database.staff.begin() as db:
        needed = imports.files(db)
    monkeypatch.setattr("gis_service.jobs.uploads._FRESH_S", -1)
    file = state(desk, asked).file
    assert file is not None
    desk.uploads.sweep(needed)
    assert desk.uploads.path(file).exists()
    desk.uploads.sweep(set())
    assert not desk.uploads.path(file).exists()
