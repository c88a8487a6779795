"""Who read rows with personal data: noted in the very transaction that reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

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


def listed(
    db: Connection, *, actor: str | None, layer: str | None, before: int | None, limit: int
) -> list[Access]:
    """The newest first; `before` is the id of the last of the page before."""
    wanted = select(*_COLUMNS).order_by(ACCESSES.c.id.desc()).limit(limit)
    if actor is not None:
        wanted = wanted.where(ACCESSES.c.actor == actor)
    if layer is not None:
        wanted = wanted.where(ACCESSES.c.layer == layer)
    if before is not None:
        wanted = wanted.where(ACCESSES.c.id < before)
    return [Access(*row) for row in db.execute(wanted)]
