"""The ground that fire lanes offer an engine, and what of it an engine can still come to.

A lane is a strip as wide as its clear width, half of that beyond its ends, so that lanes that stop
at each other's edge meet. An engine is a strip of its own; where its middle can run is found as
for people on foot (see `strips`).
"""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from layers.safety.nearest import nearest
from layers.safety.scene import Lane, Scene
from layers.safety.strips import Shapes, near, rooms

TOLERANCE_M = 0.05
"""A lane exactly as wide as an engine leaves its middle no room: this is the room it gets."""
BESIDE_M = 6.0
"""A gate is drawn beside the lane through it, a lane ends short of the boundary, by this much."""


class Network:
    """Lanes for engines `width_m` wide. `entries` is where engines come in, as far as known."""

    def __init__(self, scene: Scene, lanes: Sequence[Lane], width_m: float) -> None:
        self._width_m = width_m - TOLERANCE_M
        self._ground = shapely.union_all([strip(lane) for lane in lanes])
        self.all = rooms(self._ground, self._width_m)
        self.entries = self._entries(scene, lanes)

    def open(self, closed: BaseGeometry) -> Shapes:
        """Where the middle of an engine gets to from an entry, or anywhere if none is known."""
        pieces = self.all
        if self._ground.intersects(closed):
            pieces = rooms(self._ground.difference(closed), self._width_m)
        if not len(self.entries):
            return pieces
        return np.asarray(pieces[near(pieces, self.entries, self._width_m / 2).any(axis=1)])

    def _entries(self, scene: Scene, lanes: Sequence[Lane]) -> Shapes:
        """Places on the lanes beside a gate, or else where a lane ends at the boundary."""
        reach = self._width_m / 2 + BESIDE_M
        beside = self._snapped((gate.shape for gate in scene.gates), reach)
        if len(beside) or scene.community is None:
            return beside
        ends = [Point(lane.shape.coords[i]) for lane in lanes for i in (0, -1)]
        inside = scene.community.buffer(-BESIDE_M)
        return self._snapped((end for end in ends if not inside.covers(end)), reach)

    def _snapped(self, places: Iterable[Point], reach: float) -> Shapes:
        everywhere = shapely.union_all(self.all)
        near_by = [p for p in places if shapely.dwithin(everywhere, p, reach)]
        return np.array([nearest(everywhere, p) for p in near_by], dtype=object)


def strip(lane: Lane, cap: str = "square") -> BaseGeometry:
    return lane.shape.buffer((lane.width_m or 0.0) / 2, cap_style=cap, join_style="mitre")  # type: ignore[arg-type]
