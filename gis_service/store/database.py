"""Connections to PostGIS, one engine for each database role.

An anonymous request runs as a role that can read the views of schema `open` and nothing else, so
that no mistake above the database can show what is not public.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import make_url

from layers.core.access import Actor, Role

POOL_SIZE = 12
_SESSION = "-c jit=off -c timezone=UTC -c statement_timeout={timeout_s}s"
_ANONYMOUS_TIMEOUT_S, _STAFF_TIMEOUT_S, _IDENTITY_TIMEOUT_S = 20, 0, 20


@dataclass(frozen=True, slots=True)
class Urls:
    """A SQLAlchemy URL for each role of the service."""

    owner: str
    staff: str
    gate: str
    anonymous: str
    identity: str

    @classmethod
    def switching(cls, url: str) -> Self:
        """For an outside database with one login: each role is taken on at connection."""

        def as_role(role: str) -> str:
            parsed = make_url(url).set(drivername="postgresql+psycopg")
            options = f"{parsed.query.get('options', '')} -c role={role}".strip()
            return parsed.update_query_dict({"options": options}).render_as_string(False)

        plain = make_url(url).set(drivername="postgresql+psycopg").render_as_string(False)
        return cls(
            owner=plain,
            staff=as_role("onemap_staff"),
            gate=as_role("onemap_gate"),
            anonymous=as_role("onemap_anonymous"),
            identity=as_role("onemap_identity"),
        )


@dataclass(frozen=True)
class Database:
    """The service's engines, made when first used."""

    urls: Urls

    @cached_property
    def owner(self) -> Engine:
        return _engine(self.urls.owner, _STAFF_TIMEOUT_S)

    @cached_property
    def staff(self) -> Engine:
        return _engine(self.urls.staff, _STAFF_TIMEOUT_S)

    @cached_property
    def anonymous(self) -> Engine:
        return _engine(self.urls.anonymous, _ANONYMOUS_TIMEOUT_S)

    @cached_property
    def gate(self) -> Engine:
        """For advancing alone: no other role adds a stage."""
        return _engine(self.urls.gate, _STAFF_TIMEOUT_S)

    @cached_property
    def identity(self) -> Engine:
        """For accounts alone: no other role but the owner may read them."""
        return _engine(self.urls.identity, _IDENTITY_TIMEOUT_S)

    @contextmanager
    def transaction(self, actor: Actor) -> Iterator[Connection]:
        """One transaction as the actor's database role; history rows will name the actor."""
        if actor.role is Role.PUBLIC:
            with self.anonymous.begin() as connection:
                yield connection
            return
        with self.staff.begin() as connection:
            _name(connection, actor)
            yield connection

    @contextmanager
    def advancing(self, actor: Actor) -> Iterator[Connection]:
        """One transaction of the role that adds stages. It reads what `actor` may see only because
        views say so: the public has no business here."""
        with self.gate.begin() as connection:
            _name(connection, actor)
            yield connection

    def close(self) -> None:
        for name in ("owner", "staff", "gate", "anonymous", "identity"):
            if name in self.__dict__:
                self.__dict__[name].dispose()


def _name(connection: Connection, actor: Actor) -> None:
    """Tells the history who it is that changes something."""
    connection.execute(text("SELECT set_config('onemap.actor', :name, true)"), {"name": actor.name})


def _engine(url: str, timeout_s: int) -> Engine:
    parsed = make_url(url)
    given = parsed.query.get("options", "")
    options = f"{_SESSION.format(timeout_s=timeout_s)} {given}".strip()
    return create_engine(
        parsed.update_query_dict({"options": options}),
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_pre_ping=True,
        # Errors end in the log: no password's hash and nobody's name may be told by one.
        hide_parameters=True,
        connect_args={"connect_timeout": 10},
    )
