"""How far one weight may move, the others in proportion, before the first `top` are others.

Scores are linear in the weight, so the weights at which everyone chosen stays ahead of everyone
else form one interval; its ends are found by halving.
"""

from collections.abc import Callable

import numpy as np

from layers.planning.criteria import CODES, Floats
from layers.planning.scoring import MIDDLE

_HALVINGS = 40
_EQUAL = 1e-12
"""Scores that differ less are the same but for rounding."""


def intervals(utilities: Floats, weights: Floats, top: int) -> dict[str, tuple[float, float]]:
    """By criterion: the lowest and the highest weight (of a sum of 1) with the same first `top`."""
    known = np.where(np.isnan(utilities), MIDDLE, utilities)
    first = np.argsort(-(known @ weights), kind="stable")[:top]
    chosen = np.zeros(len(known), dtype=bool)
    chosen[first] = True
    if chosen.all() or not chosen.any():
        return dict.fromkeys(CODES, (0.0, 1.0))
    return {code: _interval(known, weights, at, chosen) for at, code in enumerate(CODES)}


def _interval(
    known: Floats, weights: Floats, at: int, chosen: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> tuple[float, float]:
    here = float(weights[at])
    others = weights.copy()
    others[at] = 0.0
    if not others.any():
        return here, here
    rest, own = known @ (others / others.sum()), known[:, at]

    def stays(weight: float) -> bool:
        scores = weight * own + (1 - weight) * rest
        return bool(scores[chosen].min() >= scores[~chosen].max() - _EQUAL)

    return _edge(stays, here, 0.0), _edge(stays, here, 1.0)


def _edge(stays: Callable[[float], bool], inside: float, end: float) -> float:
    if stays(end):
        return end
    for _ in range(_HALVINGS):
        middle = (inside + end) / 2
        if stays(middle):
            inside = middle
        else:
            end = middle
    return inside
