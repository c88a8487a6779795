"""Choices that are nearly as good, and others: what is common to all of them is safe to begin."""

import time
from collections.abc import Sequence

import numpy as np

from layers.planning.constraints import Chosen, Row
from layers.planning.program import Program, solved
from layers.planning.relaxation import relaxed

_DIGITS = 10**6
_FEW = 1.5


def alternatives(
    program: Program, best: Chosen, count: int, tolerance: float, seconds: float
) -> Sequence[Chosen]:
    """Up to `count` choices worth at least (1 - tolerance) of the best, each as different as can
    be from the best and from those before it."""
    until = time.monotonic() + seconds
    found: list[Chosen] = []
    enough = _worth_at_least(program, program.worth(best) * (1 - tolerance))
    taken = best.astype(float)
    for left in range(count, 0, -1):
        others = Program(-taken, [*program.rows, enough])
        seconds = (until - time.monotonic()) / left
        relaxation = relaxed(others, seconds / 2)
        if relaxation is None:
            break
        # Next to what the relaxation finds there is one that differs as much but for a few.
        lower, upper = relaxation.decided(relaxation.bound - _FEW * taken.max())
        answer = solved(others, lower=lower, upper=upper, gap=0.02, seconds=seconds / 2)
        chosen = answer.chosen
        if chosen is None or any((chosen == known).all() for known in (best, *found)):
            break
        found.append(chosen)
        taken = taken + chosen
    return found


def _worth_at_least(program: Program, least: float) -> Row:
    """The bonus of neighbours is left out: what is promised without it holds with it."""
    scale = _DIGITS / max(float(np.abs(program.values).max(initial=0.0)), 1e-12)
    weights = np.round(program.values * scale).astype(np.int64)
    at = np.flatnonzero(weights)
    return Row("worth", at, weights[at], low=int(np.floor(least * scale)))
