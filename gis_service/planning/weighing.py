"""Weighing: named sets of weights, those of the platform and those that planners save."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from gis_service.errors import Invalid, NotFound
from gis_service.planning.permitting import allow_change, allow_planning, allow_reading
from gis_service.store import weight_sets as stored
from gis_service.store.weight_sets import WeightSet
from layers.core.access import Actor
from layers.core.rules import Problem
from layers.core.text import Text
from layers.planning.weights import SETS, problems


@dataclass(frozen=True, slots=True)
class Draft:
    name: str
    weights: Mapping[str, float]


def weights_named(db: Connection, actor: Actor, name: str) -> Mapping[str, float]:
    """Of the platform's set of that name, or a saved one that the actor may read.

    Raises Invalid, naming those that there are.
    """
    if name in SETS:
        return SETS[name].weights
    if known := stored.named(db, actor, name):
        return known.weights
    names = ", ".join([*SETS, *(each.name for each in stored.listed(db, actor))])
    said = Text(f"没有权重方案“{name}”;有:{names}。", f"No weight set '{name}', but {names}.")
    raise Invalid([Problem("set.unknown", said, "set")])


def saved(db: Connection, actor: Actor) -> list[WeightSet]:
    """By name. Raises NotPermitted."""
    allow_reading(actor)
    return stored.listed(db, actor)


def found(db: Connection, actor: Actor, id_: int) -> WeightSet:
    """Raises NotPermitted or NotFound."""
    allow_reading(actor)
    known = stored.found(db, actor, id_)
    if known is None:
        raise NotFound(Text(f"没有权重方案 {id_}。", f"There is no weight set {id_}."))
    return known


def save(db: Connection, actor: Actor, draft: Draft) -> WeightSet:
    """Raises NotPermitted, or Invalid with every problem."""
    allow_planning(actor)
    values = _checked(draft)
    with _unique(draft.name):
        id_ = stored.add(db, {**values, "author": actor.name, "areas": sorted(actor.areas)})
    return found(db, actor, id_)


def change(db: Connection, actor: Actor, id_: int, draft: Draft) -> WeightSet:
    """Scenarios that were made with it keep the weights that they were made with."""
    known = found(db, actor, id_)
    allow_change(actor, known.author, known.areas)
    values = _checked(draft)
    with _unique(draft.name):
        stored.change(db, id_, values)
    return found(db, actor, id_)


def remove(db: Connection, actor: Actor, id_: int) -> None:
    known = found(db, actor, id_)
    allow_change(actor, known.author, known.areas)
    stored.remove(db, id_)


def _checked(draft: Draft) -> Mapping[str, object]:
    broken = [*problems(draft.weights)]
    if draft.name in SETS:
        broken.append(_taken(draft.name))
    if broken:
        raise Invalid(broken)
    return {"name": draft.name, "weights": dict(draft.weights)}


@contextmanager
def _unique(name: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise Invalid([_taken(name)]) from None


def _taken(name: str) -> Problem:
    """Also by a set that the actor may not read: `set` must mean one thing to everybody."""
    said = Text(f"名称“{name}”已被使用。", f"The name '{name}' is taken.")
    return Problem("name.taken", said, "name")
