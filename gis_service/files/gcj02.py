"""GCJ-02 and BD-09, the shifted coordinates of Chinese online maps, to and from true ones.

The shift is the formula that became public in 2013; it is some 600 m (BD-09: 1.2 km) and smooth,
so that a fixed-point iteration inverts it to well under a millimetre. Arrays of shape (n, 2),
longitude and latitude in degrees; true coordinates are WGS 84 or, within centimetres, CGCS2000.
"""

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]

_A = 6378245.0
_EE = 0.00669342162296594323
"""Semi-major axis in metres and squared eccentricity: Krassovsky's, as the formula has them."""

_ITERATIONS = 6
"""Each one shrinks the error some 1,000-fold, from 600 m to below what a double can hold."""


def gcj02_from_true(xy: Degrees) -> Degrees:
    x, y = xy[:, 0] - 105.0, xy[:, 1] - 35.0
    root = np.sqrt(np.abs(x))
    ripple = 20 * _sin(6 * x) + 20 * _sin(2 * x)
    east = (
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
        + (ripple + 20 * _sin(x) + 40 * _sin(x / 3) + 150 * _sin(x / 12) + 300 * _sin(x / 30))
        * 2 / 3
    )  # fmt: skip
    north = (
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
        + (ripple + 20 * _sin(y) + 40 * _sin(y / 3) + 160 * _sin(y / 12) + 320 * _sin(y / 30))
        * 2 / 3
    )  # fmt: skip
    latitude = np.radians(xy[:, 1])
    w = 1 - _EE * np.sin(latitude) ** 2
    meridian = _A * (1 - _EE) / w**1.5
    parallel = _A / np.sqrt(w) * np.cos(latitude)
    return xy + np.degrees(np.column_stack([east / parallel, north / meridian]))


def bd09_from_gcj02(xy: Degrees) -> Degrees:
    x, y = xy[:, 0], xy[:, 1]
    radius = np.hypot(x, y) + 0.00002 * np.sin(y * np.pi * 3000 / 180)
    angle = np.arctan2(y, x) + 0.000003 * np.cos(x * np.pi * 3000 / 180)
    return np.column_stack([radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006])


def true_from_gcj02(xy: Degrees) -> Degrees:
    true = xy
    for _ in range(_ITERATIONS):
        true = true - (gcj02_from_true(true) - xy)
    return true


def true_from_bd09(xy: Degrees) -> Degrees:
    true = xy
    for _ in range(_ITERATIONS):
        true = true - (bd09_from_gcj02(gcj02_from_true(true)) - xy)
    return true


def _sin(turns: Degrees) -> Degrees:
    """The sine of half turns."""
    return np.sin(turns * np.pi)
