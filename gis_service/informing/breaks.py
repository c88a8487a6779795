"""Natural breaks (Fisher, Jenks): classes that lie as closely about their means as can be.

Legends tell shares in hundredths, so that there are a hundred different values at most, however
many communities have them. Over so few the best classes are found exactly, in a millisecond; a
search over all values by k-means takes seconds and finds others each time.
"""

from collections.abc import Sequence

import numpy as np


def natural_breaks(values: Sequence[float], often: Sequence[int], classes: int) -> list[float]:
    """The greatest value of each class but the last.

    `values` differ and ascend, at least as many as `classes`; `often` says how many times each
    occurs.
    """
    value, weight = np.asarray(values, dtype=float), np.asarray(often, dtype=float)
    count, total, squares = (
        np.concatenate(([0.0], np.cumsum(weight * value**power))) for power in range(3)
    )
    first, last = np.triu_indices(len(value))
    spread = np.full((len(value), len(value)), np.inf)
    # Of the values from `first` to `last`: the sum of squared distances from their mean.
    spread[first, last] = (squares[last + 1] - squares[first]) - (
        (total[last + 1] - total[first]) ** 2 / (count[last + 1] - count[first])
    )
    best, starts = spread[0], []
    for _ in range(classes - 1):
        before = np.concatenate(([np.inf], best[:-1]))
        split = before[:, None] + spread
        starts.append(split.argmin(axis=0))
        best = split.min(axis=0)
    end, bounds = len(value) - 1, []
    for start in reversed(starts):
        end = int(start[end]) - 1
        bounds.append(float(value[end]))
    return bounds[::-1]
