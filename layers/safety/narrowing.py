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

    The width is taken across the lane to either side of every corner of what stands on it: between
    straight edges it changes evenly.
    """
    bite = strip(lane, "flat").intersection(closed)
    if bite.area <= _SPECK_M2:
        return None
    parts = shapely.get_parts(bite)
    beside = shapely.dwithin(parts[:, None], parts[None, :], lane.width_m or 0.0)
    places = [
        _narrowest(lane, part, shapely.union_all(parts[near]))
        for part, near in zip(parts, beside, strict=True)
    ]
    found, left = min(places, key=lambda place: place[0])
    return Narrow(round(found, 2), bite, left)


def _narrowest(
    lane: Lane, part: BaseGeometry, obstacles: BaseGeometry
) -> tuple[float, LineString | None]:
    """The width left beside one part of what stands on a lane, and the line across it."""
    corners = shapely.points(shapely.get_coordinates(part))
    at = np.unique(shapely.line_locate_point(lane.shape, corners))
    at = np.clip(np.concatenate([at - _NEAR_M, at + _NEAR_M]), 0, lane.shape.length)
    across = _across(lane, at)
    pieces, index = shapely.get_parts(shapely.difference(across, obstacles), return_index=True)
    widths = np.zeros(len(across))
    np.maximum.at(widths, index, shapely.length(pieces))
    place = int(widths.argmin())
    left = max(pieces[index == place], key=shapely.length) if widths[place] else None
    return float(widths[place]), left


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
