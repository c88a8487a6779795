"""Estates as they were built in Chinese towns between 1978 and 2000, in metres about their middle.

Rows of slabs face south, one stair a unit, its door on the north side; the gap between two rows
follows the sun. A main lane leads from the gate past the rows, a lane along the north of each.
x is east and y north before the estate is turned into its street.
"""

from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.random import Generator
from shapely.geometry import LineString, Point, Polygon, box

from gis_service.demo.plots import cut_corner, outlined
from layers.buildings import BuildingUse

STOREY_M = 2.9
FLATS_A_LANDING = 2
_DOOR_STEP_M = 0.2
_LANE_FROM_FACADE_M = 2.5
_PARKING_DEPTH_M = 2.2
_SHED_DEPTH_M = 3.5
_CLEAR_M = 3.0


@dataclass(frozen=True, slots=True)
class Footprint:
    """A building. Nobody lives in one without units: it has a name instead of a number."""

    shape: Polygon
    floors: int
    units: int
    use: BuildingUse
    name: str = ""

    @property
    def height_m(self) -> float:
        return round(self.floors * STOREY_M + 0.6, 1)

    @property
    def households(self) -> int:
        return self.floors * self.units * FLATS_A_LANDING


@dataclass(frozen=True, slots=True)
class Door:
    building: int
    unit: int
    place: Point


@dataclass(frozen=True, slots=True)
class Gate:
    name: str
    place: Point
    width_m: float


@dataclass(frozen=True, slots=True)
class Lane:
    line: LineString
    width_m: float
    main: bool


@dataclass(slots=True)
class Estate:
    """One estate. `greens` is open ground between the rows that nothing else needs."""

    plot: Polygon
    buildings: list[Footprint] = field(default_factory=list)
    doors: list[Door] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    parking: list[Polygon] = field(default_factory=list)
    greens: list[Polygon] = field(default_factory=list)
    hydrants: list[Point] = field(default_factory=list)
    power_lines: list[LineString] = field(default_factory=list)
    forecourt: Point = field(default_factory=Point)

    @property
    def households(self) -> int:
        return sum(building.households for building in self.buildings)

    @property
    def middle(self) -> tuple[float, float]:
        west, south, east, north = self.plot.bounds
        return (west + east) / 2, (south + north) / 2

    @property
    def reach_m(self) -> float:
        """Radius of a circle about the middle that holds the plot however it is turned."""
        return float(shapely.hausdorff_distance(Point(self.middle), self.plot))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where columns (west, east, units) and rows (south edge, floors, gap to the north) stand."""

    columns: list[tuple[float, float, int]]
    rows: list[tuple[float, int, float]]
    unit_m: float
    depth: float
    lane_x: float
    lane_w: float
    cut: tuple[int, int]

    def has_slab(self, row: int, column: int) -> bool:
        """Whether a slab stands there: an L-shaped plot lacks its north-east."""
        from_row, from_column = self.cut
        return not (row >= from_row and column >= from_column)

    def row_end(self, row: int) -> float:
        return max(east for c, (_, east, _) in enumerate(self.columns) if self.has_slab(row, c))


def planned(rng: Generator, slabs: float = 8.0) -> Estate:
    """A new estate of about so many residential slabs."""
    grid = _grid(rng, slabs)
    forecourt = float(rng.choice([7.0, 15.0]))
    estate = Estate(_plot(rng, grid, forecourt))
    _add_slabs(estate, grid, rng)
    _add_lanes(estate, grid, rng)
    _add_gaps(estate, grid, rng)
    _add_forecourt(estate, grid, forecourt)
    _add_utilities(estate, grid, rng)
    return estate


def _grid(rng: Generator, slabs: float) -> _Grid:
    unit_m, depth = float(rng.uniform(14.5, 17.5)), float(rng.uniform(10.5, 13.5))
    wanted = max(2.0, rng.normal(slabs, slabs / 3))
    n_columns = int(np.clip(round(np.sqrt(wanted / 2) + rng.normal(0, 0.4)), 1, 3))
    n_rows = int(np.clip(round(wanted / n_columns), 2, 8))
    lane_w = float(rng.choice([4.0, 4.5, 5.0, 6.0, 7.0]))
    units = rng.choice([2, 3, 4], p=[0.72, 0.23, 0.05], size=n_columns)
    first = float(units[0]) * unit_m
    lane_x = -(_CLEAR_M + lane_w / 2) if n_columns == 1 else first + _CLEAR_M + lane_w / 2
    x, columns = 0.0, []
    for column, stairs in enumerate(units):
        columns.append((x, x + float(stairs) * unit_m, int(stairs)))
        passage = lane_w + 2 * _CLEAR_M if column == 0 else rng.uniform(6.5, 9.0)
        x += float(stairs) * unit_m + float(passage)
    y, rows = 0.0, []
    usual = int(rng.choice([4, 5, 6, 7], p=[0.2, 0.3, 0.42, 0.08]))
    for _ in range(n_rows):
        floors = int(np.clip(usual + rng.choice([-1, 0, 0, 0, 1]), 4, 7))
        gap = max(12.5, (floors * STOREY_M + 0.6) * rng.uniform(1.0, 1.2))
        rows.append((y, floors, gap))
        y += depth + gap
    is_ell = n_columns >= 2 and n_rows >= 3 and rng.random() < 0.3
    cut = (n_rows - int(rng.integers(1, n_rows // 2 + 1)), n_columns - 1) if is_ell else (99, 99)
    return _Grid(columns, rows, unit_m, depth, lane_x, lane_w, cut)


def _plot(rng: Generator, grid: _Grid, forecourt: float) -> Polygon:
    west = min(grid.columns[0][0], grid.lane_x - grid.lane_w / 2) - rng.uniform(5, 8)
    east = grid.columns[-1][1] + rng.uniform(4, 7)
    south = -forecourt - rng.uniform(1, 4)
    top = grid.rows[-1][0] + grid.depth
    north = top + _LANE_FROM_FACADE_M + 5 + rng.uniform(3, 5)
    if grid.cut[0] > len(grid.rows):
        return outlined(rng, west, south, east, north)
    row, column = grid.cut
    # The notch leaves room for the lane north of the row below it.
    notch_x = grid.columns[column - 1][1] + 5.0 + (0.0 if column > 1 else grid.lane_w + 1.0)
    notch_y = grid.rows[row][0] - 2.0
    return cut_corner(rng, (west, south, east, north), notch_x, notch_y)


def _add_slabs(estate: Estate, grid: _Grid, rng: Generator) -> None:
    for r, (south, floors, _) in enumerate(grid.rows):
        for c, (west, east, units) in enumerate(grid.columns):
            if not grid.has_slab(r, c):
                continue
            number = len(estate.buildings)
            estate.buildings.append(
                Footprint(
                    box(west, south, east, south + grid.depth, ccw=True),
                    floors,
                    units,
                    BuildingUse.RESIDENTIAL,
                )
            )
            for unit in range(units):
                x = west + (unit + 0.5) * grid.unit_m
                door = Point(x, south + grid.depth + _DOOR_STEP_M)
                estate.doors.append(Door(number, unit + 1, door))


def _row_lane(grid: _Grid, row: int, width: float) -> tuple[float, float, float]:
    """(y, west end, east end) of the lane along the north of a row."""
    y = grid.rows[row][0] + grid.depth + _LANE_FROM_FACADE_M + width / 2
    return y, min(grid.columns[0][0], grid.lane_x), max(grid.row_end(row), grid.lane_x)


def _add_lanes(estate: Estate, grid: _Grid, rng: Generator) -> None:
    width = float(np.round(rng.choice([3.0, 3.5, 4.0, 4.0, 4.5]), 1))
    last = len(grid.rows) - 1
    y_top = _row_lane(grid, last, width)[0]
    south, _, north = _crossings(
        estate.plot, LineString([(grid.lane_x, -200), (grid.lane_x, y_top)])
    )
    through = rng.random() < 0.25 and last >= 3
    if through:
        *_, north = _crossings(
            estate.plot, LineString([(grid.lane_x, -200), (grid.lane_x, y_top + 200)])
        )
        estate.gates.append(Gate("北门", north, grid.lane_w))
    estate.gates.insert(0, Gate("南门", south, grid.lane_w))
    estate.lanes.append(Lane(LineString([south, north]), grid.lane_w, main=True))
    side = int(rng.integers(0, last + 1)) if rng.random() < 0.55 else -1
    for row in range(last + 1):
        y, west, east = _row_lane(grid, row, width)
        ends = [Point(west, y), Point(east, y)]
        if row == side:
            _, _, ends[1] = _crossings(estate.plot, LineString([(grid.lane_x, y), (east + 300, y)]))
            estate.gates.append(Gate("东门", ends[1], width))
        estate.lanes.append(Lane(LineString(ends), width, main=False))


def _crossings(plot: Polygon, line: LineString) -> tuple[Point, LineString, Point]:
    """First point, course and last point of the line's part inside the plot."""
    inside = plot.intersection(line)
    assert isinstance(inside, LineString)
    first, last = Point(inside.coords[0]), Point(inside.coords[-1])
    return first, inside, last


def _add_gaps(estate: Estate, grid: _Grid, rng: Generator) -> None:
    """What stands between two rows north of the lane: parking, a shed for bicycles, or grass."""
    width = next(lane.width_m for lane in estate.lanes if not lane.main)
    for r, (south, _, gap) in enumerate(grid.rows[:-1]):
        for c, (west, east, _) in enumerate(grid.columns):
            if not (grid.has_slab(r, c) and grid.has_slab(r + 1, c)):
                continue
            y0 = south + grid.depth + _LANE_FROM_FACADE_M + width + 0.3
            y1 = south + grid.depth + gap - _CLEAR_M
            what = rng.choice(["shed", "parking", "both", "grass"], p=[0.2, 0.25, 0.35, 0.2])
            half = (west + east) / 2
            if what in ("shed", "both") and y1 - y0 > _SHED_DEPTH_M:
                end = half - 2 if what == "both" else min(east, west + rng.uniform(10, 24))
                shed = box(west + 1, y0 + 0.5, end, y0 + 0.5 + _SHED_DEPTH_M, ccw=True)
                estate.buildings.append(Footprint(shed, 1, 0, BuildingUse.SHED, "车棚"))
            if what in ("parking", "both"):
                start = half + 2 if what == "both" else west + 1
                estate.parking.append(box(start, y0, east - 1, y0 + _PARKING_DEPTH_M, ccw=True))
            y_green = y0 + _SHED_DEPTH_M + 1.0
            if what == "grass":
                estate.greens.append(box(west + 2, y0 + 0.5, east - 2, y1, ccw=True))
            elif y1 - y_green > 2.0:
                estate.greens.append(box(west + 2, y_green, east - 2, y1, ccw=True))


def _add_forecourt(estate: Estate, grid: _Grid, depth: float) -> None:
    """The gatehouse, and where the forecourt is deep an office of the neighbourhood."""
    beside = 1.0 if len(grid.columns) > 1 else -1.0
    edge = grid.lane_x - beside * (grid.lane_w / 2 + 1.2)
    x0, x1 = sorted((edge, edge - beside * 3.6))
    estate.buildings.append(
        Footprint(box(x0, -5.6, x1, -2.4, ccw=True), 1, 0, BuildingUse.SERVICE, "门卫室")
    )
    west, east, _ = grid.columns[-1]
    if depth > 10:
        office = box(max(west, east - 17.0), -13.0, east - 1.0, -6.0, ccw=True)
        estate.buildings.append(Footprint(office, 2, 0, BuildingUse.SERVICE, "社区用房"))
    estate.forecourt = Point(grid.columns[-1][0] + 4.0, -4.0)


def _add_utilities(estate: Estate, grid: _Grid, rng: Generator) -> None:
    main = estate.lanes[0].line
    for at in np.arange(12.0, main.length, 70.0):
        spot = main.interpolate(at)
        side = grid.lane_w / 2 + 1.0
        estate.hydrants.append(Point(spot.x + side, spot.y))
    if rng.random() < 0.35:
        x = min(grid.columns[0][0], grid.lane_x - grid.lane_w / 2) - 2.5
        _, course, _ = _crossings(estate.plot, LineString([(x, -200), (x, 400)]))
        estate.power_lines.append(course)
