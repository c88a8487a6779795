"""Publishing: what the public sees of a layer must meet the condition that the layer declares.

Each condition has one judge. It looks at rows as they stand in the transaction that shows them, so
that a refusal takes all of it back.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Connection

from gis_service import checking
from gis_service.errors import Invalid
from gis_service.store import grounds
from layers.core.access import Actor
from layers.core.layer import Layer
from layers.core.publishing import Condition
from layers.core.rules import Feature, Problem
from layers.core.text import Text
from layers.safety.excusing import grave

Judge = Callable[[Connection, Actor, Collection[int]], dict[int, list[Problem]]]


@dataclass(frozen=True, slots=True)
class Change:
    """What the public sees of a row, before and after; None where it sees nothing."""

    id: int
    before: Feature | None
    after: Feature | None

    @classmethod
    def first(cls, id_: int, feature: Feature) -> Self:
        """A row that the public sees from now on."""
        return cls(id_, None, feature)


def demand(db: Connection, actor: Actor, layer: Layer, changes: Iterable[Change]) -> None:
    """Raises Invalid, with every reason, where what was written may not be shown."""
    found = problems(db, actor, layer, changes)
    if any(found.values()):
        raise Invalid([problem for each in found.values() for problem in each])


def problems(
    db: Connection, actor: Actor, layer: Layer, changes: Iterable[Change]
) -> dict[int, list[Problem]]:
    """By id of what was written: what stands against showing it."""
    changes = list(changes)
    withheld = {each.id: [_withheld(layer)] for each in changes if _is_withheld(layer, each)}
    only_if = layer.published
    if withheld or only_if is None:
        return withheld
    asked = [each.id for each in changes if only_if.asked_of(each.before, each.after)]
    return JUDGES[only_if.condition](db, actor, asked) if asked else {}


def _is_withheld(layer: Layer, change: Change) -> bool:
    name, after = layer.withheld, change.after
    return name is not None and after is not None and getattr(after.attributes, name)


def _withheld(layer: Layer) -> Problem:
    assert layer.withheld is not None
    title = layer.about(layer.withheld).title
    said = Text("标明“{title}”的,不能公开。", "What is marked '{title}' is not published.")
    return Problem(f"{layer.withheld}.withheld", said.format(title=title), layer.withheld)


def _dangers(db: Connection, actor: Actor, ids: Collection[int]) -> dict[int, list[Problem]]:
    """It is judged by what the actor may see, as while they drew."""
    now = datetime.now(UTC)
    return {
        id_: [
            finding.problem for finding in grave(checking.check_stored(db, actor, ground, id_, now))
        ]
        for id_, ground in grounds.hold(db, ids).items()
    }


JUDGES: Mapping[Condition, Judge] = {Condition.SAFE: _dangers}
