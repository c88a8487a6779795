"""Changing features: the same few steps for a drawing, an API client and a file import."""

from collections import defaultdict
from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from gis_service.errors import Invalid, NotPermitted, NotSignedIn, NotWritable
from gis_service.store import features as stored
from gis_service.store import scopes
from layers import CATALOGUE
from layers.core.access import Actor, Place, Role, may_edit, may_publish, writes
from layers.core.layer import Layer, Visibility, Writing
from layers.core.relations import standing_out
from layers.core.rules import Feature, Problem
from layers.core.text import Text


def create_many(
    db: Connection,
    actor: Actor,
    layer: Layer,
    features: Sequence[Feature],
    visibility: Visibility | None = None,
) -> list[int]:
    """Adds features, all or none, and answers their ids in order.

    `visibility` is the layer's own default unless given. Raises NotWritable, NotSignedIn,
    NotPermitted, or Invalid with every problem of every feature.
    """
    allow(actor, layer)
    fitted = [layer.fit(feature) for feature in features]
    if problems := [problem for found in problems_of(db, layer, fitted) for problem in found]:
        raise Invalid(problems)
    wanted = visibility or layer.born
    owners = [getattr(feature.attributes, layer.owner or "", None) for feature in fitted]
    for place in scopes.places(db, layer, owners):
        allow_at(actor, layer, place, wanted)
    return stored.add_many(db, layer, fitted, wanted)


def allow(actor: Actor, layer: Layer) -> None:
    """Raises unless the layer may be added to, and by this actor."""
    if layer.writing is Writing.GATE:
        raise NotWritable(
            Text(
                f"“{layer.title.zh}”只能由阶段关口写入。",
                f"{layer.title.en} are written by the stage gate alone.",
            )
        )
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再修改。", "Sign in to make changes."))
    if not writes(actor.role, layer):
        raise NotPermitted(
            Text(
                f"您的角色不能填写“{layer.title.zh}”。",
                f"Your role does not write {layer.title.en.lower()}.",
            )
        )


def allow_at(actor: Actor, layer: Layer, place: Place, visibility: Visibility) -> None:
    """Raises NotPermitted unless the actor may write a row there, and show it if it is public."""
    if not may_edit(actor, layer, place):
        raise NotPermitted(
            Text(
                f"“{layer.title.zh}”的所属地不在您的权限范围内。",
                f"These {layer.title.en.lower()} belong to a place outside your scope.",
            )
        )
    if visibility is Visibility.PUBLISHED and not may_publish(actor, layer, place):
        raise NotPermitted(
            Text(
                f"您可以填写“{layer.title.zh}”,但不能公开。",
                f"You may write {layer.title.en.lower()}, but not publish them.",
            )
        )


def problems_of(db: Connection, layer: Layer, features: Sequence[Feature]) -> list[list[Problem]]:
    """What is wrong with each of the fitted features: own rules, references, relations."""
    found = [list(layer.problems(feature)) for feature in features]
    for number, problem in _broken_references(db, layer, features):
        found[number].append(problem)
    for number, problem in _broken_relations(db, layer, features):
        found[number].append(problem)
    return found


def _broken_references(
    db: Connection, layer: Layer, features: Sequence[Feature]
) -> list[tuple[int, Problem]]:
    broken = []
    for name, ref in layer.refs.items():
        values = [getattr(feature.attributes, name) for feature in features]
        known = stored.known(db, ref, {value for value in values if value is not None})
        title = CATALOGUE[ref.layer].title
        broken += [
            (
                number,
                Problem(
                    f"{name}.unknown",
                    Text(f"没有{title.zh} {value}。", f"No {title.en.lower()} {value}."),
                    name,
                ),
            )
            for number, value in enumerate(values)
            if value is not None and value not in known
        ]
    return broken


def _broken_relations(
    db: Connection, layer: Layer, features: Sequence[Feature]
) -> list[tuple[int, Problem]]:
    broken: list[tuple[int, Problem]] = []
    for relation in layer.relations:
        members: dict[int, list[tuple[int, BaseGeometry]]] = defaultdict(list)
        for number, feature in enumerate(features):
            parent, shape = getattr(feature.attributes, relation.by), feature.geometry
            if parent is not None and shape is not None and shape.is_valid:
                members[parent].append((number, shape))
        parents = stored.geometries(db, relation.layer, members.keys())
        title = CATALOGUE[relation.layer].title
        broken += [
            (number, problem)
            for parent, ground in parents.items()
            for number, shape in members[parent]
            for problem in standing_out(relation, shape, ground, title)
        ]
    return broken
