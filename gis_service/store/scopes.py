"""Scopes in SQL: where rows belong, found by following what owns them.

`Layer.owner` names the attribute that leads to a row's owner: an inspection to its works item,
that to its community, that to its division. The path is read from the catalogue's references.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, false, func, null, or_, select, true

from gis_service.store.tables import TABLES
from layers import CATALOGUE, sites
from layers.core.access import Actor, Place, keeps
from layers.core.layer import Layer, Ref

_SITES = TABLES[sites.LAYER.name]
_GROUND_OF_SITE = _SITES.c[sites.LAYER.owner or ""]
_GROUND = sites.LAYER.refs[_GROUND_OF_SITE.name].layer
"""What a site belongs to: a community."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A layer's table with its owners joined to it.

    `division` is the code in which the path ends. `site` is the id of the site on the path and
    `ground` that of the community, each NULL where the path leads through none.
    """

    source: FromClause
    table: FromClause
    division: ColumnElement[Any]
    site: ColumnElement[Any]
    ground: ColumnElement[Any]


@cache
def owned(name: str) -> Owned:
    """The layer of that name with its owners."""
    return with_owners(CATALOGUE[name], TABLES[name])


def with_owners(layer: Layer, table: FromClause) -> Owned:
    """Rows of the layer, or what they once were, with the owners that they name."""
    source: FromClause = table
    at: FromClause = table
    ids: dict[str, ColumnElement[Any]] = {layer.name: table.c.id}
    while ref := _owner(layer):
        owner = TABLES[ref.layer].alias(f"owning_{ref.layer}")
        source = source.outerjoin(owner, owner.c[ref.key] == at.c[layer.owner or ""])
        layer, at = CATALOGUE[ref.layer], owner
        ids[ref.layer] = owner.c.id
    division = at.c[layer.owner] if layer.owner else null()
    site, ground = ids.get(sites.LAYER.name), ids.get(_GROUND)
    return Owned(
        source,
        table,
        division,
        null() if site is None else site,
        null() if ground is None else ground,
    )


def within(layer: Layer, actor: Actor, path: Owned) -> ColumnElement[bool]:
    """Whether a row of the layer, with its owners, lies in the actor's scope; not true
    where nobody owns it.

    The rule is that of `layers.core.access`, as a condition. It is left bare of COALESCE, so that
    PostgreSQL may begin with the communities of an area instead of with every row.
    """
    if actor.everywhere:
        return true()
    mine = sorted(actor.sites)
    ways: list[ColumnElement[bool]] = [
        func.starts_with(path.division, area) for area in sorted(actor.areas)
    ]
    if mine:
        ways.append(path.site.in_(mine))
        if keeps(actor.role, layer):
            grounds = select(_GROUND_OF_SITE).where(_SITES.c.id.in_(mine))
            ways.append(path.site.is_(None) & path.ground.in_(grounds))
    return or_(false(), *ways)


def place_of(db: Connection, layer: Layer, id_: int) -> Place:
    """Where a stored row belongs; nowhere when there is none."""
    path = owned(layer.name)
    return _places(db, path, path.table.c.id, {id_}).get(id_, Place(None))


def places(db: Connection, layer: Layer, owners: Sequence[Any]) -> list[Place]:
    """Where rows of the layer belong that name these owners, in the same order."""
    ref = _owner(layer)
    if ref is None:
        return [Place(code) for code in owners]
    path = owned(ref.layer)
    found = _places(db, path, path.table.c[ref.key], set(owners))
    return [found.get(owner, Place(None)) for owner in owners]


def _owner(layer: Layer) -> Ref | None:
    """How the layer refers to the layer that owns its rows; None where it names a division."""
    ref = layer.refs.get(layer.owner or "")
    return None if ref is None or ref.key == CATALOGUE[ref.layer].owner else ref


def _places(
    db: Connection, path: Owned, key: ColumnElement[Any], values: Collection[Hashable]
) -> dict[Hashable, Place]:
    rows = db.execute(
        select(key, path.division, path.site, path.ground)
        .select_from(path.source)
        .where(key.in_(value for value in values if value is not None))
    ).all()
    around: dict[int, set[int]] = defaultdict(set)
    grounds = {ground for _, _, site, ground in rows if site is None and ground is not None}
    for ground, site in db.execute(
        select(_GROUND_OF_SITE, _SITES.c.id).where(_GROUND_OF_SITE.in_(grounds))
    ):
        around[ground].add(site)
    return {
        value: Place(division, site, frozenset(around.get(ground, ())))
        for value, division, site, ground in rows
    }
