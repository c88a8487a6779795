"""Sessions of people who are signed in, known by the hash of what their cookie holds."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from gis_service.store.account_tables import ACCOUNTS, SESSIONS
from gis_service.store.accounts import COLUMNS, Account, account_of

IDLE = timedelta(hours=12)
"""A shift on site and the night's rest from it sign nobody in again; a lost phone's day does."""
LONGEST = timedelta(days=14)
_NOTED_EVERY = timedelta(minutes=1)
"""When a session was last used is written this seldom: reading must not cost a write."""


def begin(db: Connection, account: int, hash_: bytes) -> None:
    """Begins a session, and clears away those that nobody can use any more."""
    db.execute(SESSIONS.delete().where(~_alive()))
    db.execute(SESSIONS.insert(), {"account": account, "hash": hash_})


def account(db: Connection, hash_: bytes) -> Account | None:
    """Whose living session it is, which thereby lives on."""
    stale = SESSIONS.c.seen_at < func.now() - _NOTED_EVERY
    row = (
        db.execute(
            select(*COLUMNS, stale.label("stale"))
            .join(SESSIONS, SESSIONS.c.account == ACCOUNTS.c.id)
            .where(SESSIONS.c.hash == hash_, ACCOUNTS.c.active, _alive())
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        return None
    if row["stale"]:
        db.execute(SESSIONS.update().where(SESSIONS.c.hash == hash_).values(seen_at=func.now()))
    return account_of(row)


def end(db: Connection, hash_: bytes) -> None:
    db.execute(SESSIONS.delete().where(SESSIONS.c.hash == hash_))


def end_all(db: Connection, account: int) -> None:
    db.execute(SESSIONS.delete().where(SESSIONS.c.account == account))


def _alive() -> ColumnElement[bool]:
    now = func.now()
    return (SESSIONS.c.seen_at > now - IDLE) & (SESSIONS.c.began_at > now - LONGEST)
