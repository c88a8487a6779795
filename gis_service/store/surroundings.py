"""What lies around a community, collected by one statement for the safety checks.

Each row is a kind of thing, its id, its shape and what the checks ask of it. An actor gets what
they may see: internal rows within their scope, public ones beyond.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    DateTime,
    FromClause,
    Select,
    bindparam,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from gis_service.store.boxes import parameter
from gis_service.store.views import view
from layers import CATALOGUE
from layers.core.access import Actor
from layers.core.layer import Visibility
from layers.ledgers.exceptions import LAYER as EXCEPTIONS
from layers.sites import LAYER as SITES
from layers.sites import SiteStatus
from layers.warning_perimeters import CLOSING

Condition = ColumnElement[bool]
_COMMUNITY: BindParameter[int] = bindparam("community", type_=BigInteger)
_SINCE: BindParameter[datetime] = bindparam("since", type_=DateTime(timezone=True))
_UNTIL: BindParameter[datetime] = bindparam("until", type_=DateTime(timezone=True))
"""The values of the statement."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing: `about` holds its attributes as JSON has them."""

    layer: str
    id: int
    shape: BaseGeometry | None
    about: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the parts of the statement have in common."""

    actor: Actor

    def source(self, layer: str) -> FromClause:
        return view(CATALOGUE[layer], self.actor)

    def own(self, source: FromClause) -> Condition:
        return source.c.community == _COMMUNITY

    def of_sites(self, source: FromClause) -> Condition:
        sites = self.source(SITES.name)
        own = select(sites.c.id).where(self.own(sites))
        return source.c.site == func.any(func.array(own.scalar_subquery()))

    def on_ground(self, source: FromClause) -> Condition:
        communities = self.source("communities")
        boundary = select(communities.c.geometry).where(communities.c.id == _COMMUNITY)
        return source.c.geometry.op("&&")(boundary.scalar_subquery())


Where = Callable[[_Asked, FromClause], Condition]


def _itself(asked: _Asked, source: FromClause) -> Condition:
    return source.c.id == _COMMUNITY


def _buildings(asked: _Asked, source: FromClause) -> Condition:
    """Those of the community, and those on its ground that belong to none yet."""
    return or_(asked.own(source), source.c.community.is_(None) & asked.on_ground(source))


def _perimeters(asked: _Asked, source: FromClause) -> Condition:
    """Those of its sites and of its neighbours' that stand on its ground. A draft keeps nobody off.
    An end that has passed does not count: until someone lifts it, it stands."""
    published = source.c.visibility == Visibility.PUBLISHED.value
    closing = source.c.status.in_([status.value for status in CLOSING])
    near = or_(asked.of_sites(source), asked.on_ground(source))
    return published & closing & (source.c.starts < _UNTIL) & near


def _work_areas(asked: _Asked, source: FromClause) -> Condition:
    return or_(asked.of_sites(source), asked.on_ground(source)) & (source.c.starts < _UNTIL)


def _active(asked: _Asked, source: FromClause) -> Condition:
    return asked.own(source) & (source.c.status == SiteStatus.ACTIVE.value)


def _shifts(asked: _Asked, source: FromClause) -> Condition:
    met = (source.c.starts < _UNTIL) & (source.c.ends > _SINCE)
    return asked.of_sites(source) & met


@dataclass(frozen=True, slots=True)
class _Part:
    layer: str
    attributes: tuple[str, ...]
    where: Where


_PARTS = (
    _Part("communities", (), _itself),
    _Part("buildings", ("number", "occupied", "community"), _buildings),
    _Part("entrances", ("building", "kind", "name", "width_m", "open"), _Asked.own),
    _Part("fire_lanes", ("name", "width_m", "clear_height_m", "fire_lane"), _Asked.own),
    _Part("utilities", ("kind", "name"), _Asked.own),
    _Part("facilities", ("status",), _Asked.own),
    _Part("passages", ("width_m", "covered"), _Asked.of_sites),
    _Part("material_storage", ("name", "material", "enclosed"), _Asked.of_sites),
    _Part(
        "warning_perimeters",
        ("site", "work_area", "working_height_m", "starts", "ends"),
        _perimeters,
    ),
    _Part("work_areas", ("site", "working_height_m", "starts", "ends"), _work_areas),
    _Part("reception_points", ("opens", "closes"), _Asked.of_sites),
    _Part(SITES.name, (), _active),
    _Part("duty_shifts", ("site", "starts", "ends"), _shifts),
    _Part(
        EXCEPTIONS.name,
        ("site", "perimeter", "check", "reason", "ends", "approver"),
        _Asked.of_sites,
    ),
)


def surroundings(
    db: Connection, actor: Actor, community: int, since: datetime, until: datetime
) -> Iterator[Found]:
    """Everything that the checks of a community between two moments need. Nothing at all where
    the actor knows of no such community."""
    values = {"community": community, "since": since, "until": until}
    for layer, id_, wkb, about in db.execute(_statement(actor), values):
        yield Found(layer, id_, shapely.from_wkb(wkb) if wkb is not None else None, about)


def work_area(db: Connection, actor: Actor, id_: int) -> Found | None:
    source = view(CATALOGUE["work_areas"], actor)
    columns = (func.ST_AsBinary(source.c.geometry), source.c.working_height_m, source.c.site)
    row = db.execute(select(*columns).where(source.c.id == id_)).one_or_none()
    if row is None:
        return None
    about = {"working_height_m": row.working_height_m, "site": row.site}
    return Found("work_areas", id_, shapely.from_wkb(bytes(row[0])), about)


def buildings_near(db: Connection, actor: Actor, shape: BaseGeometry) -> Iterator[Found]:
    """Buildings whose box meets that of a shape."""
    source = view(CATALOGUE["buildings"], actor)
    columns = (source.c.id, func.ST_AsBinary(source.c.geometry))
    near = source.c.geometry.op("&&")(parameter(shape.envelope))
    for id_, wkb in db.execute(select(*columns).where(near)):
        yield Found("buildings", id_, shapely.from_wkb(bytes(wkb)), {})


@lru_cache(maxsize=256)
def _statement(actor: Actor) -> CompoundSelect[Any]:
    """Built once for each scope: building it takes longer than running it."""
    asked = _Asked(actor)
    return union_all(*(_selected(part, asked) for part in _PARTS))


def _selected(part: _Part, asked: _Asked) -> Select[Any]:
    source = asked.source(part.layer)
    shape = func.ST_AsBinary(source.c.geometry) if CATALOGUE[part.layer].geometry else null()
    pairs = [each for name in part.attributes for each in (literal(name), source.c.get(name))]
    about = func.jsonb_build_object(*(null() if each is None else each for each in pairs))
    columns = (literal(part.layer).label("layer"), source.c.id, shape, about)
    return select(*columns).where(part.where(asked, source))
