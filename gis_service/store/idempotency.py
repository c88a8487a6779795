"""Answers that were given, by who asked and the key of the request, kept for a few days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, select, tuple_

from gis_service.store.tables import ANSWERS

KEPT_FOR = timedelta(days=7)
"""A phone may be off the network for a weekend with changes in its queue."""

_FORGOTTEN_AT_ONCE = 100
_SEED = 1
"""Keeps these locks apart from those of other names."""


@dataclass(frozen=True, slots=True)
class Kept:
    """`mark` is the hash of the request that was answered so."""

    mark: bytes
    status: int
    headers: Mapping[str, str]
    body: bytes


def claim(db: Connection, actor: str, key: str) -> Kept | None:
    """The answer that was given to the key. When there is none the key is the caller's until the
    transaction ends; whoever claims it too waits, and then reads the answer."""
    name = func.hashtextextended(f"{actor} {key}", _SEED)
    db.execute(select(func.pg_advisory_xact_lock(name)))
    # Only a statement that begins after the wait sees what the other has committed.
    given = select(ANSWERS.c.mark, ANSWERS.c.status, ANSWERS.c.headers, ANSWERS.c.body).where(
        ANSWERS.c.actor == actor, ANSWERS.c.key == key
    )
    row = db.execute(given).one_or_none()
    return None if row is None else Kept(*row)


def keep(db: Connection, actor: str, key: str, answer: Kept) -> None:
    """Writes the answer to a claimed key, whole: there is no answer without its words."""
    _forget(db)
    db.execute(
        ANSWERS.insert().values(
            actor=actor,
            key=key,
            mark=answer.mark,
            status=answer.status,
            headers=dict(answer.headers),
            body=answer.body,
        )
    )


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
