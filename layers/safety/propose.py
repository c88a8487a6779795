"""The perimeter that a work area asks for."""

import shapely
from shapely import Polygon

from layers.core.geometry import in_degrees
from layers.safety.drop_zone import ARC, fall_zone
from layers.safety.quiet import quiet
from layers.safety.scene import Building, WorkArea

SLACK_M = 0.02
"""Makes up for chords that cut arcs short (0.7 cm) and for decimals of a degree (0.8 cm)."""
_GRID = 1e-7


def proposed(
    work: WorkArea, radius_m: float, allowance_m: float, buildings: tuple[Building, ...], srid: int
) -> Polygon:
    """One polygon in longitude and latitude, from a work area in metres of zone `srid`.

    It leaves out the building that the work is on, as an edge or as a hole, unless that would tear
    it apart: one hoarding around both sides of a slab is then drawn across it.
    """
    reach = radius_m + allowance_m + SLACK_M
    with quiet():
        whole = work.shape.buffer(reach, quad_segs=ARC)
        for shape in (fall_zone(work, reach, buildings), whole):
            # Rounding decimals one by one could make an edge cross another; snapping does not.
            snapped = shapely.set_precision(in_degrees(shape, srid), _GRID)
            if isinstance(snapped, Polygon) and not snapped.is_empty:
                return snapped
    raise AssertionError("A polygon grown outwards is a polygon")
