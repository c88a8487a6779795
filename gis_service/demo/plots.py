"""Outlines of plots: rectangles that history has pulled a little out of shape."""

import numpy as np
from numpy.random import Generator
from shapely.geometry import Polygon

_PULL_M = 5.0


def outlined(rng: Generator, west: float, south: float, east: float, north: float) -> Polygon:
    """A plot of four to six corners around the rectangle. It is nowhere inside of it."""
    pull = rng.uniform(0, _PULL_M, size=(4, 2))
    ring = [
        (west - pull[0, 0], south - pull[0, 1]),
        (east + pull[1, 0], south - pull[1, 1]),
        (east + pull[2, 0], north + pull[2, 1]),
        (west - pull[3, 0], north + pull[3, 1]),
    ]
    bends = rng.integers(0, 3)
    if bends >= 1:
        ring.insert(
            2, (max(ring[1][0], ring[2][0]) + rng.uniform(0, 4), _between(rng, south, north))
        )
    if bends == 2:
        ring.append((min(ring[0][0], ring[-1][0]) - rng.uniform(0, 4), _between(rng, south, north)))
    return Polygon(ring)


def cut_corner(
    rng: Generator, bounds: tuple[float, float, float, float], x: float, y: float
) -> Polygon:
    """An L: the rectangle without what lies north-east of (x, y), its outer corners pulled out."""
    west, south, east, north = bounds
    a, b, c = rng.uniform(0, _PULL_M, size=3)
    return Polygon(
        [
            (west - a, south - b),
            (east + c, south - a),
            (east + b, y),
            (x, y),
            (x + b / 4, north + c),
            (west - c, north + b),
        ]
    )


def _between(rng: Generator, low: float, high: float) -> float:
    return float(np.clip(rng.normal(0.5, 0.12), 0.2, 0.8)) * (high - low) + low
