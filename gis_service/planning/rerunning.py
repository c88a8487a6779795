"""Rerunning: the same question of the communities as they are now, and what has changed since."""

from dataclasses import dataclass

from sqlalchemy import Connection

from gis_service.planning.permitting import allow_whole
from gis_service.planning.saving import Locks, rows_of
from gis_service.selecting import Answer
from gis_service.store import scenarios as stored
from gis_service.store.scenarios import Scenario
from layers.core.access import Actor
from layers.planning.criteria import CODES
from layers.planning.scenarios import Drift, digest, drift


@dataclass(frozen=True, slots=True)
class Rerun:
    """`digest` is of what the choice is made from now."""

    answer: Answer
    digest: str
    drift: Drift


def seeing(actor: Actor, scenario: Scenario) -> Actor:
    """The actor with the eyes of the author, no more and no less: else the question would be
    another one. Raises NotPermitted where the author saw more."""
    allow_whole(actor, scenario.areas)
    return Actor(actor.role, frozenset(scenario.areas), name=actor.name)


def rerun(db: Connection, scenario: Scenario, answer: Answer, locks: Locks) -> Rerun:
    now = [*rows_of(answer, locks)]
    return Rerun(answer, digest(now), drift(stored.rows(db, scenario.id), now, CODES))
