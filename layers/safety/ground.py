"""The free ground of a community: where people can walk while certain perimeters are closed.

Community less buildings, storage and facilities, less closed perimeters, save where a covered
passage crosses one.
"""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from layers.safety.nearest import nearest
from layers.safety.scene import Gate, Passage, Perimeter, Scene
from layers.safety.strips import Shapes

GATE_OFF_M = 30.0
"""A gate farther from the boundary than this is drawn in the wrong place."""


class Ground:
    """Ground of a scene for strips of `width_m`. `standing` is what no perimeter changes."""

    def __init__(self, scene: Scene, width_m: float) -> None:
        assert scene.community is not None
        self._scene, self._community, self._width_m = scene, scene.community, width_m

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """The gates that are wide enough and stand at the boundary."""
        return tuple(
            gate
            for gate in self._scene.gates
            if (gate.width_m is None or gate.width_m >= self._width_m)
            and self._community.distance(gate.shape) <= GATE_OFF_M
        )

    @cached_property
    def gate_places(self) -> Shapes:
        return np.array([gate.shape for gate in self.gates], dtype=object)

    @cached_property
    def standing(self) -> BaseGeometry:
        thresholds = [self._threshold(gate) for gate in self.gates]
        outside = shapely.union_all([self._community, *thresholds])
        return outside.difference(shapely.union_all([*self._obstacles()]))

    @cached_property
    def _corridors(self) -> BaseGeometry:
        wide = [p for p in self._scene.passages if p.covered and p.width_m >= self._width_m]
        return shapely.union_all([corridor(passage) for passage in wide])

    def free(self, closed: Iterable[Perimeter]) -> BaseGeometry:
        shapes = shapely.union_all([perimeter.shape for perimeter in closed])
        return self.standing.difference(shapes.difference(self._corridors))

    def _obstacles(self) -> Iterable[BaseGeometry]:
        scene = self._scene
        yield from (building.shape for building in scene.buildings)
        yield from (store.shape for store in scene.storage if isinstance(store.shape, Polygon))
        yield from (thing.shape for thing in scene.facilities if isinstance(thing.shape, Polygon))

    def _threshold(self, gate: Gate) -> BaseGeometry:
        """Ground in the gate's opening: the boundary runs through it, and often past it."""
        half = max(self._width_m, (gate.width_m or 0.0) / 2)
        inside = nearest(self._community, gate.shape)
        return shapely.MultiPoint([inside, gate.shape]).convex_hull.buffer(half)


def corridor(passage: Passage) -> BaseGeometry:
    """The ground under a passage, half its width beyond both ends: lines stop short of doors."""
    return passage.shape.buffer(passage.width_m / 2, cap_style="square", join_style="mitre")
