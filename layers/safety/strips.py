"""Where a strip of a given width can be laid, and how wide it can be at most.

The middle of a strip `w` wide keeps `w/2` from everything: it runs within the ground eroded by
`w/2`. Two places are joined by such a strip exactly when both are within `w/2` of one piece of the
eroded ground (the piece, grown back by `w/2`, is the morphological opening). No grid, no sampling:
the answer is as exact as the coordinates, save for arcs that are chords of at most 3 mm.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from layers.safety.nearest import nearest

Shapes = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]

PLACE_M = 0.05
"""How far off its wall a door may be drawn."""
PRECISION_M = 0.01
CRACK_M = 0.02
"""A gap that nobody means: hoardings that touch, drawn by hand."""
_ARC = 8


def rooms(ground: BaseGeometry, width_m: float) -> Shapes:
    """The pieces of ground in which the middle of a strip may run."""
    pieces = shapely.get_parts(ground.buffer(-width_m / 2, quad_segs=_ARC))
    return np.asarray(pieces[~shapely.is_empty(pieces)])


def near(pieces: Shapes, places: Shapes, within_m: float) -> Flags:
    """By piece (rows) and place (columns): whether one comes within a distance of the other."""
    if not (len(pieces) and len(places)):
        return np.zeros((len(pieces), len(places)), bool)
    shapely.prepare(pieces)
    return np.asarray(shapely.dwithin(pieces[:, None], places[None, :], within_m))


def open_rooms(ground: BaseGeometry, gates: Shapes, width_m: float) -> Shapes:
    """The rooms from which a strip leads to a gate."""
    pieces = rooms(ground, width_m)
    return np.asarray(pieces[near(pieces, gates, width_m / 2 + PLACE_M).any(axis=1)])


def reached(pieces: Shapes, places: Shapes, width_m: float) -> Flags:
    """Which places a strip in these rooms comes up to."""
    return np.asarray(near(pieces, places, width_m / 2 + PLACE_M).any(axis=0))


def widest(ground: BaseGeometry, gates: Shapes, places: Shapes, limit_m: float) -> list[float]:
    """For each place that no strip `limit_m` wide joins to a gate, the widest that does; 0 if none.

    Places behind the same narrow spot are halved together, so that it costs one search a spot.
    """
    found = np.zeros(len(places))
    shut = ~reached(open_rooms(ground, gates, CRACK_M), places, CRACK_M)
    todo = [(CRACK_M, limit_m, np.flatnonzero(~shut))]
    while todo:
        low, high, which = todo.pop()
        if not len(which):
            continue
        if high - low <= PRECISION_M:
            found[which] = (low + high) / 2
            continue
        middle = (low + high) / 2
        ways = reached(open_rooms(ground, gates, middle), places[which], middle)
        todo += [(middle, high, which[ways]), (low, middle, which[~ways])]
    return [round(float(width), 2) for width in found]


def narrowest(
    ground: BaseGeometry, gates: Shapes, place: Point, width_m: float
) -> LineString | None:
    """The line across the spot that keeps the way from `place` to a gate down to `width_m`.

    A strip a little narrower leads all the way; what a little wider one reaches from the gates ends
    at the spot. None where that is the place itself.
    """
    under = open_rooms(ground, gates, width_m - 2 * PRECISION_M)
    over = open_rooms(ground, gates, width_m + 2 * PRECISION_M)
    way = under[reached(under, np.array([place]), width_m)]
    if not len(way):
        return None
    gate_side = shapely.union_all(over) if len(over) else shapely.union_all(gates)
    rest = shapely.get_parts(way[0].difference(gate_side.buffer(3 * PRECISION_M, quad_segs=_ARC)))
    own = rest[near(rest, np.array([place]), width_m / 2 + PLACE_M).any(axis=1)]
    if not len(own):
        return None
    entrance = nearest(own[0], gate_side).buffer(2 * PLACE_M)
    return _across(ground, own[0].intersection(entrance).centroid)


def _across(ground: BaseGeometry, middle: Point) -> LineString:
    """From the edge of the ground nearest to `middle` to the edge on its other side."""
    edge = ground.boundary
    here = nearest(edge, middle)
    there = nearest(edge, Point(2 * middle.x - here.x, 2 * middle.y - here.y))
    return LineString([(here.x, here.y), (there.x, there.y)])
