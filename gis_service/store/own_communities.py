"""The communities in an actor's scope, internal ones among them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, collate, or_, select

from gis_service.store import scopes
from gis_service.store.columns import PINYIN
from gis_service.store.views import view
from layers import communities, sites
from layers.core.access import Actor
from layers.core.layer import Layer, Visibility

_TOLD = ("id", "name", "division", "stage", "progress", "lapsed_from")


@dataclass(frozen=True, slots=True)
class Community:
    """Figures are kept of communities that are `shown` to the public."""

    id: int
    name: str
    division: str
    stage: str | None
    progress: float | None
    lapsed_from: date | None
    shown: bool


def all_of(db: Connection, actor: Actor, only: int | None = None) -> list[Community]:
    """Every one of them, or the only one that is asked for, if it is among them."""
    source, chosen = _own(actor)
    return _found(db, chosen if only is None else chosen.where(source.c.id == only))


def named(db: Connection, actor: Actor, q: str, limit: int) -> list[Community]:
    """Those whose name has each word of `q`, in characters, pinyin or initials; in their order."""
    source, chosen = _own(actor)
    for word in q.lower().split():
        chosen = chosen.where(source.c.search_key.contains(word, autoescape=True))
    order = collate(source.c.name, PINYIN)
    return _found(db, chosen.order_by(order, source.c.id).limit(limit))


def _own(actor: Actor) -> tuple[FromClause, Select[Any]]:
    """Who answers for sites has the communities in which they lie."""
    source = view(communities.LAYER, actor)
    mine = [_ids(actor, communities.LAYER, "id")]
    if actor.sites:
        mine.append(_ids(actor, sites.LAYER, "community"))
    shown = source.c.visibility == Visibility.PUBLISHED.value
    chosen = select(*(source.c[name] for name in _TOLD), shown)
    return source, chosen.where(or_(*(source.c.id.in_(each) for each in mine)))


def _ids(actor: Actor, layer: Layer, column: str) -> Select[Any]:
    path = scopes.owned(layer.name)
    within: ColumnElement[bool] = scopes.within(layer, actor, path)
    return select(path.table.c[column]).select_from(path.source).where(within)


def _found(db: Connection, chosen: Select[Any]) -> list[Community]:
    return [Community(*values) for values in map(tuple, db.execute(chosen))]
