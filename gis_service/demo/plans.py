"""Plans of estates as they were built in Chinese towns between 1978 and 2000.

Rows of slabs face south, one stair a unit, its door on the north side; the gap between two rows
follows the sun. A main lane leads from the gate past the rows, a lane or a path along the north of
each row. Hydrants stand at the kerb of the main lane, at the gaps between the rows.
"""

from numpy.random import Generator
from shapely.geometry import LineString, Point, Polygon, box

from gis_service.demo.estates import Door, Estate, Footprint, Gate, Lane
from gis_service.demo.grids import Grid, made_grid
from gis_service.demo.plots import cut_corner, outlined
from layers.buildings import BuildingUse

_DOOR_STEP_M = 0.2
_PARKING_DEPTH_M = 2.2
_SHED_DEPTH_M = 3.5
_CLEAR_M = 3.0
_FROM_KERB_M = 0.5
_HYDRANTS_APART_M = 60.0


def planned(rng: Generator, slabs: float = 8.0) -> Estate:
    """A new estate of about so many residential slabs."""
    grid = made_grid(rng, slabs)
    forecourt = float(rng.choice([7.0, 15.0]))
    estate = Estate(_plot(rng, grid, forecourt))
    _add_slabs(estate, grid)
    _add_lanes(estate, grid, rng)
    _add_gaps(estate, grid, rng)
    _add_forecourt(estate, grid, forecourt)
    _add_utilities(estate, grid, rng)
    return estate


def _plot(rng: Generator, grid: Grid, forecourt: float) -> Polygon:
    around = grid.room.around
    west = min(grid.columns[0][0], grid.lane_x - grid.lane_w / 2) - around - rng.uniform(1, 3)
    east = grid.columns[-1][1] + around + rng.uniform(0, 3)
    south = -forecourt - rng.uniform(1, 4)
    north = grid.top + grid.room.to_row_lane + 5 + rng.uniform(3, 5)
    if grid.cut[0] > len(grid.rows):
        return outlined(rng, west, south, east, north)
    row, column = grid.cut
    # The notch leaves room for the main lane, and for the lane north of the row below it.
    beside = grid.room.beside_lane + grid.lane_w + 2.0 if column == 1 else around
    notch_x = grid.columns[column - 1][1] + beside
    notch_y = grid.rows[row][0] - 2.0
    return cut_corner(rng, (west, south, east, north), notch_x, notch_y)


def _add_slabs(estate: Estate, grid: Grid) -> None:
    for r, (south, floors, _) in enumerate(grid.rows):
        north = south + grid.depth
        for c, (west, east, units) in enumerate(grid.columns):
            if not grid.has_slab(r, c):
                continue
            number = len(estate.buildings)
            shape = box(west, south, east, north, ccw=True)
            estate.buildings.append(Footprint(shape, floors, units, BuildingUse.RESIDENTIAL))
            for unit in range(units):
                place = Point(west + (unit + 0.5) * grid.unit_m, north + _DOOR_STEP_M)
                estate.doors.append(Door(number, unit + 1, place))


def _add_lanes(estate: Estate, grid: Grid, rng: Generator) -> None:
    last = len(grid.rows) - 1
    y_top, _, _ = grid.row_lane(last)
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
        y, west, east = grid.row_lane(row)
        ends = [Point(west, y), Point(east, y)]
        if row == side:
            _, _, ends[1] = _crossings(estate.plot, LineString([(grid.lane_x, y), (east + 300, y)]))
            estate.gates.append(Gate("东门", ends[1], grid.row_lane_w))
        estate.lanes.append(Lane(LineString(ends), grid.row_lane_w, main=False))


def _crossings(plot: Polygon, line: LineString) -> tuple[Point, LineString, Point]:
    """First point, course and last point of the line's part inside the plot."""
    inside = plot.intersection(line)
    assert isinstance(inside, LineString)
    first, last = Point(inside.coords[0]), Point(inside.coords[-1])
    return first, inside, last


def _add_gaps(estate: Estate, grid: Grid, rng: Generator) -> None:
    """What stands between two rows north of the lane: parking, a shed for bicycles, or grass."""
    for r, (south, _, gap) in enumerate(grid.rows[:-1]):
        y0, y1 = grid.yard(r), south + grid.depth + gap - _CLEAR_M
        for c, (west, east, _) in enumerate(grid.columns):
            if not (grid.has_slab(r, c) and grid.has_slab(r + 1, c)):
                continue
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


def _add_forecourt(estate: Estate, grid: Grid, depth: float) -> None:
    """The gatehouse, and where the forecourt is deep an office of the neighbourhood."""
    beside = 1.0 if len(grid.columns) > 1 else -1.0
    edge = grid.lane_x - beside * (grid.lane_w / 2 + 1.2)
    x0, x1 = sorted((edge, edge - beside * 3.6))
    estate.buildings.append(
        Footprint(box(x0, -5.6, x1, -2.4, ccw=True), 1, 0, BuildingUse.SERVICE, "门卫室")
    )
    west, east, _ = grid.columns[-1]
    if depth > 10:
        office = box(max(west, east - 17.0), -14.0, east - 1.0, -7.0, ccw=True)
        estate.buildings.append(Footprint(office, 2, 0, BuildingUse.SERVICE, "社区用房"))
    estate.forecourt = Point(grid.columns[-1][0] + 4.0, -4.0)


def _add_utilities(estate: Estate, grid: Grid, rng: Generator) -> None:
    kerb = grid.lane_x + grid.lane_w / 2 + _FROM_KERB_M
    reached = -float("inf")
    for south, _, gap in grid.rows[:-1]:
        y = south + grid.depth + gap / 2
        if y - reached >= _HYDRANTS_APART_M:
            estate.hydrants.append(Point(kerb, y))
            reached = y
    if rng.random() < 0.35:
        x = min(grid.columns[0][0], grid.lane_x - grid.lane_w / 2) - 2.5
        _, course, _ = _crossings(estate.plot, LineString([(x, -200), (x, 400)]))
        estate.power_lines.append(course)
