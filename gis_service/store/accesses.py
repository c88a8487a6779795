"""Who read rows with personal data: noted in the very transaction that reads them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, any_, or_, select

from gis_service.store.account_tables import ACCESSES
from layers.core.access import GRANTS, Actor, keeps
from layers.core.layer import Layer


@dataclass(frozen=True, slots=True)
class Access:
    """`features` is None when the whole layer went out as a file."""

    id: int
    at: datetime
    actor: str
    layer: str
    features: list[int] | None


@dataclass(frozen=True, slots=True)
class Sought:
    """Which accesses: every field that is not None narrows them. Whoever took a whole layer has
    read each `feature` of it; `before` is the id of the last of the page before."""

    actor: str | None = None
    layer: str | None = None
    feature: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


_CONDITIONS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "actor": ACCESSES.c.actor.__eq__,
    "layer": ACCESSES.c.layer.__eq__,
    "feature": lambda id_: or_(ACCESSES.c.features.is_(None), any_(ACCESSES.c.features) == id_),
    "since": ACCESSES.c.at.__ge__,
    "until": ACCESSES.c.at.__lt__,
    "before": ACCESSES.c.id.__lt__,
}

_COLUMNS = [ACCESSES.c[name] for name in Access.__dataclass_fields__]


def personal(layer: Layer, actor: Actor) -> bool:
    """Whether the actor may meet personal data in the layer's view."""
    if not layer.public:
        return GRANTS[actor.role].reads_internal
    private = layer.attributes.model_fields.keys() - layer.public_fields
    return bool(private) and keeps(actor.role, layer)


def note(db: Connection, actor: Actor, layer: Layer, features: Iterable[int] | None) -> None:
    """Notes that the actor was given these rows; nothing for rows without personal data."""
    ids = None if features is None else list(features)
    if ids != [] and personal(layer, actor):
        db.execute(
            ACCESSES.insert().inline().values(actor=actor.name, layer=layer.name, features=ids)
        )


def listed(db: Connection, sought: Sought, limit: int) -> list[Access]:
    """The newest first."""
    wanted = select(*_COLUMNS).order_by(ACCESSES.c.id.desc()).limit(limit)
    for name, condition in _CONDITIONS.items():
        if (value := getattr(sought, name)) is not None:
            wanted = wanted.where(condition(value))
    return [Access(*row) for row in db.execute(wanted)]
