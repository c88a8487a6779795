"""Receiving: what residents reported in an actor's area, for whoever answers it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from gis_service.errors import NotPermitted, NotSignedIn
from gis_service.store import report_desk
from gis_service.store.report_desk import ReceivedReport, ReportCounts
from layers.core.access import GRANTS, Actor, Role
from layers.core.text import Text


@dataclass(frozen=True, slots=True)
class ReceivedReports:
    """Some of the reports, and how many there are of each sort."""

    rows: list[ReceivedReport]
    counts: ReportCounts


def reports(
    db: Connection, actor: Actor, *, closed: bool, limit: int, offset: int
) -> ReceivedReports:
    """Open ones, the most urgent first, or closed ones. Raises NotSignedIn or NotPermitted."""
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录。", "Sign in first."))
    if not GRANTS[actor.role].reads_internal:
        raise NotPermitted(Text("您的角色不看内部诉求。", "Your role reads no internal reports."))
    rows = report_desk.listed(db, actor, closed=closed, limit=limit, offset=offset)
    return ReceivedReports(rows, report_desk.counts(db, actor))
