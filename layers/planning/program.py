"""The integer program behind a choice, and HiGHS, which solves it.

Rows are divided by the greatest common divisor of their whole numbers: amounts in fen would else
stand at the edge of what a solver's tolerances can tell apart.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array

from layers.planning.constraints import Chosen, Ints, Row
from layers.planning.criteria import Floats
from layers.planning.neighbours import Pairs

NO_PAIRS = Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))


@dataclass(frozen=True)
class Program:
    """Choose those whose `values` (one a candidate) and bonus add up to the most, within `rows`."""

    values: Floats
    rows: Sequence[Row]
    pairs: Pairs = NO_PAIRS

    def __len__(self) -> int:
        return len(self.values)

    def worth(self, chosen: Chosen) -> float:
        return float(self.values[chosen].sum()) + self.pairs.worth(chosen)

    def allows(self, chosen: Chosen) -> bool:
        """Exactly, in whole numbers."""
        return all(row.holds(chosen) for row in self.rows)

    def with_row(self, row: Row) -> "Program":
        return replace(self, rows=[*self.rows, row])

    @property
    def gains(self) -> Floats:
        """Of the candidates, then of the pairs: the variables of the solver, in their order."""
        return np.concatenate([self.values, self.pairs.bonus])

    @property
    def scale(self) -> float:
        """The solver stops at an absolute gap of 1e-6, so that gains must not be tiny."""
        largest = float(np.abs(self.gains).max(initial=0.0))
        return _LARGEST_GAIN / largest if largest else 1.0

    @cached_property
    def limits(self) -> LinearConstraint | None:
        """A pair counts for no more than each of the two does; a bonus makes it count as much."""
        count, height = len(self) + len(self.pairs), len(self.rows)
        scaled = [_scaled(row) for row in self.rows]
        data: list[Floats] = [
            np.concatenate([row.weights.astype(float) for row in scaled] or [np.empty(0)])
        ]
        across = [np.concatenate([row.at for row in scaled] or [np.empty(0, np.int64)])]
        down = [np.repeat(np.arange(height), [len(row.at) for row in scaled])]
        low = [np.array([-np.inf if row.low is None else row.low for row in scaled])]
        high = [np.array([np.inf if row.high is None else row.high for row in scaled])]
        own = len(self) + np.arange(len(self.pairs))
        for each in (self.pairs.first, self.pairs.second):
            lines = height + np.arange(len(self.pairs))
            down += [lines, lines]
            across += [own, each]
            data += [np.ones(len(self.pairs)), -np.ones(len(self.pairs))]
            low.append(np.full(len(self.pairs), -np.inf))
            high.append(np.zeros(len(self.pairs)))
            height += len(self.pairs)
        if not height:
            return None
        entries = np.concatenate(data)
        places = np.concatenate(down), np.concatenate(across)
        matrix = csr_array(coo_array((entries, places), shape=(height, count)))
        return LinearConstraint(matrix, np.concatenate(low), np.concatenate(high))


@dataclass(frozen=True, slots=True)
class Solved:
    """What HiGHS found: `chosen` is None where it found nothing; `bound` is what no choice can be
    worth more than. `proven` is that `chosen` is within the wanted gap, or that there is none."""

    chosen: Chosen | None
    bound: float
    proven: bool


def solved(program: Program, *, lower: Ints, upper: Ints, gap: float, seconds: float) -> Solved:
    """The program with each candidate between `lower` and `upper`, 0 or 1.

    A choice that rounding let past a row is cut off, and the rest is solved again.
    """
    until = time.monotonic() + seconds
    while True:
        pairs = np.zeros(len(program.pairs))
        bounds = Bounds(
            np.concatenate([lower, pairs]), np.concatenate([upper, pairs + 1]), keep_feasible=True
        )
        integral = np.concatenate([np.ones(len(program)), pairs])
        answer = milp(
            -program.gains * program.scale,
            integrality=integral,
            bounds=bounds,
            constraints=program.limits,
            options={"mip_rel_gap": gap, "time_limit": max(until - time.monotonic(), 0.1)},
        )
        bound = (
            np.inf
            if answer.mip_dual_bound is None
            else -float(answer.mip_dual_bound) / program.scale
        )
        if answer.x is None:
            return Solved(None, bound, proven=answer.status == _INFEASIBLE)
        chosen = answer.x[: len(program)] > 0.5
        broken = next((row for row in program.rows if not row.holds(chosen)), None)
        if broken is None:
            return Solved(chosen, bound, proven=answer.status == _OPTIMAL)
        if time.monotonic() > until:
            return Solved(None, bound, proven=False)
        program = program.with_row(_cut(broken, chosen))


_OPTIMAL, _INFEASIBLE = 0, 2
_LARGEST_GAIN = 1e3


def _cut(broken: Row, chosen: Chosen) -> Row:
    """Forbids the very part of a choice that breaks a row."""
    inside = chosen[broken.at]
    signs = np.where(inside, 1, -1)
    return Row(broken.name, broken.at, signs, high=int(inside.sum()) - 1)


def _scaled(row: Row) -> Row:
    divisor = int(np.gcd.reduce(row.weights)) if len(row.weights) else 1
    if divisor <= 1:
        return row
    return replace(
        row,
        weights=row.weights // divisor,
        low=None if row.low is None else -(-row.low // divisor),
        high=None if row.high is None else row.high // divisor,
    )
