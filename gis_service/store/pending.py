"""What nobody has dealt with yet, of everything in an actor's scope: a statement for each layer,
however many communities there are.

Rows are picked by what is left open in them; whether it is time to do something is judged by the
rules that read them (`layers.tasks`). Nothing beyond the scope is in an answer, public or not.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, or_, select

from gis_service.store import scopes
from gis_service.store.scopes import Owned
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import Actor
from layers.core.layer import Visibility
from layers.core.moments import day
from layers.ledgers.decisions import DecisionResult
from layers.reports import ReportStatus
from layers.sites import SiteStatus
from layers.tasks import rows
from layers.tasks.affairs import SOON, WATCHED
from layers.warning_perimeters import CLOSING

HIDDEN_REASON = "hidden_reason"
Condition = ColumnElement[bool]
IsOpen = Callable[[FromClause, datetime], Condition]


def _publicity(posted: FromClause, now: datetime) -> Condition:
    said = TABLES["comments"]
    of = select(said.c.publicity).where(_comments(said, now))
    return or_(posted.c.ends == day(now), posted.c.id.in_(of))


def _votes(votes: FromClause, _: datetime) -> Condition:
    return votes.c.result == DecisionResult.OPEN.value


def _comments(said: FromClause, _: datetime) -> Condition:
    return or_(said.c.outcome.is_(None), said.c.answer == "", _is_draft(said))


def _receptions(items: FromClause, _: datetime) -> Condition:
    return items.c.replied_on.is_(None)


def _reports(reports: FromClause, _: datetime) -> Condition:
    return reports.c.status != ReportStatus.CLOSED.value


def _closures(perimeters: FromClause, now: datetime) -> Condition:
    closing = perimeters.c.status.in_([status.value for status in CLOSING])
    return closing & (perimeters.c.starts <= now) & ~_is_draft(perimeters)


def _active(sites: FromClause, _: datetime) -> Condition:
    return sites.c.status == SiteStatus.ACTIVE.value


def _shifts(shifts: FromClause, now: datetime) -> Condition:
    return (shifts.c.starts < now + WATCHED) & (shifts.c.ends > now)


def _exceptions(exceptions: FromClause, now: datetime) -> Condition:
    sites = TABLES["sites"]
    return exceptions.c.site.in_(select(sites.c.id).where(_active(sites, now)))


def _supervisors(supervisors: FromClause, now: datetime) -> Condition:
    """All of a community, where a term ends or somebody is not confirmed."""
    every = TABLES["supervisors"].alias("every_supervisor")
    ending = or_(every.c.term_ends <= day(now) + SOON, _is_draft(every))
    return supervisors.c.community.in_(select(every.c.community).where(ending))


def _remarks(surveys: FromClause, _: datetime) -> Condition:
    return (surveys.c.remark != "") & surveys.c.outcome.is_(None)


def _is_draft(table: FromClause) -> Condition:
    """Internal, and not because somebody looked at it and said why it is not shown."""
    draft: Condition = table.c.visibility == Visibility.DRAFT.value
    reason = table.c.get(HIDDEN_REASON)
    return draft if reason is None else draft & (reason == "")


OPEN: Mapping[type[Any], tuple[str, IsOpen]] = {
    rows.Posted: ("publicity", _publicity),
    rows.Voting: ("decisions", _votes),
    rows.Said: ("comments", _comments),
    rows.Received: ("reception_items", _receptions),
    rows.Reported: ("reports", _reports),
    rows.Closure: ("warning_perimeters", _closures),
    rows.ActiveSite: ("sites", _active),
    rows.Shift: ("duty_shifts", _shifts),
    rows.Excused: ("exceptions", _exceptions),
    rows.Supervising: ("supervisors", _supervisors),
    rows.Remarked: ("surveys", _remarks),
}
"""What rows are made into: their layer, and which of them are open."""


def pending(
    db: Connection, actor: Actor, now: datetime, only: int | None = None
) -> Iterator[tuple[int | None, Any]]:
    """Every open row of the scope, with its community if it belongs to one."""
    for row, (layer, is_open) in OPEN.items():
        path = scopes.owned(layer)
        statement = (
            select(path.ground, *_columns(path, row))
            .select_from(path.source)
            .where(scopes.within(CATALOGUE[layer], actor, path), is_open(path.table, now))
        )
        if only is not None:
            statement = statement.where(path.ground == only)
        for community, *values in db.execute(statement):
            yield community, row(*values)


def _columns(path: Owned, row: type[Any]) -> Iterator[ColumnElement[Any]]:
    for field in fields(row):
        if field.name == "site":
            yield path.site
        elif field.name == "draft":
            yield _is_draft(path.table)
        else:
            yield path.table.c[field.name]
