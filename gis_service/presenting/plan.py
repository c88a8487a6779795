"""A ranking, and the choice made of it if one was: all that a file of it tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

import numpy as np
from shapely.geometry.base import BaseGeometry

from gis_service.printing.choice import Border, Choice
from gis_service.ranking import Judged, Ranking
from layers.core.text import Text
from layers.planning.candidates import yuan
from layers.planning.criteria import Floats, utilities

_RANKING = Text("{year} 年老旧小区改造计划排序", "Ranking for the plan of {year}")


@dataclass(frozen=True, slots=True)
class Line:
    """A community, ranked. `utilities` (NaN is unknown) and `contributions` are in the order of
    the criteria. `chosen` is None where no choice was made; `in_top` where none was drawn."""

    judged: Judged
    county: str
    rank: int
    score: float
    low: float
    high: float
    utilities: Floats
    contributions: Floats
    cost: Decimal | None
    in_top: float | None = None
    chosen: bool | None = None
    why_not: Text | None = None
    shape: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a plan lies on. `counties` are names by code, `shapes` those of communities by id;
    `notes` say whose map and whose data they are."""

    counties: Mapping[str, str] = field(default_factory=dict)
    borders: Sequence[Border] = ()
    shapes: Mapping[str, BaseGeometry] = field(default_factory=dict)
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """`lines` are from the best. `choice` is None of a mere ranking."""

    title: Text
    year: int
    ranking: Ranking
    ground: Ground
    lines: Sequence[Line]
    data_date: datetime | None
    choice: Choice | None = None


def ranked(
    ranking: Ranking, year: int, ground: Ground, limit: int, data_date: datetime | None
) -> Plan:
    """The first `limit` of a ranking."""
    lines = [*_lines(ranking, ground, limit)]
    return Plan(_RANKING.format(year=year), year, ranking, ground, lines, data_date)


def chosen(ranking: Ranking, choice: Choice, ground: Ground) -> Plan:
    """A choice, with all that were ranked for it: `choice.rows` are in the ranking's order."""
    lines = [*_lines(ranking, ground, len(choice.rows), choice)]
    return Plan(choice.title, choice.year, ranking, ground, lines, choice.data_date, choice)


def _lines(
    ranking: Ranking, ground: Ground, limit: int, choice: Choice | None = None
) -> Iterator[Line]:
    scores, ranks = ranking.scores, ranking.scores.rank
    stability = ranking.stability
    firm = None if stability is None else stability.acceptability.in_top
    known = utilities(np.array([each.measures for each in ranking.judged]))
    for place, at in enumerate(ranking.order[:limit]):
        judged = ranking.judged[at]
        row = choice.rows[place] if choice else None
        own = None if judged.cost is None else yuan(judged.cost)
        yield Line(
            judged=judged,
            county=ground.counties.get(judged.county, judged.county),
            rank=int(ranks[at]),
            score=float(scores.score[at]),
            low=float(scores.low[at]),
            high=float(scores.high[at]),
            utilities=known[at],
            contributions=scores.contributions[at],
            cost=row.cost if row else own,
            in_top=None if firm is None else float(firm[at]),
            chosen=row.chosen if row else None,
            why_not=row.why_not if row else None,
            shape=ground.shapes.get(judged.id),
        )
