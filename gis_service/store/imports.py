"""Imports that people asked for: what they sent, how far it has come, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Connection,
    DateTime,
    Identity,
    Integer,
    RowMapping,
    Table,
    Text,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from gis_service.store.tables import METADATA
from layers.core.text import Term

KEPT_FOR = timedelta(days=30)
FILE_KEPT_FOR = timedelta(days=1)
"""After a dry run: so long it may be applied without sending the file again."""


class State(Term):
    QUEUED = "queued", "排队中", "Waiting"
    RUNNING = "running", "进行中", "Running"
    DONE = "done", "已完成", "Done"
    FAILED = "failed", "未能完成", "Failed"
    CANCELLED = "cancelled", "已取消", "Cancelled"


_OPEN = (State.QUEUED, State.RUNNING)
_MOMENT = DateTime(timezone=True)

IMPORTS = Table(
    "imports",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("account", BigInteger, nullable=False, index=True),
    Column("layer", Text, nullable=False),
    # The name that the person's file had.
    Column("source", Text, nullable=False),
    # Where it lies among the uploads; absent once it has been thrown away.
    Column("file", Text),
    Column("options", JSONB, nullable=False),
    Column("applies", Boolean, nullable=False),
    Column("skips_refused", Boolean, nullable=False),
    Column("state", Text, nullable=False, server_default=State.QUEUED.value),
    Column("step", Text),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("written", Integer, nullable=False, server_default=text("0")),
    # The report of every row, or why there is none.
    Column("outcome", JSONB),
    Column("made_at", _MOMENT, nullable=False, server_default=func.now()),
    Column("ended_at", _MOMENT),
    CheckConstraint(f"state IN ({', '.join(repr(each.value) for each in State)})", name="state"),
)


@dataclass(frozen=True, slots=True)
class Import:
    """One row, without its outcome, which may be long."""

    id: int
    account: int
    layer: str
    source: str
    file: str | None
    options: Mapping[str, Any]
    applies: bool
    skips_refused: bool
    state: State
    step: str | None
    attempts: int
    written: int
    made_at: datetime
    ended_at: datetime | None


_COLUMNS = [IMPORTS.c[name] for name in Import.__dataclass_fields__]


def add(db: Connection, values: Mapping[str, Any]) -> int:
    """Answers the id, and throws away what ended long ago."""
    db.execute(IMPORTS.delete().where(IMPORTS.c.ended_at < func.now() - KEPT_FOR))
    return int(db.execute(IMPORTS.insert().returning(IMPORTS.c.id), dict(values)).scalar_one())


def found(db: Connection, id_: int) -> Import | None:
    row = db.execute(select(*_COLUMNS).where(IMPORTS.c.id == id_)).mappings().one_or_none()
    return None if row is None else _import(row)


def outcome(db: Connection, id_: int) -> Mapping[str, Any] | None:
    return db.scalar(select(IMPORTS.c.outcome).where(IMPORTS.c.id == id_))


def listed(db: Connection, account: int) -> list[Import]:
    """The account's own, newest first."""
    query = select(*_COLUMNS).where(IMPORTS.c.account == account).order_by(IMPORTS.c.id.desc())
    return [*map(_import, db.execute(query).mappings())]


def holding(db: Connection, account: int) -> int:
    """How many files of theirs lie here. Of two requests at once the second waits to be told."""
    db.execute(select(func.pg_advisory_xact_lock(func.hashtext("imports"), account)))
    mine = (IMPORTS.c.account == account) & IMPORTS.c.file.is_not(None)
    return db.scalar(select(func.count()).where(mine)) or 0


def begin(db: Connection, id_: int) -> Import | None:
    """Takes it in hand, again after a crash; None when it has been cancelled or has ended."""
    values = {"state": State.RUNNING.value, "attempts": IMPORTS.c.attempts + 1}
    query = IMPORTS.update().where(IMPORTS.c.id == id_, _is(*_OPEN)).values(values)
    row = db.execute(query.returning(*_COLUMNS)).mappings().one_or_none()
    return None if row is None else _import(row)


def tell(db: Connection, id_: int, step: str) -> bool:
    """Says how far it has come; whether it is still wanted."""
    query = IMPORTS.update().where(IMPORTS.c.id == id_, _is(State.RUNNING)).values(step=step)
    return db.scalar(query.returning(IMPORTS.c.id)) is not None


def end(
    db: Connection,
    id_: int,
    state: State,
    outcome: Mapping[str, Any],
    written: int = 0,
) -> bool:
    """Ends it; whether it was still wanted."""
    values = {
        "state": state.value,
        "step": None,
        "outcome": outcome,
        "written": written,
        "ended_at": func.now(),
    }
    query = IMPORTS.update().where(IMPORTS.c.id == id_, _is(State.RUNNING)).values(values)
    return db.scalar(query.returning(IMPORTS.c.id)) is not None


def again(db: Connection, id_: int, *, skips_refused: bool) -> bool:
    """Makes a dry run one that writes; whether there was one whose file is still here."""
    values = {
        "state": State.QUEUED.value,
        "applies": True,
        "skips_refused": skips_refused,
        "attempts": 0,
        "outcome": None,
        "ended_at": None,
    }
    dry = (IMPORTS.c.written == 0) & IMPORTS.c.file.is_not(None)
    query = IMPORTS.update().where(IMPORTS.c.id == id_, _is(State.DONE), dry).values(values)
    return db.scalar(query.returning(IMPORTS.c.id)) is not None


def cancel(db: Connection, id_: int) -> bool:
    """Whether it could be: what has written cannot."""
    unwritten = _is(*_OPEN) | (_is(State.DONE) & (IMPORTS.c.written == 0))
    values = {"state": State.CANCELLED.value, "step": None, "ended_at": func.now()}
    query = IMPORTS.update().where(IMPORTS.c.id == id_, unwritten).values(values)
    return db.scalar(query.returning(IMPORTS.c.id)) is not None


def forget_file(db: Connection, id_: int) -> None:
    db.execute(IMPORTS.update().where(IMPORTS.c.id == id_).values(file=None))


def files(db: Connection) -> set[str]:
    """The files that may still be needed; those of old dry runs are forgotten."""
    old = IMPORTS.c.ended_at < func.now() - FILE_KEPT_FOR
    db.execute(IMPORTS.update().where(old, IMPORTS.c.file.is_not(None)).values(file=None))
    return {*db.scalars(select(IMPORTS.c.file).where(IMPORTS.c.file.is_not(None)))}


def _is(*states: State) -> ColumnElement[bool]:
    return IMPORTS.c.state.in_([state.value for state in states])


def _import(row: RowMapping) -> Import:
    values = {name: row[name] for name in Import.__dataclass_fields__}
    return Import(**values | {"state": State(row["state"])})
