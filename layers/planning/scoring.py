"""The score: a weighted sum on absolute scales that keeps each contribution.

A row's score depends on that row and the weights alone. What is unknown counts as the middle of
its scale, is named, and widens the range that the score may turn out to have.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from layers.planning.criteria import Floats

MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Scores:
    """Of n communities and m criteria: `contributions` and `unknown` are n by m, the rest n.

    The score is the sum of the contributions; `low` and `high` are what it would be with the
    unknown at the worst and at the best.
    """

    contributions: Floats
    unknown: NDArray[np.bool_]
    score: Floats
    low: Floats
    high: Floats

    @property
    def rank(self) -> NDArray[np.int64]:
        return ranks(self.score)


def score(utilities: Floats, weights: Floats) -> Scores:
    """`utilities` n by m in [0, 1], NaN the unknown; `weights` m, summing to 1."""
    unknown = np.isnan(utilities)
    contributions = np.where(unknown, MIDDLE, utilities) * weights
    total = contributions.sum(axis=1)
    open_ = (unknown * weights).sum(axis=1)
    low = np.maximum(total - open_ * MIDDLE, 0.0)
    high = np.minimum(total + open_ * (1 - MIDDLE), 1.0)
    return Scores(contributions, unknown, total, low, np.maximum(low, high))


def ranks(scores: Floats) -> NDArray[np.int64]:
    """1 is the best; equal scores share the better rank."""
    return np.asarray(rankdata(-scores, method="min"), dtype=np.int64)
