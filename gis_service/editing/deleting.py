"""Deleting a feature that nothing refers to; its history stays, and it can be restored."""

from sqlalchemy import Connection

from gis_service.editing.conditions import Condition, demand, hold
from gis_service.editing.permitting import allow_at, allow_changes
from gis_service.errors import Conflict
from gis_service.store import features as stored
from gis_service.store import scopes
from layers import CATALOGUE
from layers.core.access import Actor
from layers.core.layer import Layer
from layers.core.rules import Problem
from layers.core.text import Text


def delete(db: Connection, actor: Actor, layer: Layer, id_: int, condition: Condition) -> None:
    """Deletes the feature.

    Raises NotWritable, NotSignedIn, NotPermitted, NotFound, Stale, or Conflict that names what
    still refers to it.
    """
    allow_changes(actor, layer)
    held = hold(db, actor, layer, id_, None)
    allow_at(actor, layer, scopes.place_of(db, layer, id_), held.visibility)
    demand(db, actor, layer, held, condition, None)
    if referring := stored.referring(db, layer, held):
        raise Conflict(
            Text("仍有数据引用它,不能删除。", "It cannot be deleted: others still refer to it."),
            [_problem(name, count) for name, count in referring.items()],
        )
    stored.delete(db, layer, id_)


def _problem(name: str, count: int) -> Problem:
    title = CATALOGUE[name].title
    return Problem(
        f"referring.{name}",
        Text(
            f"“{title.zh}”中有 {count} 条引用它。",
            f"{count} of {title.en.lower()} refer to it.",
        ),
    )
