"""What an estate of the demo consists of, in metres about its middle.

x is east and y north before the estate is turned into its street.
"""

from dataclasses import dataclass, field

import shapely
from shapely.geometry import LineString, Point, Polygon

from layers.buildings import BuildingUse

STOREY_M = 2.9
FLATS_A_LANDING = 2


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
