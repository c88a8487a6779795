"""Answers that were given, by who asked and the key of the request, kept for a few days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, select, tuple_
from sqlalchemy.dialects.postgresql import insert

from gis_service.store.tables import ANSWERS

KEPT_FOR = timedelta(days=7)
"""A phone may be off the network for a weekend with changes in its queue."""

_FORGOTTEN_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Kept:
    """`mark` is the hash of the request that was answered so."""

    mark: bytes
    status: int
    headers: Mapping[str, str]
    body: bytes


def claim(db: Connection, actor: str, key: str, mark: bytes) -> bool:
    """Whether the key is new, and then the caller's until the transaction ends.

    Waits for another transaction that has claimed the same key.
    """
    _forget(db)
    claimed = insert(ANSWERS).values(actor=actor, key=key, mark=mark).on_conflict_do_nothing()
    return db.scalar(claimed.returning(ANSWERS.c.key)) is not None


def _forget(db: Connection) -> None:
    """Old answers go as new ones come; those that another transaction takes are left to it."""
    name = tuple_(ANSWERS.c.actor, ANSWERS.c.key)
    old = (
        select(ANSWERS.c.actor, ANSWERS.c.key)
        .where(ANSWERS.c.at < func.now() - KEPT_FOR)
        .limit(_FORGOTTEN_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    db.execute(ANSWERS.delete().where(name.in_(old)))


def keep(db: Connection, actor: str, key: str, answer: Kept) -> None:
    """Writes the answer to a claimed key."""
    db.execute(
        ANSWERS.update()
        .where(ANSWERS.c.actor == actor, ANSWERS.c.key == key)
        .values(status=answer.status, headers=dict(answer.headers), body=answer.body)
    )


def kept(db: Connection, actor: str, key: str) -> Kept:
    """The answer to a key that was not new."""
    row = db.execute(
        select(ANSWERS.c.mark, ANSWERS.c.status, ANSWERS.c.headers, ANSWERS.c.body).where(
            ANSWERS.c.actor == actor, ANSWERS.c.key == key
        )
    ).one()
    return Kept(*row)
