"""Of which version of a feature a change is meant to be a change."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from gis_service.editing.recalling import missing
from gis_service.errors import Stale
from gis_service.store import features as stored
from gis_service.store import past, reading
from gis_service.store.features import Held
from gis_service.store.references import CRS84
from gis_service.store.views import view
from layers.core.access import Actor, may_edit
from layers.core.layer import Layer
from layers.core.text import Text

Json = Mapping[str, Any]

_CHANGED = Text("该要素已被他人修改。", "Someone else has changed it in the meantime.")
_DELETED = Text("该要素已被他人删除。", "Someone else has deleted it in the meantime.")


@dataclass(frozen=True, slots=True)
class Condition:
    """The versions that will do; any that there is, when None."""

    versions: frozenset[int] | None

    def holds(self, version: int) -> bool:
        return self.versions is None or version in self.versions


ANY = Condition(None)


def hold(db: Connection, actor: Actor, layer: Layer, id_: int, yours: Json | None) -> Held:
    """The feature, which nobody else changes until the transaction ends.

    Raises NotFound for what the actor may not see, and Stale where what they might have changed
    has been deleted; `yours` is what they would have made of it.
    """
    found = stored.hold(db, layer, id_) if reading.sees(db, view(layer, actor), id_) else None
    if found is not None:
        return found
    deleted = past.deleted(db, layer, id_)
    if deleted is not None and may_edit(actor, layer, deleted.place):
        raise Stale(_DELETED, layer.name, yours, None)
    raise missing(layer, id_)


def demand(
    db: Connection, actor: Actor, layer: Layer, held: Held, condition: Condition, yours: Json | None
) -> None:
    """Raises Stale, with both versions, unless the condition holds."""
    if not condition.holds(held.version):
        current = reading.item(db, view(layer, actor), layer, held.id, CRS84)
        raise Stale(_CHANGED, layer.name, yours, json.loads(current.text))
