"""A choice of communities within the money, as a briefing tells it: plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from shapely.geometry.base import BaseGeometry

from layers.core.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """A community, ranked. `cost` is None where it is unknown; `place` is longitude, latitude.

    `contributions` are by code of criterion and add up to the score; `why_not` says why a
    community was not chosen, and is empty for one that was.
    """

    id: str
    name: str
    county: str
    rank: int
    score: float
    low: float
    high: float
    contributions: Mapping[str, float]
    unknown: Sequence[str]
    cost: Decimal | None
    households: int | None
    chosen: bool
    why_not: Text | None = None
    place: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """Of the budget curve."""

    budget: Decimal
    cost: Decimal
    objective: float
    count: int


@dataclass(frozen=True, slots=True)
class Border:
    """A county's, in degrees."""

    name: str
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Choice:
    """An outcome of planning, as it is told. `rows` are all that were ranked, from the best.

    `constraints` and `conflicts` are sentences; `greedy_below` is by what share the optimum is
    better than taking the best one after the other; `gap` is proven.
    """

    title: Text
    year: int
    weights: Mapping[str, float]
    rows: Sequence[Row]
    budget: Decimal | None
    cost: Decimal
    constraints: Sequence[Text] = ()
    conflicts: Sequence[Text] = ()
    optimal: bool = True
    gap: float = 0.0
    greedy_below: float | None = None
    curve: Sequence[Point] = ()
    data_date: datetime | None = None
    author: str = ""
    map_approval: str = ""
    data_source: str = ""
