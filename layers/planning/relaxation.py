"""What is decided already when candidates may be chosen in part.

The linear relaxation bounds every choice from above, and its reduced costs say what a candidate
costs at the least when it is decided the other way. Whoever would fall below a choice that is
known is decided; what is left is a small core (E. Balas & E. Zemel, Operations Research 28 (1980)
1130-1154), so that thousands of candidates are solved to the optimum in seconds.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

from layers.planning.constraints import Ints
from layers.planning.criteria import Floats
from layers.planning.program import Program

_WHOLE = 1e-7
_SLACK = 1e-9
"""Relative: a bound is trusted to as many digits."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """`bound` no choice can exceed, `shares` of each candidate at the bound, and by how much the
    bound falls when a candidate at 0 is chosen, or one at 1 is not."""

    bound: float
    shares: Floats
    falls_chosen: Floats
    falls_left: Floats

    def rounded(self) -> tuple[Ints, Ints]:
        """Bounds that keep everyone whom the relaxation chose or left as a whole."""
        return (
            (self.shares > 1 - _WHOLE).astype(np.int64),
            (self.shares > _WHOLE).astype(np.int64),
        )

    def decided(self, known: float) -> tuple[Ints, Ints]:
        """Bounds within which lies every choice that is worth more than `known`."""
        room = self.bound - known + _SLACK * abs(self.bound)
        lower = (self.falls_left > room).astype(np.int64)
        upper = 1 - (self.falls_chosen > room).astype(np.int64)
        return lower, upper


def relaxed(program: Program, seconds: float) -> Relaxation | None:
    """None where even parts of candidates cannot meet the rows, or time is up."""
    count = len(program)
    limits = program.limits
    inequalities, bounds = _one_sided(program) if limits is not None else (None, None)
    answer = linprog(
        -program.gains * program.scale,
        A_ub=inequalities,
        b_ub=bounds,
        bounds=(0, 1),
        method="highs",
        options={"time_limit": max(seconds, 0.1)},
    )
    if answer.status != 0:
        return None
    at_zero, at_one = (
        np.asarray(side.marginals)[:count] / program.scale for side in (answer.lower, answer.upper)
    )
    return Relaxation(
        bound=-float(answer.fun) / program.scale,
        shares=np.asarray(answer.x)[:count],
        falls_chosen=np.maximum(at_zero, 0.0),
        falls_left=np.maximum(-at_one, 0.0),
    )


def _one_sided(program: Program) -> tuple[csr_array, Floats]:
    """low <= Ax <= high as Ax <= high and -Ax <= -low."""
    limits = program.limits
    assert limits is not None
    matrix, low, high = csr_array(limits.A), np.asarray(limits.lb), np.asarray(limits.ub)
    above, below = np.isfinite(high), np.isfinite(low)
    parts = vstack([matrix[above], -matrix[below]])
    return csr_array(parts), np.concatenate([high[above], -low[below]])
