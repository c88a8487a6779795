"""Bearer tokens of machines, known by their hash: named, ending, and revoked by deletion."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, or_, select

from gis_service.store.account_tables import ACCOUNTS, TOKENS
from gis_service.store.accounts import COLUMNS, Account, account_of

_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Token:
    """What may be told of a token once it has been handed out."""

    id: int
    name: str
    created_at: datetime
    ends_at: datetime
    seen_at: datetime | None


_COLUMNS = [TOKENS.c[name] for name in Token.__dataclass_fields__]


def add(db: Connection, account: int, name: str, hash_: bytes, lasts: timedelta) -> Token:
    row = db.execute(
        TOKENS.insert()
        .values(account=account, name=name, hash=hash_, ends_at=func.now() + lasts)
        .returning(*_COLUMNS)
    ).one()
    return Token(*row)


def listed(db: Connection, account: int) -> list[Token]:
    rows = db.execute(select(*_COLUMNS).where(TOKENS.c.account == account).order_by(TOKENS.c.id))
    return [Token(*row) for row in rows]


def account(db: Connection, hash_: bytes) -> Account | None:
    """Whose token it is, if it has not ended."""
    stale = or_(TOKENS.c.seen_at.is_(None), TOKENS.c.seen_at < func.now() - _NOTED_EVERY)
    row = (
        db.execute(
            select(*COLUMNS, stale.label("stale"))
            .join(TOKENS, TOKENS.c.account == ACCOUNTS.c.id)
            .where(TOKENS.c.hash == hash_, ACCOUNTS.c.active, TOKENS.c.ends_at > func.now())
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        return None
    if row["stale"]:
        db.execute(TOKENS.update().where(TOKENS.c.hash == hash_).values(seen_at=func.now()))
    return account_of(row)


def revoke(db: Connection, account: int, id_: int) -> bool:
    """Whether the account had such a token."""
    ours = (TOKENS.c.account == account) & (TOKENS.c.id == id_)
    return db.execute(TOKENS.delete().where(ours)).rowcount == 1


def revoke_all(db: Connection, account: int) -> None:
    db.execute(TOKENS.delete().where(TOKENS.c.account == account))
