"""Reports of an actor's area as their desk lists them: what waits, in the order of its urgency, and
how many others are probably of the same thing. Nothing private is in it but that it is private."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    func,
    literal_column,
    or_,
    select,
)

from gis_service.store import scopes
from gis_service.store.scopes import Owned
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import Actor
from layers.core.layer import Visibility
from layers.reports import ReportStatus

NEAR_M, NEAR_IN_TIME = 50.0, timedelta(days=30)
"""Within these, reports of one category are probably of the same thing."""
_DEGREE_M = 90_000
"""No degree in China is shorter: a box of so many degrees holds the circle."""

_REPORTS, _GROUND = "reports", "communities"


@dataclass(frozen=True, slots=True)
class ReceivedReport:
    """`waits`: nobody has decided yet whether the public sees it. `alike` are the numbers of
    others that are probably of the same thing: of one category, within 50 m (or, where one has no
    pin, in the same community) and within 30 days. `place` is what the community is called; `x` and
    `y` are degrees."""

    id: int
    version: int
    visibility: str
    community: int | None
    place: str | None
    category: str
    text: str
    status: str
    reported_at: datetime
    replied_at: datetime | None
    reopened_at: datetime | None
    private: bool
    has_photo: bool
    waits: bool
    alike: list[int]
    x: float | None
    y: float | None


@dataclass(frozen=True, slots=True)
class ReportCounts:
    """Of the whole area; reopened and waiting ones are among the open."""

    open: int
    reopened: int
    waiting: int
    closed: int


def listed(
    db: Connection, actor: Actor, *, closed: bool, limit: int, offset: int
) -> list[ReceivedReport]:
    """Those asked for again first, then what nobody looked at, then the oldest; of those that are
    closed the latest first."""
    path = scopes.owned(_REPORTS)
    table = path.table
    order = (
        (table.c.replied_at.desc().nullslast(),)
        if closed
        else (_again(table).desc(), table.c.reopened_at, _waits(table).desc(), table.c.reported_at)
    )
    chosen = _mine(actor, path).where(_closed(table) if closed else ~_closed(table))
    rows = db.execute(chosen.order_by(*order, table.c.id).limit(limit).offset(offset))
    return [ReceivedReport(**row) for row in rows.mappings()]


def counts(db: Connection, actor: Actor) -> ReportCounts:
    path = scopes.owned(_REPORTS)
    table = path.table
    found = {
        "open": ~_closed(table),
        "reopened": _again(table),
        "waiting": ~_closed(table) & _waits(table),
        "closed": _closed(table),
    }
    counted = select(*(func.count().filter(each).label(name) for name, each in found.items()))
    within = scopes.within(CATALOGUE[_REPORTS], actor, path)
    return ReportCounts(
        **db.execute(counted.select_from(path.source).where(within)).mappings().one()
    )


def _mine(actor: Actor, path: Owned) -> Select[Any]:
    table, place = path.table, TABLES[_GROUND].alias("place")
    told = {
        "place": place.c.name,
        "has_photo": or_(table.c.photo.is_not(None), table.c.kept_photo.is_not(None)),
        "waits": _waits(table),
        "alike": _alike(actor, table),
        "x": func.ST_X(table.c.geometry),
        "y": func.ST_Y(table.c.geometry),
    }
    names = [each.name for each in fields(ReceivedReport)]
    named = [(told[name] if name in told else table.c[name]).label(name) for name in names]
    source = path.source.outerjoin(place, place.c.id == table.c.community)
    return select(*named).select_from(source).where(scopes.within(CATALOGUE[_REPORTS], actor, path))


def _closed(table: FromClause) -> ColumnElement[bool]:
    return table.c.status == ReportStatus.CLOSED.value


def _again(table: FromClause) -> ColumnElement[bool]:
    return ~_closed(table) & table.c.reopened_at.is_not(None)


def _waits(table: FromClause) -> ColumnElement[bool]:
    return and_(
        table.c.visibility == Visibility.DRAFT.value,
        table.c.hidden_reason == "",
        ~table.c.private,
    )


def _alike(actor: Actor, table: FromClause) -> ColumnElement[Any]:
    """By place where both bear a pin, else by community; the actor's own and what is public."""
    other = TABLES[_REPORTS].alias("other")
    pinned = and_(table.c.geometry.is_not(None), other.c.geometry.is_not(None))
    public = and_(other.c.visibility == Visibility.PUBLISHED.value, ~other.c.private)
    ground = scopes.owned(_GROUND)
    mine = select(ground.table.c.id).select_from(ground.source)
    within = scopes.within(CATALOGUE[_GROUND], actor, ground)
    near = and_(
        other.c.geometry.op("&&")(func.ST_Expand(table.c.geometry, NEAR_M / _DEGREE_M)),
        func.ST_DWithin(func.geography(table.c.geometry), func.geography(other.c.geometry), NEAR_M),
    )
    same = or_(and_(pinned, near), and_(~pinned, other.c.community == table.c.community))
    return (
        select(func.coalesce(func.array_agg(other.c.id), literal_column("'{}'")))
        .where(
            other.c.id != table.c.id,
            other.c.category == table.c.category,
            other.c.reported_at.between(
                table.c.reported_at - NEAR_IN_TIME, table.c.reported_at + NEAR_IN_TIME
            ),
            same,
            or_(public, other.c.community.in_(mine.where(within))),
        )
        .correlate(table)
        .scalar_subquery()
    )
