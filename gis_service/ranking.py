"""Ranking: which communities first, from what is known of them, and how firm that is.

The gate into the annual plan says who is eligible. It is told beside the score, never folded into
it: a community outside the gate shows what it would be worth to bring it in.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import numpy as np
from sqlalchemy import Connection

from gis_service.errors import Invalid
from gis_service.store import measures
from gis_service.store.cql import Filter
from layers.core.access import Actor
from layers.gates import gate
from layers.gates.evidence import Evidence, Recorded
from layers.gates.item import Item
from layers.ledgers.owner_organisations import OwnerOrganisation
from layers.planning.acceptability import Acceptability, acceptability
from layers.planning.candidates import fen
from layers.planning.criteria import CODES, Floats, utilities
from layers.planning.omission import Agreement, agreement, omissions
from layers.planning.scoring import Scores, score
from layers.planning.staying import intervals
from layers.planning.topsis import closeness
from layers.planning.weights import problems, vector
from layers.stages import Stage

COUNTY_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Judged:
    """A community with what it is judged by, in the order of the criteria; NaN is unknown.

    `missing` is None where no gate was asked. `cost` and `profitable` are fen, None unknown.
    """

    id: str
    name: str
    measures: Floats
    division: str = ""
    stage: Stage | None = None
    households: int | None = None
    cost: int | None = None
    profitable: int = 0
    place: tuple[float, float] | None = None
    missing: tuple[Item, ...] | None = None

    @property
    def county(self) -> str:
        return self.division[:COUNTY_DIGITS]


@dataclass(frozen=True, slots=True)
class Asked:
    """How to rank. `draws` of 0 asks for no stability; `top` is how many will be chosen, about."""

    weights: Mapping[str, float]
    draws: int = 0
    top: int = 20
    concentration: float = 20.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Stability:
    """How firm the ranking is under other weights, fewer criteria, and another way to add up."""

    acceptability: Acceptability
    intervals: Mapping[str, tuple[float, float]]
    omissions: Mapping[str, Agreement]
    topsis: Agreement


@dataclass(frozen=True, slots=True)
class Ranking:
    """`scores`, `topsis` and the rows of stability are in the order of `judged`; `order` lists
    their places from the best."""

    judged: Sequence[Judged]
    weights: Floats
    scores: Scores
    topsis: Floats
    order: Sequence[int]
    stability: Stability | None


def judged(
    db: Connection, actor: Actor, year: int, today: date, chosen: Filter | None = None
) -> list[Judged]:
    """Communities that may enter the year's plan, as the actor may see them."""
    organisations: dict[int, list[Recorded[OwnerOrganisation]]] = defaultdict(list)
    rows = measures.measured(db, actor, year, chosen)
    for community, id_, row in measures.organisations(db, actor, year):
        organisations[community].append(Recorded(id_, row))
    return [_judged(row, year, today, tuple(organisations.get(row.id, ()))) for row in rows]


def _judged(
    row: measures.Row,
    year: int,
    today: date,
    organisations: tuple[Recorded[OwnerOrganisation], ...],
) -> Judged:
    stage = None if row.stage is None else Stage(row.stage)
    evidence = Evidence(
        today=today, division=row.division, stage=stage, organisations=organisations
    )
    return Judged(
        id=str(row.id),
        name=row.name,
        measures=np.array([_number(value) for value in _measures(row, year)]),
        division=row.division,
        stage=stage,
        households=row.households,
        cost=fen(row.budget_cny) if row.budget_cny else None,
        profitable=fen(Decimal(row.profitable_cny)),
        place=None if row.lon is None else (row.lon, row.lat),
        missing=gate(evidence, Stage.PLANNED).missing,
    )


def _measures(row: measures.Row, year: int) -> tuple[float | None, ...]:
    """In the order of the criteria."""
    return (
        row.willingness,
        row.participation,
        row.self_demolition,
        row.willingness_to_pay,
        year - row.built_year if row.built_year else None,
        row.safety_findings,
        row.missing_facilities,
        row.households,
        row.elderly_share,
        100 * row.reports / row.households if row.households else None,
    )


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def rank(found: Sequence[Judged], asked: Asked) -> Ranking:
    """Best first; equals in the order they came. Raises Invalid for weights that mean nothing."""
    weights = weighted(asked.weights)
    known = utilities(np.array([each.measures for each in found]).reshape(-1, len(CODES)))
    scores = score(known, weights)
    near = closeness(known, weights)
    stability = None
    if asked.draws and len(found):
        stability = _stability(known, weights, scores, near, asked)
    order = np.argsort(-scores.score, kind="stable").tolist()
    return Ranking(found, weights, scores, near, order, stability)


def weighted(weights: Mapping[str, float]) -> Floats:
    if found := [*problems(weights)]:
        raise Invalid(found)
    return vector(weights)


def _stability(
    known: Floats, weights: Floats, scores: Scores, near: Floats, asked: Asked
) -> Stability:
    return Stability(
        acceptability(
            known,
            weights,
            draws=asked.draws,
            top=asked.top,
            concentration=asked.concentration,
            seed=asked.seed,
        ),
        intervals(known, weights, asked.top),
        omissions(known, weights, asked.top),
        agreement(scores.score, near, asked.top),
    )


def data_date(db: Connection, actor: Actor) -> datetime | None:
    found: datetime | None = measures.data_date(db, actor)
    return found
