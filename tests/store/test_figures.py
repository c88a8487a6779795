"""A community's figures follow its ledgers, whoever changes them."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, text

from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.layer import Visibility
from tests.examples import Keys, feature_of


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.owner.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


@pytest.fixture
def keys(db: Connection) -> Keys:
    """A division, and a community in it."""
    found: dict[str, dict[str, Any]] = {}
    for name in ("divisions", "communities"):
        feature = feature_of(CATALOGUE[name], found)
        [id_] = add_many(db, CATALOGUE[name], [feature], Visibility.PUBLISHED)
        found[name] = {"id": id_, **feature.attributes.model_dump()}
    return found


def add(
    db: Connection,
    keys: Keys,
    name: str,
    visibility: Visibility = Visibility.PUBLISHED,
    **changes: Any,
) -> int:
    layer = CATALOGUE[name]
    return add_many(db, layer, [feature_of(layer, keys, **changes)], visibility)[0]


def figures(db: Connection) -> dict[str, Any]:
    return dict(db.execute(text("SELECT * FROM open.communities")).mappings().one())


def test_a_community_without_ledgers_has_zeros_and_no_stage(db: Connection, keys: Keys) -> None:
    found = figures(db)
    assert (found["budget_cny"], found["gap_cny"], found["survey_answers"]) == (0, 0, 0)
    assert (found["stage"], found["progress"], found["gap_share"]) == (None, None, None)


def test_progress_is_weighted_by_budget(db: Connection, keys: Keys) -> None:
    add(db, keys, "works", budget_cny=3_000_000, progress=1)
    add(db, keys, "works", budget_cny=1_000_000, progress=0)
    assert figures(db)["progress"] == 0.75


def test_many_rows_of_one_community_are_added_at_once(db: Connection, keys: Keys) -> None:
    layer = CATALOGUE["works"]
    features = [feature_of(layer, keys, budget_cny=1_000_000) for _ in range(3)]
    add_many(db, layer, features, Visibility.PUBLISHED)
    assert figures(db)["budget_cny"] == 3_000_000
    db.execute(text("UPDATE onemap.works SET budget_cny = 1"))
    assert figures(db)["budget_cny"] == 3


def test_the_gap_is_what_nobody_has_promised(db: Connection, keys: Keys) -> None:
    add(db, keys, "works", budget_cny=4_000_000)
    add(db, keys, "funding", committed_cny=1_000_000, planned_cny=4_000_000)
    assert (figures(db)["gap_cny"], figures(db)["gap_share"]) == (3_000_000, 0.75)


def test_more_money_than_budget_is_no_gap(db: Connection, keys: Keys) -> None:
    add(db, keys, "works", budget_cny=1_000_000)
    add(db, keys, "funding", committed_cny=2_000_000, planned_cny=2_000_000)
    assert (figures(db)["gap_cny"], figures(db)["gap_share"]) == (0, 0)


def test_the_stage_is_the_last_row_of_the_ledger(db: Connection, keys: Keys) -> None:
    add(db, keys, "stage_changes", stage="suspended", at="2026-10-01T20:00:00Z")
    add(db, keys, "stage_changes", stage="under_works", at="2026-09-01T00:00:00Z")
    found = figures(db)
    assert (found["stage"], found["phase"]) == ("suspended", "paused")
    # The evening of 1 October in London is 2 October in China.
    assert str(found["stage_since"]) == "2026-10-02"


def test_internal_rows_are_in_no_public_figure(db: Connection, keys: Keys) -> None:
    add(db, keys, "works", Visibility.DRAFT, budget_cny=9)
    add(db, keys, "funding", Visibility.DRAFT)
    add(db, keys, "stage_changes", Visibility.DRAFT)
    found = figures(db)
    assert (found["budget_cny"], found["planned_cny"], found["stage"]) == (0, 0, None)


def test_satisfaction_is_hidden_below_five_answers(db: Connection, keys: Keys) -> None:
    for _ in range(4):
        add(db, keys, "surveys", satisfied=True)
    assert (figures(db)["survey_answers"], figures(db)["satisfied_share"]) == (4, None)
    add(db, keys, "surveys", satisfied=False)
    assert (figures(db)["survey_answers"], figures(db)["satisfied_share"]) == (5, 0.8)


def test_a_change_and_a_deletion_are_followed_too(db: Connection, keys: Keys) -> None:
    work = add(db, keys, "works", budget_cny=1_000_000)
    db.execute(text("UPDATE onemap.works SET budget_cny = 5 WHERE id = :id"), {"id": work})
    assert figures(db)["budget_cny"] == 5
    db.execute(text("DELETE FROM onemap.works"))
    assert figures(db)["budget_cny"] == 0
