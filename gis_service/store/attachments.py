"""Attached files in the database, and who may see them: whoever sees a row that they hang on."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    MetaData,
    Table,
    Text,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import insert

from gis_service.store.schema.views import ATTACHMENTS_VIEW, OPEN
from gis_service.store.tables import ATTACHMENTS
from gis_service.store.views import view
from layers import CATALOGUE
from layers.core.access import Actor, Role

_OPEN = Table(
    ATTACHMENTS_VIEW,
    MetaData(schema=OPEN),
    Column("sha256", Text),
    Column("media_type", Text),
    Column("content", LargeBinary),
    Column("thumbnail", LargeBinary),
)


@dataclass(frozen=True, slots=True)
class Stored:
    media_type: str
    content: bytes


def add(db: Connection, values: Mapping[str, Any]) -> None:
    """Once, however often it is sent."""
    db.execute(insert(ATTACHMENTS).values(values).on_conflict_do_nothing())


def sent_today(db: Connection, actor: Actor) -> int:
    """How many the actor has sent within a day."""
    mine = (ATTACHMENTS.c.sent_by == actor.name) & (
        ATTACHMENTS.c.sent_at > func.now() - timedelta(days=1)
    )
    return db.scalar(select(func.count()).where(mine)) or 0


def known(db: Connection, hashes: Collection[str]) -> dict[str, str]:
    """The form of each of them that there is."""
    rows = db.execute(
        select(ATTACHMENTS.c.sha256, ATTACHMENTS.c.form).where(ATTACHMENTS.c.sha256.in_(hashes))
    )
    return {row.sha256: row.form for row in rows}


def seen(db: Connection, actor: Actor, sha256: str, *, small: bool) -> Stored | None:
    """The file, or its thumbnail where it has one, if the actor may see it."""
    table = _OPEN if actor.role is Role.PUBLIC else ATTACHMENTS
    content = func.coalesce(table.c.thumbnail, table.c.content) if small else table.c.content
    query = select(table.c.media_type, content).where(table.c.sha256 == sha256)
    if actor.role is not Role.PUBLIC:
        query = query.where(or_(ATTACHMENTS.c.sent_by == actor.name, *_hangs(actor)))
    row = db.execute(query).one_or_none()
    return None if row is None else Stored(row[0], bytes(row[1]))


def _hangs(actor: Actor) -> Iterator[ColumnElement[bool]]:
    for layer in CATALOGUE.values():
        shown = view(layer, actor)
        for name in layer.attached:
            if name in shown.c:
                yield exists().where(shown.c[name] == ATTACHMENTS.c.sha256)
