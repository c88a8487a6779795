"""How firm the order is: SMAA, by drawing weights and counting the ranks that come out.

R. Lahdelma, J. Hokkanen & P. Salminen, EJOR 106 (1998) 137-143. Values that are unknown are drawn
as well, anywhere on their scale. Ranks are counted in bins: with 8,000 communities nobody asks
how often one came 3,517th.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layers.planning.criteria import Floats

BLOCK = 200
"""Draws at a time: their scores stay in the processor's cache. Each block draws the unknown anew.
"""
_STEPS = (1, 3)


@dataclass(frozen=True, slots=True)
class Acceptability:
    """`bins` are the last ranks of each bin; `shares`, n by bins, sum to 1 in each row.

    `central` (n by m) are the mean weights of the draws that rank a community among the first
    `top`: what somebody must value who would choose it. NaN where no draw does.
    """

    bins: tuple[int, ...]
    shares: Floats
    top: int
    central: Floats
    draws: int

    @property
    def in_top(self) -> Floats:
        """How often each is among the first `top`, which is the end of a bin."""
        return np.asarray(self.shares[:, : self.bins.index(self.top) + 1].sum(axis=1))


def bins_for(count: int, top: int) -> tuple[int, ...]:
    """1, 3, 10, 30 … and `top`, up to `count`."""
    decades = (step * 10**power for power in range(7) for step in _STEPS)
    return tuple(sorted({edge for edge in decades if edge < count} | {min(top, count), count}))


def drawn(base: Floats, draws: int, rng: np.random.Generator, concentration: float) -> Floats:
    """Weights, a row a draw: a Dirichlet distribution about `base`.

    Higher `concentration` keeps nearer to it; 0 forgets it, and is uniform over all weights that
    sum to 1. A criterion of no weight stays without.
    """
    counted = base > 0
    spread = np.ones(counted.sum()) if concentration == 0 else base[counted] * concentration
    weights = np.zeros((draws, len(base)))
    weights[:, counted] = rng.dirichlet(spread, draws)
    return weights


def acceptability(
    utilities: Floats,
    base: Floats,
    *,
    draws: int,
    top: int = 1,
    concentration: float = 20.0,
    seed: int = 0,
) -> Acceptability:
    """The same seed gives the same answer."""
    count, criteria = utilities.shape
    top = min(top, count)
    bins, rng = bins_for(count, top), np.random.default_rng(seed)
    weights = drawn(base, draws, rng, concentration).astype(np.float32)
    counts = np.zeros((len(bins), count), dtype=np.int64)
    sums = np.zeros((criteria, count))
    unknown = np.isnan(utilities)
    known = utilities.astype(np.float32)
    for start in range(0, draws, BLOCK):
        block = weights[start : start + BLOCK]
        known[unknown] = rng.random(int(unknown.sum()), dtype=np.float32)
        # Equal scores come in the order of the rows, which is as good as any.
        order = np.argsort(-(block @ known.T), axis=1)
        _count(order, bins, counts)
        _add_weights(order[:, :top], block, sums)
    within = counts[: bins.index(top) + 1].sum(axis=0)
    with np.errstate(invalid="ignore"):
        central = (sums / within).T
    return Acceptability(bins, (counts / draws).T, top, central, draws)


def _count(order: NDArray[np.int64], bins: tuple[int, ...], counts: NDArray[np.int64]) -> None:
    for at, (first, last) in enumerate(zip((0, *bins), bins, strict=False)):
        counts[at] += np.bincount(order[:, first:last].ravel(), minlength=counts.shape[1])


def _add_weights(first: NDArray[np.int64], block: NDArray[np.float32], sums: Floats) -> None:
    where = first.ravel()
    for at in range(len(sums)):
        each = np.repeat(block[:, at], first.shape[1])
        sums[at] += np.bincount(where, weights=each, minlength=sums.shape[1])
