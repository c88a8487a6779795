"""Saving: a choice under a name, with all that it was made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import Connection

from gis_service.errors import Conflict, Invalid, NotFound
from gis_service.planning.permitting import allow_change, allow_planning, allow_reading
from gis_service.ranking import Judged
from gis_service.selecting import Answer
from gis_service.store import scenarios as stored
from gis_service.store.scenarios import Scenario
from layers.core.access import Actor
from layers.core.rules import Problem
from layers.core.text import Text
from layers.planning.criteria import CODES
from layers.planning.naming import called
from layers.planning.scenarios import Row, Standing, digest
from layers.planning.selection import Status


@dataclass(frozen=True, slots=True)
class Draft:
    """`question` is what was asked, to be asked again; `weight_set` the name it was asked by."""

    name: str
    remark: str
    year: int
    question: Mapping[str, Any]
    weight_set: str | None
    data_date: datetime | None


def saved(db: Connection, actor: Actor) -> list[Scenario]:
    """The newest first. Raises NotPermitted."""
    allow_reading(actor)
    return stored.listed(db, actor)


def found(db: Connection, actor: Actor, id_: int) -> Scenario:
    """Raises NotPermitted or NotFound."""
    allow_reading(actor)
    return _existing(stored.found(db, actor, id_), id_)


def save(db: Connection, actor: Actor, draft: Draft, answer: Answer, locks: "Locks") -> Scenario:
    """Raises NotPermitted, or Invalid where nothing was chosen, with what contradicts."""
    allow_planning(actor)
    selection = answer.selection
    if not selection.chosen:
        raise Invalid(_nothing_chosen(answer))
    rows = [*rows_of(answer, locks)]
    values = {
        "name": draft.name,
        "remark": draft.remark,
        "author": actor.name,
        "areas": sorted(actor.areas),
        "year": draft.year,
        "question": dict(draft.question),
        "weights": dict(zip(CODES, answer.ranking.weights.tolist(), strict=True)),
        "weight_set": draft.weight_set,
        "data_date": draft.data_date,
        "digest": digest(rows),
        "status": selection.choice.status.value,
        "gap": selection.choice.gap,
        "objective": selection.choice.worth,
        "cost_fen": selection.cost,
        "chosen": len(selection.chosen),
        "candidates": len(answer.candidates),
    }
    return found(db, actor, stored.add(db, values, rows))


def rename(db: Connection, actor: Actor, id_: int, name: str, remark: str) -> Scenario:
    """Raises NotFound, NotPermitted, or Conflict where it has been adopted."""
    _changeable(db, actor, id_)
    stored.change(db, id_, {"name": name, "remark": remark})
    return found(db, actor, id_)


def remove(db: Connection, actor: Actor, id_: int) -> None:
    """Raises what `rename` does."""
    _changeable(db, actor, id_)
    stored.remove(db, id_)


def held(db: Connection, actor: Actor, id_: int) -> Scenario:
    """Which nobody else changes until the transaction ends."""
    allow_reading(actor)
    return _existing(stored.found(db, actor, id_, hold=True), id_)


def _changeable(db: Connection, actor: Actor, id_: int) -> None:
    scenario = held(db, actor, id_)
    allow_change(actor, scenario.author, scenario.areas)
    if scenario.adopted_at is not None:
        detail = Text(
            "方案已被采纳,不能再改;可另存新方案。",
            "The scenario has been adopted and stays as it is; save another one instead.",
        )
        raise Conflict(detail, [Problem("scenario.adopted", detail)])


def _existing(scenario: Scenario | None, id_: int) -> Scenario:
    if scenario is None:
        raise NotFound(Text(f"没有方案 {id_}。", f"There is no scenario {id_}."))
    return scenario


def _nothing_chosen(answer: Answer) -> Iterator[Problem]:
    if answer.selection.choice.status is Status.INFEASIBLE:
        for name in answer.selection.conflicts:
            said = Text("无法同时满足:{called}。", "Cannot be met with the others: {called}.")
            yield Problem(f"conflict.{name}", said.format(called=called(name)), "question")
        return
    said = Text("没有小区入选,无可保存。", "No community is chosen: there is nothing to save.")
    yield Problem("choice.empty", said, "question")


@dataclass(frozen=True, slots=True)
class Locks:
    """Ids of communities that were chosen, or left out, beforehand."""

    inside: frozenset[str]
    outside: frozenset[str]


def rows_of(answer: Answer, locks: Locks) -> Iterator[Row]:
    """Every community that was ranked, with what became of it and what that was made from."""
    costs = {each.id: each.cost for each in answer.candidates}
    chosen = {*answer.selection.chosen}

    def standing(each: Judged) -> Standing:
        if each.id not in costs:
            return Standing.NOT_ELIGIBLE if each.missing else Standing.COST_UNKNOWN
        if each.id in chosen:
            return Standing.LOCKED_IN if each.id in locks.inside else Standing.CHOSEN
        return Standing.LOCKED_OUT if each.id in locks.outside else Standing.NOT_CHOSEN

    scores = answer.ranking.scores.score.tolist()
    for each, score in zip(answer.ranking.judged, scores, strict=True):
        yield Row(
            community=int(each.id),
            standing=standing(each),
            score=score,
            county=each.county,
            households=each.households,
            cost=costs.get(each.id, each.cost),
            profitable=each.profitable,
            measures=tuple(None if np.isnan(value) else value for value in each.measures.tolist()),
            place=each.place,
        )
