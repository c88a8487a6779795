"""How often something was tried in vain, so that a restart does not forget it."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.postgresql import insert

from gis_service.store.account_tables import THROTTLES

FORGOTTEN = timedelta(days=1)


def wait(db: Connection, keys: Sequence[str]) -> timedelta:
    """How long until the last of `keys` is free; zero or less when all are.

    By the clock of the moment: our transaction may have begun before the one we waited for.
    """
    left = func.max(THROTTLES.c.free_at) - func.clock_timestamp()
    found = db.scalar(select(left).where(THROTTLES.c.key.in_(keys)))
    return timedelta(0) if found is None else found


def count(db: Connection, key: str, pause: Callable[[int], timedelta]) -> None:
    """Counts one more try; `pause` says after how many tries how long the key is not free."""
    now = func.now()
    fresh = insert(THROTTLES).values(key=key, tries=1, tried_at=now, free_at=now)
    tries = db.execute(
        fresh.on_conflict_do_update(
            index_elements=[THROTTLES.c.key],
            set_={"tries": THROTTLES.c.tries + 1, "tried_at": now},
        ).returning(THROTTLES.c.tries)
    ).scalar_one()
    db.execute(THROTTLES.update().where(THROTTLES.c.key == key).values(free_at=now + pause(tries)))


def lock(db: Connection, keys: Sequence[str]) -> None:
    """Makes others who try the same wait for our transaction, always in the same order."""
    for key in sorted(keys):
        db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))


def refund(db: Connection, key: str) -> None:
    """Takes back the last try: it was not in vain."""
    db.execute(
        THROTTLES.update()
        .where(THROTTLES.c.key == key)
        .values(tries=THROTTLES.c.tries - 1, free_at=func.now())
    )


def forget(db: Connection, key: str) -> None:
    """Forgets `key`, and what was tried long ago."""
    old = THROTTLES.c.tried_at < func.now() - FORGOTTEN
    db.execute(THROTTLES.delete().where((THROTTLES.c.key == key) | old))
