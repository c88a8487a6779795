"""What is wrong with features: their layer's own rules, what they refer to, where they lie."""

from collections import defaultdict
from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from gis_service.store import features as stored
from layers import CATALOGUE
from layers.core.layer import Layer
from layers.core.relations import standing_out
from layers.core.rules import Feature, Problem, in_china
from layers.core.text import Text


def judged(db: Connection, layer: Layer, features: Sequence[Feature]) -> list[Problem]:
    """Everything wrong with features that were drawn, or sent by a machine."""
    own = problems_of(db, layer, features)
    return [
        problem
        for feature, problems in zip(features, own, strict=True)
        for problem in (*in_china(feature), *problems)
    ]


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
