"""What is wrong with features: their layer's own rules, what they refer to, where they lie, what
they follow."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from gis_service.store import attachments
from gis_service.store import features as stored
from layers import CATALOGUE
from layers.core.layer import Layer
from layers.core.relations import standing_out
from layers.core.rules import Feature, Problem, in_china
from layers.core.text import Text


def judged(
    db: Connection, layer: Layer, features: Sequence[Feature], id_: int | None = None
) -> list[Problem]:
    """Everything wrong with features that were drawn, or sent by a machine.

    `id_` is that of the one feature which is to be changed, so that it is not held against itself.
    """
    own = problems_of(db, layer, features, id_)
    return [
        problem
        for feature, problems in zip(features, own, strict=True)
        for problem in (*in_china(feature), *problems)
    ]


def problems_of(
    db: Connection, layer: Layer, features: Sequence[Feature], id_: int | None = None
) -> list[list[Problem]]:
    """What is wrong with each of the fitted features: own rules, references, relations, order."""
    found = [list(layer.problems(feature)) for feature in features]
    for number, problem in _broken_references(db, layer, features):
        found[number].append(problem)
    for number, problem in _broken_attachments(db, layer, features):
        found[number].append(problem)
    for number, problem in _broken_relations(db, layer, features):
        found[number].append(problem)
    for number, problem in _out_of_order(db, layer, features, id_):
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


def _broken_attachments(
    db: Connection, layer: Layer, features: Sequence[Feature]
) -> Iterator[tuple[int, Problem]]:
    for name, mark in layer.attached.items():
        values = [getattr(feature.attributes, name) for feature in features]
        forms = attachments.known(db, {value for value in values if value is not None})
        allowed = Text(
            "、".join(form.label.zh for form in mark.forms),
            " or ".join(form.label.en.lower() for form in mark.forms),
        )
        wanted = Text("请先上传附件({forms})。", "Attach a file first ({forms}).")
        for number, value in enumerate(values):
            if value is not None and forms.get(value) not in mark.forms:
                yield number, Problem(f"{name}.unknown", wanted.format(forms=allowed), name)


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


def _out_of_order(
    db: Connection, layer: Layer, features: Sequence[Feature], id_: int | None
) -> list[tuple[int, Problem]]:
    """Those of a batch follow what is stored, and each other."""
    if layer.order is None:
        return []
    by, rule = layer.order.by, layer.order.rule
    rows: dict[Any, list[tuple[Any, Any]]] = defaultdict(list)
    owners = {getattr(feature.attributes, by) for feature in features}
    for other, values in stored.sharing(db, layer, by, owners):
        if other != id_:
            row = layer.attributes.model_validate(values)
            rows[values[by]].append((_place(layer, row, (0, other)), row))
    broken: list[tuple[int, Problem]] = []
    for number, feature in enumerate(features):
        place = _place(layer, feature.attributes, (1, number) if id_ is None else (0, id_))
        mine = rows[getattr(feature.attributes, by)]
        earlier = sorted((each for each in mine if each[0] < place), key=lambda each: each[0])
        broken += [(number, each) for each in rule(feature.attributes, [row for _, row in earlier])]
        mine.append((place, feature.attributes))
    return broken


def _place(layer: Layer, row: Any, age: tuple[int, int]) -> tuple[Any, tuple[int, int]]:
    """By the day on which a row begins to hold, then by age."""
    return (getattr(row, layer.period[0]) if layer.period else None, age)
