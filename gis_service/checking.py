"""Checking: what a drawn perimeter or a whole site means for people and for the fire brigade.

The surroundings come from the database by one query, or from the asker who tries a case of their
own; the engine does not know which.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from shapely import Polygon
from shapely.errors import GEOSException
from sqlalchemy import Connection

from gis_service import surveying
from gis_service.errors import BadParameter, Invalid, NotFound
from gis_service.store import surroundings as stored
from gis_service.store.periods import LOCAL
from layers.core.access import Actor
from layers.core.rules import Problem
from layers.core.text import Text
from layers.safety import examine
from layers.safety.citations import Citation
from layers.safety.finding import Finding
from layers.safety.periods import Period
from layers.safety.propose import proposed
from layers.safety.rules import Rules
from layers.safety.scene import Building, Perimeter, Scene, WorkArea
from layers.safety.zones import in_lonlat, placed

DAY = timedelta(days=1)
_INSTANT = timedelta(minutes=1)
_EVER = timedelta(days=36_500)


@dataclass(frozen=True, slots=True)
class Ask:
    """A perimeter to check, or a moment at which to check a whole site.

    `given` replaces rule values by code, to see what another width would mean.
    """

    at: datetime
    perimeter: Perimeter | None = None
    given: Mapping[str, float] = field(default_factory=dict)

    @property
    def during(self) -> Period:
        if self.perimeter is not None and self.perimeter.period != Period():
            return self.perimeter.period
        return Period(self.at, self.at + _INSTANT)

    @property
    def watched(self) -> Period:
        """The day for which the roster must be kept: from now, or from the perimeter's start."""
        starts = self.perimeter.period.starts if self.perimeter else None
        first = max(self.at, starts or self.at)
        return Period(first, first + DAY)

    @property
    def rules(self) -> Rules:
        """The rule versions in force on the day of the question, in China."""
        return Rules(self.at.astimezone(LOCAL).date(), self.given)


@dataclass(frozen=True, slots=True)
class Proposal:
    perimeter: Polygon
    radius_m: float
    rule: Citation


def check_community(db: Connection, actor: Actor, community: int, ask: Ask) -> list[Finding]:
    """Findings about a community of the database. Raises NotFound."""
    until = max(ask.watched.ends or ask.at, ask.during.ends or ask.at + _EVER)
    found = [*stored.surroundings(db, actor, community, ask.at, until)]
    if not any(thing.layer == "communities" for thing in found):
        raise NotFound(Text(f"没有小区 {community}。", f"There is no community {community}."))
    scene = surveying.scene(found, ask.at, ask.watched)
    return check_scene(scene, _at_home(ask, scene))


def check_stored(
    db: Connection, actor: Actor, community: int, perimeter: int, at: datetime
) -> list[Finding]:
    """Findings about a published perimeter, as of its start or of `at` if that is later."""
    found = [*stored.surroundings(db, actor, community, at, at + _EVER)]
    own = surveying.perimeter(found, perimeter, at)
    ask = Ask(max(at, own.period.starts or at), own)
    return check_scene(surveying.scene(found, ask.at, ask.watched), ask)


def check_scene(scene: Scene, ask: Ask) -> list[Finding]:
    """Findings about a scene in longitude and latitude, and so are theirs.

    Raises Invalid where no version of a rule was in force at the moment of the question.
    """
    asked = ask.perimeter
    others = tuple(p for p in scene.perimeters if not _same(p, asked))
    own = asked.work.id if asked is not None and asked.work is not None else None
    areas = tuple(area for area in scene.work_areas if area.id is None or area.id != own)
    during = ask.during
    whole = replace(scene, perimeters=others, work_areas=areas, drawn=asked, during=during)
    if asked is not None and asked.site is not None and whole.rosters is not None:
        rosters = tuple(r for r in whole.rosters if r.site in (None, asked.site))
        whole = replace(whole, rosters=rosters)
    metric = placed(whole)
    try:
        findings = examine(metric.scene, ask.rules)
    except LookupError:
        raise _no_rule(ask.at) from None
    except GEOSException:
        raise _no_shape() from None
    return [_on_map(finding, metric.srid) for finding in findings]


def propose(
    work: WorkArea, allowance_m: float, at: datetime, buildings: tuple[Building, ...] = ()
) -> Proposal:
    """The perimeter of a work area in longitude and latitude; `buildings` are left out of it."""
    assert work.height_m is not None
    try:
        demand = Rules(at.astimezone(LOCAL).date()).fall_radius(work.height_m)
    except LookupError:
        raise _no_rule(at) from None
    metric = placed(Scene(buildings=buildings, work_areas=(work,)))
    [area] = metric.scene.work_areas
    try:
        shape = proposed(area, demand.metres, allowance_m, metric.scene.buildings, metric.srid)
    except GEOSException:
        raise _no_shape() from None
    return Proposal(shape, demand.metres, demand.citation)


def work_area(db: Connection, actor: Actor, id_: int) -> WorkArea:
    """A work area of the database. Raises BadParameter."""
    found = stored.work_area(db, actor, id_)
    if found is None or not isinstance(found.shape, Polygon):
        raise BadParameter("work_area", Text(f"没有作业区 {id_}。", f"No work area {id_}."))
    return WorkArea(found.shape, found.about["working_height_m"], id_, found.about["site"])


def buildings_near(db: Connection, actor: Actor, shape: Polygon) -> tuple[Building, ...]:
    return surveying.buildings(stored.buildings_near(db, actor, shape))


def _on_map(finding: Finding, srid: int) -> Finding:
    shape = finding.geometry
    return finding if shape is None else finding.shown(in_lonlat(shape, srid))


def _at_home(ask: Ask, scene: Scene) -> Ask:
    """Who draws in a community with one active site draws for that site."""
    drawn, sites = ask.perimeter, scene.rosters or ()
    if drawn is None or drawn.site is not None or len(sites) != 1:
        return ask
    return replace(ask, perimeter=replace(drawn, site=sites[0].site))


def _same(perimeter: Perimeter, asked: Perimeter | None) -> bool:
    return asked is not None and asked.id is not None and str(perimeter.id) == str(asked.id)


def _no_rule(at: datetime) -> Invalid:
    message = Text(f"{at:%Y-%m-%d} 尚无有效标准。", f"No rule was in force on {at:%Y-%m-%d}.")
    return Invalid([Problem("rule.none", message, "at")])


def _no_shape() -> Invalid:
    """What is valid in degrees can, by a hair, not be so in metres."""
    message = Text("图形过于纤细,无法计算。", "The shapes are too fine to be computed with.")
    return Invalid([Problem("geometry.fine", message, "geometry")])
