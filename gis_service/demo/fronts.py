"""Fronts: where a crew works on a slab, the ground kept clear below it, and the walks through.

In metres of the plan. A perimeter is the work area and the fall radius, less the building.
"""

from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, Polygon, box

from gis_service.demo.estates import Estate, Footprint
from layers.work_areas import WorkKind

SCAFFOLD_M = 1.5
_SLACK_M = 0.02  # of the round arcs that a polygon can only follow
_BEYOND_M = 0.5
_TRENCH_ALLOWANCE_M = 1.0

SIDES = ("south", "north", "all", "roof", "pipe")


@dataclass(frozen=True, slots=True)
class Front:
    """A place of work; `keep_off` is the perimeter around `area`."""

    kind: WorkKind
    title: str
    notice: str
    height_m: float
    allowance_m: float
    area: Polygon
    keep_off: Polygon
    closes_doors: bool


def made_front(building: Footprint, slab: int, side: str, radius_m: float) -> Front:
    """`side` is one of `SIDES`."""
    if side == "pipe":
        return _trench(building, slab)
    west, south, east, north = building.shape.bounds
    number = f"{slab + 1}栋"
    scaffold = building.shape.buffer(SCAFFOLD_M, join_style="mitre").difference(building.shape)
    kind, title, area = {
        "south": (WorkKind.FACADE, "南立面", box(west, south - SCAFFOLD_M, east, south)),
        "north": (WorkKind.FACADE, "北立面", box(west, north, east, north + SCAFFOLD_M)),
        "all": (WorkKind.FACADE, "外墙", scaffold),
        "roof": (WorkKind.ROOF, "屋面", building.shape),
    }[side]
    keep_off = area.buffer(radius_m + _SLACK_M, quad_segs=32).difference(building.shape)
    assert isinstance(area, Polygon)
    assert isinstance(keep_off, Polygon)
    notice = f"{number}{title}{'防水施工' if kind is WorkKind.ROOF else '脚手架'},请绕行"
    height = building.height_m
    return Front(kind, f"{number}{title}", notice, height, 0.0, area, keep_off, side != "south")


def _trench(building: Footprint, slab: int) -> Front:
    """A pipe trench along the front of the doors: nothing can fall, but someone can fall in. A
    strip is left to walk along the wall."""
    west, _, east, north = building.shape.bounds
    area = box(west, north + 2.6, east, north + 3.6)
    keep_off = area.buffer(_TRENCH_ALLOWANCE_M, join_style="mitre")
    assert isinstance(keep_off, Polygon)
    title = f"{slab + 1}栋北侧管沟"
    notice = f"{title}开挖,请走临时便道"
    return Front(
        WorkKind.PIPE, title, notice, 0.0, _TRENCH_ALLOWANCE_M, area, keep_off, closes_doors=False
    )


def walks(estate: Estate, slab: int, radius_m: float) -> list[LineString]:
    """Covered walks from the doors of a slab out of the reach of what falls from a scaffold, save
    where a shed stands in the way."""
    _, _, _, north = estate.buildings[slab].shape.bounds
    reach = north + SCAFFOLD_M + radius_m + _BEYOND_M
    places = [door.place for door in estate.doors if door.building == slab]
    lines = [LineString([(place.x, place.y), (place.x, reach)]) for place in places]
    built = shapely.union_all([building.shape for building in estate.buildings])
    return [line for line in lines if not line.intersects(built)]


def narrows_a_lane(estate: Estate, front: Front, least_m: float) -> bool:
    """Whether the front stands on a lane that is meant for engines."""
    return any(
        front.keep_off.intersects(lane.line.buffer(lane.width_m / 2 - 0.01, cap_style="flat"))
        for lane in estate.lanes
        if lane.width_m >= least_m
    )
