from collections import Counter

import pytest
from sqlalchemy import Connection, text

from gis_service.informing.keeping import Kept
from gis_service.store.database import Database
from layers.core.access import PUBLIC


def counted(db: Connection) -> int:
    return int(db.scalar(text("SELECT count(*) FROM open.divisions")) or 0)


def test_an_answer_is_kept_until_anything_changes(told: Database) -> None:
    kept, asked = Kept(), Counter[str]()

    def answer() -> int:
        def find() -> int:
            asked["divisions"] += 1
            return counted(db)

        with told.transaction(PUBLIC) as db:
            return kept.of(db, "divisions", find)

    first = answer()
    assert answer() == first
    assert asked["divisions"] == 1
    with told.owner.begin() as connection:
        connection.execute(
            text("UPDATE onemap.divisions SET visibility = 'draft' WHERE code = '360923'")
        )
    assert answer() == first - 1
    assert asked["divisions"] == 2


def test_an_answer_that_failed_is_sought_again(db: Connection) -> None:
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.of(db, "ratio", lambda: 1 // 0)
    assert kept.of(db, "ratio", lambda: 7) == 7


def test_no_more_answers_are_kept_than_there_is_room_for(db: Connection) -> None:
    kept = Kept(most=2)
    for question in ("first", "second", "third"):
        assert kept.of(db, question, lambda: 1) == 1
    assert kept.of(db, "third", lambda: 2) == 1
    assert kept.of(db, "first", lambda: 2) == 2
