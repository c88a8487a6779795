"""What a choice must hold to: declared by people, made into named rows of whole numbers.

A name is what people are told when constraints contradict each other: `budget`,
`county_min:360923`, `lock_in:c1`, `bundle:c1+c2`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from layers.ledgers.funding import Source
from layers.planning.candidates import FOR_PROFITABLE_ITEMS, Candidate

Ints = NDArray[np.int64]
Chosen = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Money in fen. Each part that is left out forbids nothing. `budget_by_source` divides the
    money where some sources pay for profitable items only; `budget_by_year` where payments fall
    due in several years."""

    budget: int | None = None
    budget_by_year: Mapping[int, int] = field(default_factory=dict)
    budget_by_source: Mapping[Source, int] = field(default_factory=dict)
    max_count: int | None = None
    min_count: int | None = None
    county_min: Mapping[str, int] = field(default_factory=dict)
    county_max: Mapping[str, int] = field(default_factory=dict)
    county_budget: Mapping[str, int] = field(default_factory=dict)
    lock_in: Sequence[str] = ()
    lock_out: Sequence[str] = ()
    bundles: Sequence[Sequence[str]] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """low <= sum of `weights` of those chosen `at` <= high, a bound of None forbids nothing."""

    name: str
    at: Ints
    weights: Ints
    low: int | None = None
    high: int | None = None

    def sum(self, chosen: Chosen) -> int:
        return int(self.weights[chosen[self.at]].sum())

    def holds(self, chosen: Chosen) -> bool:
        total = self.sum(chosen)
        return (self.low is None or total >= self.low) and (self.high is None or total <= self.high)


def rows(candidates: Sequence[Candidate], asked: Constraints) -> list[Row]:
    """Every constraint as one row, a bundle as several of one name.

    Raises KeyError for a lock or a bundle of what is no candidate.
    """
    place = {candidate.id: at for at, candidate in enumerate(candidates)}
    return [
        *_money(candidates, asked),
        *_counts(candidates, asked),
        *(_fixed(f"lock_in:{id_}", place[id_], 1) for id_ in asked.lock_in),
        *(_fixed(f"lock_out:{id_}", place[id_], 0) for id_ in asked.lock_out),
        *(row for bundle in asked.bundles for row in _bundle(bundle, place)),
    ]


def _money(candidates: Sequence[Candidate], asked: Constraints) -> Iterator[Row]:
    def row(name: str, cost: Callable[[Candidate], int], high: int) -> Row:
        costs = np.array([cost(each) for each in candidates], dtype=np.int64)
        return Row(name, np.flatnonzero(costs), costs[costs != 0], high=high)

    if asked.budget is not None:
        yield row("budget", lambda each: each.cost, asked.budget)
    for year, high in asked.budget_by_year.items():
        yield row(f"budget:{year}", lambda each, year=year: each.by_year.get(year, 0), high)  # type: ignore[misc]
    if asked.budget_by_source:
        sources = asked.budget_by_source.items()
        free = sum(high for source, high in sources if source not in FOR_PROFITABLE_ITEMS)
        yield row("budget:sources", lambda each: each.cost, sum(asked.budget_by_source.values()))
        yield row("budget:unrestricted", lambda each: each.cost - each.profitable, free)
    for county, high in asked.county_budget.items():
        yield row(
            f"county_budget:{county}",
            lambda each, county=county: each.cost if each.county == county else 0,  # type: ignore[misc]
            high,
        )


def _counts(candidates: Sequence[Candidate], asked: Constraints) -> Iterator[Row]:
    def row(name: str, at: Iterable[int], low: int | None, high: int | None) -> Row:
        where = np.fromiter(at, dtype=np.int64)
        return Row(name, where, np.ones(len(where), dtype=np.int64), low, high)

    def within(county: str) -> list[int]:
        return [at for at, each in enumerate(candidates) if each.county == county]

    everyone = range(len(candidates))
    if asked.max_count is not None:
        yield row("max_count", everyone, None, asked.max_count)
    if asked.min_count is not None:
        yield row("min_count", everyone, asked.min_count, None)
    for county, low in asked.county_min.items():
        yield row(f"county_min:{county}", within(county), low, None)
    for county, high in asked.county_max.items():
        yield row(f"county_max:{county}", within(county), None, high)


def _fixed(name: str, at: int, chosen: int) -> Row:
    return Row(name, np.array([at]), np.ones(1, dtype=np.int64), chosen, chosen)


def _bundle(bundle: Sequence[str], place: Mapping[str, int]) -> Iterator[Row]:
    """All or none: each is chosen as the first is."""
    name = f"bundle:{'+'.join(bundle)}"
    first, *others = (place[id_] for id_ in dict.fromkeys(bundle))
    for other in others:
        yield Row(name, np.array([first, other]), np.array([1, -1]), 0, 0)
