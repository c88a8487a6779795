"""The choice a person makes with a sorted list: from the top, whatever still fits.

Sorted by score for each yuan and by score alone; the better of both is kept. It is what the
optimum is compared with, and where the search for it begins.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from layers.planning.candidates import Candidate
from layers.planning.constraints import Chosen, Constraints, Row
from layers.planning.program import Program


def greedy(program: Program, candidates: Sequence[Candidate], asked: Constraints) -> Chosen | None:
    """What is locked in first, then what floors ask for, then the rest. None where both lists end
    with a constraint unmet, which does not prove that none can be met."""
    units = _units(candidates, asked)
    costs = [sum(candidates[at].cost for at in unit) for unit in units]
    values = [float(program.values[list(unit)].sum()) for unit in units]
    per_yuan = [value / max(cost, 1) for value, cost in zip(values, costs, strict=True)]
    found = []
    for worths in (per_yuan, values):
        order = sorted(range(len(units)), key=lambda at: worths[at], reverse=True)
        chosen = _filled(program, candidates, asked, [units[at] for at in order])
        if program.allows(chosen):
            found.append(chosen)
    return max(found, key=program.worth, default=None)


def _filled(
    program: Program,
    candidates: Sequence[Candidate],
    asked: Constraints,
    by_worth: Sequence[tuple[int, ...]],
) -> Chosen:
    basket = _Basket(program.rows, len(candidates))
    locked = set(asked.lock_in)
    for unit in by_worth:
        if any(candidates[at].id in locked for at in unit):
            basket.add(unit)
    for row in program.rows:
        if row.low is None or row.low <= 0 or len(row.at) < 2:
            continue
        for unit in by_worth:
            if basket.sums[row.name] >= row.low:
                break
            if basket.serves(unit, row) and basket.has_room(unit):
                basket.add(unit)
    for unit in by_worth:
        if basket.has_room(unit):
            basket.add(unit)
    return basket.chosen


def _units(candidates: Sequence[Candidate], asked: Constraints) -> list[tuple[int, ...]]:
    """Candidates in bundles that overlap are one unit; every other candidate is its own."""
    place = {candidate.id: at for at, candidate in enumerate(candidates)}
    lead = list(range(len(candidates)))

    def first(at: int) -> int:
        while lead[at] != at:
            at = lead[at]
        return at

    for bundle in asked.bundles:
        for id_ in bundle[1:]:
            lead[first(place[id_])] = first(place[bundle[0]])
    units: dict[int, list[int]] = defaultdict(list)
    for at in range(len(candidates)):
        units[first(at)].append(at)
    return [tuple(unit) for unit in units.values()]


class _Basket:
    """What is chosen so far, and what it adds up to in each row that has a limit."""

    def __init__(self, rows: Iterable[Row], count: int) -> None:
        self.chosen = np.zeros(count, dtype=bool)
        self.sums: dict[str, int] = defaultdict(int)
        self._high: dict[str, int] = {}
        self._rows: list[list[tuple[str, int]]] = [[] for _ in range(count)]
        for row in rows:
            if row.name.startswith("bundle:"):
                continue
            if row.high is not None:
                self._high[row.name] = row.high
            for at, weight in zip(row.at.tolist(), row.weights.tolist(), strict=True):
                self._rows[at].append((row.name, weight))

    def serves(self, unit: Sequence[int], row: Row) -> bool:
        return any(name == row.name for at in unit for name, _ in self._rows[at])

    def has_room(self, unit: Sequence[int]) -> bool:
        if self.chosen[unit[0]]:
            return False
        more: dict[str, int] = defaultdict(int)
        for at in unit:
            for name, weight in self._rows[at]:
                more[name] += weight
        return all(
            self.sums[name] + weight <= self._high[name]
            for name, weight in more.items()
            if name in self._high
        )

    def add(self, unit: Sequence[int]) -> None:
        if self.chosen[unit[0]]:
            return
        for at in unit:
            self.chosen[at] = True
            for name, weight in self._rows[at]:
                self.sums[name] += weight
