"""The safety engine over HTTP: a perimeter proposed, and one checked while it is drawn.

Signed-in staff only, for anyone may try cases of their own and they cost time to compute.
"""

from dataclasses import replace
from datetime import UTC, datetime

from fastapi import APIRouter
from shapely import Polygon
from sqlalchemy import Connection

from gis_service import checking
from gis_service.api.findings import Finding, Findings, Proposed
from gis_service.api.perimeters import Checking, Drawn, Proposing
from gis_service.api.requests import Reading, SignedIn, Tongue
from gis_service.checking import Ask
from layers.core.access import Actor
from layers.safety.excusing import grave
from layers.safety.finding import verdict
from layers.safety.scene import Perimeter, WorkArea

router = APIRouter(prefix="/safety", tags=["Safety"])


@router.post("/propose")
def post_propose(body: Proposing, db: Reading, who: SignedIn) -> Proposed:
    """The perimeter that a work area asks for, by the rule version in force."""
    actor = who.account.actor
    work = _work_area(db, actor, body.work_area, body.working_height_m)
    stored = work.id is not None or body.community is not None
    around = checking.buildings_near(db, actor, work.shape) if stored else ()
    at = body.at or datetime.now(UTC)
    return Proposed.of(checking.propose(work, body.allowance_m, at, around))


@router.post("/check")
def post_check(body: Checking, db: Reading, who: SignedIn, language: Tongue) -> Findings:
    """What a perimeter covers and what it blocks, or how a whole site stands."""
    actor = who.account.actor
    drawn = None if body.perimeter is None else _drawn(db, actor, body.perimeter)
    ask = Ask(body.at or _moment(body), drawn, body.parameters.by_code)
    if body.community is not None:
        found = checking.check_community(db, actor, body.community, ask)
    else:
        assert body.scene is not None
        found = checking.check_scene(body.scene.value(ask.watched), ask)
    return Findings(
        verdict=verdict(found),
        may_publish=not grave(found),
        findings=[Finding.of(finding, language) for finding in found],
    )


def _moment(body: Checking) -> datetime:
    """A perimeter is judged as of its start; a stored site cannot be judged as of the past."""
    now = datetime.now(UTC)
    starts = (body.perimeter.starts if body.perimeter else None) or now
    return starts if body.scene is not None else max(starts, now)


def _drawn(db: Connection, actor: Actor, body: Drawn) -> Perimeter:
    given, height_m = body.work_area, body.working_height_m
    work: WorkArea | None
    if isinstance(given, int):
        # As it will be judged when it is published.
        work = checking.work_area(db, actor, given).at_least(height_m)
    else:
        work = None if given is None else WorkArea(given, height_m)
    return Perimeter(body.geometry, body.period, body.id, body.site, work, body.permit)


def _work_area(
    db: Connection, actor: Actor, given: Polygon | int, height_m: float | None
) -> WorkArea:
    """A drawn work area, or one of the database with another height if one is given."""
    if not isinstance(given, int):
        return WorkArea(given, height_m)
    stored = checking.work_area(db, actor, given)
    return stored if height_m is None else replace(stored, height_m=height_m)
