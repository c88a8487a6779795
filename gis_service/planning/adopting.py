"""Adopting: a scenario becomes the annual plan, through the gate, community by community.

The stage is written by the gate's role and by no other, the plan's year by staff; so it takes two
transactions, one of each. A community has both or neither: what either refuses is taken back in
both. The gate's ends first: if the other should break off there, adopting again writes the years
that are missing. Communities are led in the order of their ids, gate before row, so that two
who adopt at once wait for each other and never deadlock.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gis_service import editing
from gis_service.advancing import UNREACHABLE, advance, problem_of, today
from gis_service.errors import Conflict, GisError
from gis_service.evidencing import evidence
from gis_service.planning.permitting import allow_planning, allow_whole
from gis_service.planning.saving import held
from gis_service.store import evidence as gates
from gis_service.store import features, planned
from gis_service.store import scenarios as stored
from gis_service.store.scenarios import Scenario
from layers.communities import LAYER as COMMUNITIES
from layers.core.access import Actor
from layers.core.rules import Problem
from layers.core.text import Text
from layers.gates import gate
from layers.stages import Stage, has_passed


class NothingPlanned(Conflict):
    """The gate lets no community in; every reason of each is a problem."""

    title = Text("没有小区可列入计划", "No community can be planned")


@dataclass(frozen=True, slots=True)
class Session:
    """A planner at work, in two transactions: `db` of staff and `gate` of the gate's role."""

    actor: Actor
    db: Connection
    gate: Connection
    now: datetime


@dataclass(slots=True)
class Outcome:
    """By community: `planned` now, in that year's plan `already`, or `refused` and why."""

    planned: list[int] = field(default_factory=list)
    already: list[int] = field(default_factory=list)
    refused: dict[int, Sequence[Problem]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            "planned": self.planned,
            "already": self.already,
            "refused": [
                {"community": id_, "reasons": [*map(_reason, problems)]}
                for id_, problems in self.refused.items()
            ],
        }


def _reason(problem: Problem) -> Mapping[str, Any]:
    said = {"zh": problem.message.zh, "en": problem.message.en}
    return {"code": problem.code, "article": problem.citation, "message": said}


def adopt(session: Session, id_: int) -> Scenario:
    """The scenario as it stays from here on; the same again where it has been adopted already.

    Raises NotFound, NotPermitted, or NothingPlanned, in which case nothing is changed.
    """
    scenario = _adoptable(session, id_)
    if scenario.adopted_at is not None:
        return scenario
    outcome = _led(session, scenario)
    if not (outcome.planned or outcome.already):
        raise NothingPlanned(
            Text(
                f"“{scenario.name}”的小区都不能列入计划,方案未采纳。",
                f"None of '{scenario.name}' can be planned; the scenario is not adopted.",
            ),
            [problem for problems in outcome.refused.values() for problem in problems],
        )
    stored.adopt(session.db, id_, session.actor.name, outcome.as_json())
    return held(session.db, session.actor, id_)


def rehearse(session: Session, id_: int) -> Outcome:
    """What adopting would come to now; all of it is taken back."""
    scenario = _adoptable(session, id_)
    with session.db.begin_nested() as rows, session.gate.begin_nested() as stages:
        outcome = _led(session, scenario)
        stages.rollback()
        rows.rollback()
    return outcome


def _adoptable(session: Session, id_: int) -> Scenario:
    """Of two who adopt it at once the second waits here, and finds it adopted."""
    allow_planning(session.actor)
    scenario = held(session.db, session.actor, id_)
    allow_whole(session.actor, scenario.areas)
    return scenario


def _led(session: Session, scenario: Scenario) -> Outcome:
    outcome = Outcome()
    for row in stored.chosen(session.db, scenario.id):
        try:
            with session.db.begin_nested(), session.gate.begin_nested():
                is_new = _lead(session, row.community, scenario.year)
        except GisError as error:
            outcome.refused[row.community] = [*_reasons(session, row.community, error)]
        else:
            (outcome.planned if is_new else outcome.already).append(row.community)
    return outcome


def _lead(session: Session, community: int, year: int) -> bool:
    """Into the plan of the year; whether it was not there yet."""
    gates.hold(session.gate, community)
    known = planned.communities(session.gate, session.actor, [community]).get(community)
    is_new = known is None or not has_passed(known.stage, Stage.PLANNED)
    if is_new:
        # The public reads it.
        reason = f"列入 {year} 年度改造计划"
        advance(session.gate, session.actor, community, Stage.PLANNED, reason, session.now)
    row = features.hold(session.db, COMMUNITIES, community)
    was = None if row is None else row.properties["plan_year"]
    if was == year:
        return is_new
    if was is not None and not is_new:
        said = Text(f"已列入 {was} 年度计划。", f"It is in the plan of {was}.")
        raise Conflict(said, [Problem("plan_year.other", said)])
    # The year in which it was once expected gives way to that of the plan.
    patch = editing.Patch({"plan_year": year}, reshapes=False, geometry=None)
    editing.amend(session.db, session.actor, COMMUNITIES, community, patch, editing.ANY)
    return is_new


def _reasons(session: Session, community: int, error: GisError) -> Iterator[Problem]:
    """All of them: of one that is stages away from the plan also what its gate will ask for."""
    yield from error.problems or [Problem("refused", error.detail)]
    if any(problem.code == UNREACHABLE for problem in error.problems):
        day = today(session.now)
        for known in evidence(session.gate, session.actor, [community], day).values():
            yield from map(problem_of, gate(known, Stage.PLANNED).missing)
