"""Accounts of people and machines: who they are, their role and scope."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from gis_service.store.account_tables import ACCOUNTS
from layers.core.access import Actor, Role


@dataclass(frozen=True, slots=True)
class Account:
    """One account, without its password."""

    id: int
    name: str
    full_name: str
    role: Role
    areas: frozenset[str]
    sites: frozenset[int]
    active: bool
    subject: str | None

    @property
    def actor(self) -> Actor:
        return Actor(self.role, self.areas, self.sites, self.name)


COLUMNS = [ACCOUNTS.c[name] for name in Account.__dataclass_fields__]


def account_of(row: RowMapping) -> Account:
    """From a row that holds `COLUMNS`."""
    values = {name: row[name] for name in Account.__dataclass_fields__}
    values["role"] = Role(values["role"])
    return Account(
        **values | {"areas": frozenset(values["areas"]), "sites": frozenset(values["sites"])}
    )


def listed(db: Connection) -> list[Account]:
    """Every account, by name."""
    return [*map(account_of, db.execute(select(*COLUMNS).order_by(ACCOUNTS.c.name)).mappings())]


def with_id(db: Connection, id_: int) -> Account | None:
    return _one(db, ACCOUNTS.c.id == id_)


def named(db: Connection, name: str) -> Account | None:
    return _one(db, ACCOUNTS.c.name == name)


def of_subject(db: Connection, subject: str) -> Account | None:
    """Whose account an OpenID provider's `sub` is."""
    return _one(db, ACCOUNTS.c.subject == subject)


def password_of(db: Connection, id_: int) -> str | None:
    """The hash."""
    return db.scalar(select(ACCOUNTS.c.password).where(ACCOUNTS.c.id == id_))


def add(db: Connection, values: dict[str, Any]) -> int:
    """Answers the id. Raises sqlalchemy.exc.IntegrityError when the name or subject is taken."""
    return int(db.execute(ACCOUNTS.insert().returning(ACCOUNTS.c.id), values).scalar_one())


def change(db: Connection, id_: int, values: dict[str, Any]) -> None:
    db.execute(ACCOUNTS.update().where(ACCOUNTS.c.id == id_), values)


def _one(db: Connection, condition: ColumnElement[bool]) -> Account | None:
    row = db.execute(select(*COLUMNS).where(condition)).mappings().one_or_none()
    return None if row is None else account_of(row)
