"""What the order would be without one criterion, and how much it agrees with the order as it is."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import kendalltau, spearmanr

from layers.planning.criteria import CODES, Floats
from layers.planning.scoring import score


@dataclass(frozen=True, slots=True)
class Agreement:
    """Kendall's tau-b and Spearman's rho, 1 is the same order; None where either has no order.

    `kept` of the first `top` would still be among them.
    """

    kendall: float | None
    spearman: float | None
    kept: int
    top: int


def agreement(base: Floats, other: Floats, top: int) -> Agreement:
    """Of two scorings of the same communities, in the same order."""
    top = min(top, len(base))
    firsts = (set(np.argsort(-each, kind="stable")[:top]) for each in (base, other))
    kept = len(set.intersection(*firsts))
    if len(base) < 2 or np.ptp(base) == 0 or np.ptp(other) == 0:
        return Agreement(None, None, kept, top)
    tau, rho = kendalltau(base, other).statistic, spearmanr(base, other).statistic
    return Agreement(float(tau), float(rho), kept, top)


def omissions(utilities: Floats, weights: Floats, top: int) -> dict[str, Agreement]:
    """For each criterion that counts, beside another: the order without it against the order."""
    base = score(utilities, weights).score
    found = {}
    for at, code in enumerate(CODES):
        if weights[at] == 0 or weights[at] == weights.sum():
            continue
        without = weights.copy()
        without[at] = 0
        other = score(utilities, without / without.sum()).score
        found[code] = agreement(base, other, top)
    return found
