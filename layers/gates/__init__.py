"""Gates: evidence in; open, or every missing item with the article that asks for it, out.

A gate never answers a bare no. What it asks is a row of functions from the evidence to items, so
that what stands is told beside what is missing. Nothing here knows of HTTP, SQL or the clock.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from layers.core.text import Text
from layers.gates import (
    acceptance,
    checks,
    decision,
    organisation,
    publicity,
    satisfaction,
)
from layers.gates.evidence import Evidence
from layers.gates.item import Item, Supply
from layers.gates.lapses import lapses
from layers.stages import NEEDS_REASON, NEXT, Stage

Demand = Callable[[Evidence], Iterator[Item]]

_CONSENSUS: tuple[Demand, ...] = (
    organisation.formed,
    publicity.posted_in_full,
    publicity.comments_answered,
    decision.owners_agreed,
)
"""未经居民充分协商取得共识的,不得开工. Asked again before works begin, and before they go on."""

DEMANDS: Mapping[Stage, tuple[Demand, ...]] = {
    Stage.SURVEYED: (),
    Stage.RESERVE: (),
    Stage.CONSULTING: (),
    Stage.PLANNED: (organisation.formed, organisation.management_decided),
    Stage.PUBLICISED: (organisation.formed, publicity.plan_drafted, publicity.plan_posted),
    Stage.APPROVED: _CONSENSUS,
    Stage.UNDER_WORKS: _CONSENSUS,
    Stage.SUSPENDED: (),
    Stage.ACCEPTED: (
        acceptance.works_finished,
        checks.steps_checked,
        acceptance.households_accepted,
        acceptance.common_parts_accepted,
        satisfaction.residents_visited,
    ),
    Stage.SATISFACTION_SURVEYED: (satisfaction.satisfaction_surveyed,),
    Stage.MANAGED: (
        acceptance.households_accepted,
        acceptance.common_parts_accepted,
        satisfaction.satisfaction_surveyed,
        organisation.formed,
        organisation.management_decided,
    ),
    Stage.CANCELLED: (),
}

_NO_REASON = Item(
    "reason.missing",
    "platform",
    Text("须说明原因,原因向公众公布。", "A reason is needed; the public will read it."),
    Supply("stage_changes", "reason"),
)


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between a community and a stage."""

    to: Stage
    items: tuple[Item, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if not item.is_met)

    @property
    def met(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.is_met)

    @property
    def is_open(self) -> bool:
        return not self.missing


def gates(evidence: Evidence) -> tuple[Gate, ...]:
    """A gate for each stage that the community may come to next."""
    return tuple(gate(evidence, to) for to in NEXT[evidence.stage])


def gate(evidence: Evidence, to: Stage, reason: str = "") -> Gate:
    """The gate into `to`, wherever the community stands; whether it leads there is `NEXT`'s."""
    items = [item for demand in DEMANDS[to] for item in demand(evidence)]
    if to in NEEDS_REASON:
        items += [] if reason.strip() else [_NO_REASON]
    else:
        told = {item.code for item in items}
        items += [item for item in lapses(evidence) if item.code not in told]
    return Gate(to, tuple(items))
