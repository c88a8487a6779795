"""Where the estates of a county stand: along the streets about its seat, inside the county.

Plots of like depth stand side by side in rows, as blocks between streets do; the rows are turned a
little, since few towns follow the compass.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.random import Generator
from shapely.geometry import MultiPolygon, Point

from gis_service.demo.frames import Floats, Indices, degrees_per_metre

_ALLEY_M, _STREET_M = 7.0, 16.0
_PLOTS_BETWEEN_CROSSINGS = 3
_SPARE = 1.5
_BORDER_M = 60.0

# Seats known to a hundred metres or so; elsewhere a point well inside the county stands in.
SEATS = {
    "360923": (114.9230, 28.2330),
    "360102": (115.8990, 28.6850),
    "360103": (115.8800, 28.6580),
    "360104": (115.9250, 28.6210),
    "360111": (115.9620, 28.6820),
}


@dataclass(frozen=True, slots=True)
class Town:
    """Places for estates: which plan stands where, nearest the seat first, and the turn of all."""

    plan: Indices
    origin: Floats
    turn: float


def laid_out(rng: Generator, county: MultiPolygon, code: str, wanted: int, sizes: Floats) -> Town:
    """Up to `wanted` estates, of plans whose width and depth in metres are `sizes` (n, 2)."""
    count = int(np.ceil(wanted * _SPARE)) + 4
    plan = rng.integers(0, len(sizes), size=count)
    seat = SEATS.get(code) or _inner_point(county)
    turn = float(np.radians(rng.normal(0, 6)))
    plan, offset = _in_blocks(rng, plan, sizes)
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    per_metre = np.array(degrees_per_metre(np.array(seat[1]))).T
    origin = np.array(seat) + (offset @ rotation) * per_metre
    inside = _within(county, origin, np.hypot(*sizes[plan].T) / 2, per_metre)
    nearest = np.flatnonzero(inside)[np.argsort(np.hypot(*offset[inside].T), kind="stable")]
    chosen = nearest[:wanted]
    return Town(plan[chosen], origin[chosen], turn)


def _in_blocks(rng: Generator, plan: Indices, sizes: Floats) -> tuple[Indices, Floats]:
    """The plans in rows of like depth, and the offset of each one's middle from the town's."""
    plan = plan[np.argsort(sizes[plan, 1], kind="stable")]
    width, depth = sizes[plan].T
    across = width + np.where(np.arange(len(plan)) % _PLOTS_BETWEEN_CROSSINGS, _ALLEY_M, _STREET_M)
    side = np.sqrt(np.sum(across * (depth + _STREET_M)))
    row = (np.cumsum(across) // side).astype(np.int64)
    rank = rng.permutation(row[-1] + 1)[row]
    row_depth = np.zeros(row[-1] + 1)
    np.maximum.at(row_depth, rank, depth)
    south = np.concatenate([[0.0], np.cumsum(row_depth + _STREET_M)[:-1]])
    starts = np.flatnonzero(np.diff(row, prepend=-1))
    east = np.cumsum(across) - width / 2
    x = east - (np.cumsum(across) - across)[starts][row] - side / 2
    y = south[rank] + depth / 2
    return plan, np.column_stack([x, y - np.mean(y)])


def _within(county: MultiPolygon, origin: Floats, reach: Floats, per_metre: Floats) -> Indices:
    """Which circles of `reach` about `origin` keep clear of the county's border."""
    shapely.prepare(county)
    margin = (reach + _BORDER_M) * per_metre.min()
    inside = shapely.contains_xy(county, *origin.T)
    clear = shapely.dwithin(county.boundary, shapely.points(origin), margin)
    return np.asarray(inside & ~clear)


def _inner_point(county: MultiPolygon) -> tuple[float, float]:
    main = max(county.geoms, key=lambda part: part.area)
    middle = main.centroid
    point: Point = middle if main.contains(middle) else main.representative_point()
    return point.x, point.y
