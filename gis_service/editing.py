"""Changing features: the same few steps for a drawing, an API client and a file import."""

from collections import defaultdict
from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from gis_service.errors import Invalid, NotPermitted, NotWritable
from gis_service.store import features as stored
from layers import CATALOGUE
from layers.core.access import Actor, may_edit
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

    `visibility` is the layer's own default unless given. Raises NotWritable, NotPermitted, or
    Invalid with every problem of every feature.
    """
    allow(actor, layer)
    fitted = [layer.fit(feature) for feature in features]
    if problems := [problem for found in problems_of(db, layer, fitted) for problem in found]:
        raise Invalid(problems)
    return stored.add_many(db, layer, fitted, visibility or layer.born)


def allow(actor: Actor, layer: Layer) -> None:
    """Raises unless the layer may be added to, and by this actor."""
    if layer.writing is Writing.GATE:
        raise NotWritable(
            Text(
                f"“{layer.title.zh}”只能由阶段关口写入。",
                f"{layer.title.en} are written by the stage gate alone.",
            )
        )
    if not may_edit(actor, layer):
        raise NotPermitted(
            Text(f"您不能新增“{layer.title.zh}”。", f"You may not add {layer.title.en.lower()}.")
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
