"""How the rows and columns of an estate stand, and how much room they leave each other.

Most estates are roomy: whatever is closed below a front leaves the main lane as it is.
Others were built as densely as the sun let them, and every scaffold stands on a lane.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from gis_service.demo.estates import STOREY_M

_LEAST_GAP_M = 12.5
_FIRE_LANE_M = 4.0
_TIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Room:
    """What stays free, in metres: beside the main lane, from a front to the lane north of it and
    to what is built north of that, around the outermost slabs."""

    beside_lane: float
    to_row_lane: float
    to_yard: float
    around: float


# A scaffold 1.5 m deep, and the 5 m that things fall from most of these roofs, are 6.5 m.
_TIGHT_ROOM = Room(beside_lane=3.0, to_row_lane=2.5, to_yard=0.0, around=4.0)
_BY_A_PATH = Room(beside_lane=7.2, to_row_lane=2.5, to_yard=8.0, around=7.5)
_BY_A_LANE = Room(beside_lane=7.2, to_row_lane=6.7, to_yard=0.0, around=7.5)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where columns (west, east, units) and rows (south edge, floors, gap to the north) stand."""

    columns: list[tuple[float, float, int]]
    rows: list[tuple[float, int, float]]
    unit_m: float
    depth: float
    lane_x: float
    lane_w: float
    row_lane_w: float
    room: Room
    cut: tuple[int, int]

    def has_slab(self, row: int, column: int) -> bool:
        """Whether a slab stands there: an L-shaped plot lacks its north-east."""
        from_row, from_column = self.cut
        return not (row >= from_row and column >= from_column)

    @property
    def top(self) -> float:
        """The north front of the last row."""
        return self.rows[-1][0] + self.depth

    def row_end(self, row: int) -> float:
        return max(east for c, (_, east, _) in enumerate(self.columns) if self.has_slab(row, c))

    def row_lane(self, row: int) -> tuple[float, float, float]:
        """(y, west end, east end) of the lane along the north of a row."""
        y = self.rows[row][0] + self.depth + self.room.to_row_lane + self.row_lane_w / 2
        return y, min(self.columns[0][0], self.lane_x), max(self.row_end(row), self.lane_x)

    def yard(self, row: int) -> float:
        """Where the ground between the lane of a row and the next row begins, north of the row."""
        lane_end = self.room.to_row_lane + self.row_lane_w + 0.3
        return self.rows[row][0] + self.depth + max(lane_end, self.room.to_yard)


def made_grid(rng: Generator, slabs: float) -> Grid:
    """A grid for about so many slabs."""
    unit_m, depth = float(rng.uniform(14.5, 17.5)), float(rng.uniform(10.5, 13.5))
    wanted = max(2.0, rng.normal(slabs, slabs / 3))
    n_columns = int(np.clip(round(np.sqrt(wanted / 2) + rng.normal(0, 0.4)), 1, 3))
    n_rows = int(np.clip(round(wanted / n_columns), 2, 8))
    lane_w = float(rng.choice([4.0, 4.5, 5.0, 6.0, 7.0]))
    row_lane_w = float(rng.choice([3.0, 3.5, 4.0, 4.0, 4.5]))
    room = _room(rng, n_columns, row_lane_w)
    if room is _BY_A_LANE:
        row_lane_w = max(row_lane_w, _FIRE_LANE_M)
    units = rng.choice([2, 3, 4], p=[0.72, 0.23, 0.05], size=n_columns)
    columns, lane_x = _columns(rng, units.tolist(), unit_m, lane_w, room.beside_lane)
    least = 2 * room.to_row_lane + row_lane_w if room is _BY_A_LANE else _LEAST_GAP_M
    rows = _rows(rng, n_rows, depth, least)
    is_ell = n_columns >= 2 and n_rows >= 3 and rng.random() < 0.3
    cut = (n_rows - int(rng.integers(1, n_rows // 2 + 1)), n_columns - 1) if is_ell else (99, 99)
    return Grid(columns, rows, unit_m, depth, lane_x, lane_w, row_lane_w, room, cut)


def _room(rng: Generator, n_columns: int, row_lane_w: float) -> Room:
    """Engines must come to a third column by the lanes between the rows."""
    if rng.random() < _TIGHT:
        return _TIGHT_ROOM
    return _BY_A_LANE if row_lane_w >= _FIRE_LANE_M or n_columns > 2 else _BY_A_PATH


def _columns(
    rng: Generator, units: list[int], unit_m: float, lane_w: float, clear: float
) -> tuple[list[tuple[float, float, int]], float]:
    """The columns, and where the main lane runs: west of the only one, else east of the first."""
    first = units[0] * unit_m
    lane_x = -(clear + lane_w / 2) if len(units) == 1 else first + clear + lane_w / 2
    x, columns = 0.0, []
    for column, stairs in enumerate(units):
        columns.append((x, x + stairs * unit_m, stairs))
        passage = lane_w + 2 * clear if column == 0 else float(rng.uniform(6.5, 9.0))
        x += stairs * unit_m + passage
    return columns, lane_x


def _rows(
    rng: Generator, n_rows: int, depth: float, least_gap: float
) -> list[tuple[float, int, float]]:
    y, rows = 0.0, []
    usual = int(rng.choice([4, 5, 6, 7], p=[0.2, 0.3, 0.42, 0.08]))
    for _ in range(n_rows):
        floors = int(np.clip(usual + rng.choice([-1, 0, 0, 0, 1]), 4, 7))
        gap = max(least_gap, (floors * STOREY_M + 0.6) * rng.uniform(1.0, 1.2))
        rows.append((y, floors, gap))
        y += depth + gap
    return rows
