"""How wide a lane is left where something stands on it."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from layers.safety.network import strip
from layers.safety.scene import Lane

_SPECK_M2 = 0.01
_STEP_M = 0.05
_NEAR_M = 1e-3


@dataclass(frozen=True, slots=True)
class Narrow:
    """The narrowest place of a lane: what bites into it, and the line across what is left."""

    found_m: float
    bite: BaseGeometry
    left: LineString | None


def narrowed(lane: Lane, closed: BaseGeometry) -> Narrow | None:
    """None where nothing stands on the lane.

    The width is taken across the lane at every corner of what stands on it, a hair to either side
    of it, and half-way between corners: between straight edges no place is narrower.
    """
    whole = strip(lane, "flat")
    bite = whole.intersection(closed)
    if bite.area <= _SPECK_M2:
        return None
    corners = shapely.points(shapely.get_coordinates(bite))
    at = np.unique(shapely.line_locate_point(lane.shape, corners))
    at = np.unique(np.concatenate([at - _NEAR_M, at + _NEAR_M, (at[1:] + at[:-1]) / 2]))
    across = _across(lane, np.clip(at, 0, lane.shape.length))
    pieces, index = shapely.get_parts(shapely.difference(across, bite), return_index=True)
    widths = np.zeros(len(across))
    np.maximum.at(widths, index, shapely.length(pieces))
    narrowest = int(widths.argmin())
    own = pieces[index == narrowest]
    left = max(own, key=shapely.length) if widths[narrowest] else None
    return Narrow(round(float(widths[narrowest]), 2), bite, left)


def _across(lane: Lane, at: np.ndarray) -> np.ndarray:
    """Lines across a lane from edge to edge, at distances along it."""
    ahead = np.minimum(at + _STEP_M, lane.shape.length)
    behind = np.maximum(at - _STEP_M, 0)
    middle, to, since = (
        shapely.get_coordinates(shapely.line_interpolate_point(lane.shape, where))
        for where in (at, ahead, behind)
    )
    along = to - since
    along /= np.hypot(along[:, 0], along[:, 1])[:, None]
    side = np.column_stack([-along[:, 1], along[:, 0]]) * (lane.width_m or 0.0) / 2
    return np.asarray(shapely.linestrings(np.stack([middle - side, middle + side], axis=1)))
