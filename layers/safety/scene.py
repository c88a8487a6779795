"""What lies around a perimeter: the values that the checks decide on.

Each thing has one `shape`. A scene comes in longitude and latitude; the checks take it in metres
of the community's own zone (see `zones`). What nobody recorded is None, and a check that needs it
answers "cannot tell".
"""

from dataclasses import dataclass, field, replace
from datetime import date

from shapely import LineString, MultiPolygon, Point, Polygon

from layers.ledgers.exceptions import SafetyCheck
from layers.material_storage import Material
from layers.safety.periods import ALWAYS, Period
from layers.utilities import UtilityKind

Id = int | str


@dataclass(frozen=True, slots=True)
class Building:
    id: Id
    shape: Polygon
    name: str = ""
    occupied: bool = True


@dataclass(frozen=True, slots=True)
class Gate:
    """A way in and out of the community that stands open."""

    id: Id
    shape: Point
    name: str = ""
    width_m: float | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """A unit door. Where it is may be unknown."""

    id: Id
    building: Id | None
    shape: Point | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a fire engine can drive. A clear height that nobody measured is taken to be enough."""

    id: Id
    shape: LineString
    width_m: float | None
    clear_height_m: float | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Storage:
    id: Id
    shape: Polygon | Point
    material: Material
    enclosed: bool | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Facility:
    """Something that stands on the ground; drawn as a point it takes up none of it."""

    id: Id
    shape: Polygon | Point


@dataclass(frozen=True, slots=True)
class Passage:
    """A walkway with a roof against falling objects."""

    id: Id
    shape: LineString
    width_m: float
    covered: bool = True


@dataclass(frozen=True, slots=True)
class Utility:
    id: Id
    kind: UtilityKind
    shape: Point | LineString
    name: str = ""


@dataclass(frozen=True, slots=True)
class WorkArea:
    """Where a crew works, and how high above the ground."""

    shape: Polygon
    height_m: float | None = None
    id: Id | None = None
    site: Id | None = None
    period: Period = ALWAYS

    def at_least(self, height_m: float | None) -> "WorkArea":
        """Of two heights that are told of the same work the higher counts."""
        told = [height for height in (self.height_m, height_m) if height is not None]
        return replace(self, height_m=max(told, default=None))


@dataclass(frozen=True, slots=True)
class Perimeter:
    """`permit` names the permission to close ground outside of the community."""

    shape: Polygon
    period: Period = ALWAYS
    id: Id | None = None
    site: Id | None = None
    work: WorkArea | None = None
    permit: str = ""


@dataclass(frozen=True, slots=True)
class Reception:
    """A place where residents are received, open from `opens` through `closes`."""

    id: Id
    shape: Point
    opens: date | None = None
    closes: date | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """The duty shifts of one active site, and the time in which it must not be alone."""

    site: Id | None
    window: Period
    shifts: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class SafetyException:
    """A finding accepted for a reason, by someone, through a day."""

    check: SafetyCheck
    reason: str
    approver: str
    ends: date
    site: Id | None = None
    perimeter: Id | None = None


@dataclass(frozen=True)
class Scene:
    """A community at `during`. `drawn` is the perimeter in question; without one the whole site is.

    `receptions` and `rosters` are None where the asker keeps neither: the check is then left out.
    """

    community: Polygon | MultiPolygon | None = None
    buildings: tuple[Building, ...] = ()
    gates: tuple[Gate, ...] = ()
    doors: tuple[Door, ...] = ()
    lanes: tuple[Lane, ...] = ()
    storage: tuple[Storage, ...] = ()
    facilities: tuple[Facility, ...] = ()
    passages: tuple[Passage, ...] = ()
    utilities: tuple[Utility, ...] = ()
    perimeters: tuple[Perimeter, ...] = ()
    work_areas: tuple[WorkArea, ...] = ()
    receptions: tuple[Reception, ...] | None = None
    rosters: tuple[Roster, ...] | None = None
    exceptions: tuple[SafetyException, ...] = ()
    drawn: Perimeter | None = None
    during: Period = field(default=ALWAYS)

    @property
    def closures(self) -> tuple[Perimeter, ...]:
        """Every perimeter in force at some moment of `during`, the drawn one first."""
        first = () if self.drawn is None else (self.drawn,)
        return (*first, *(p for p in self.perimeters if p.period.meets(self.during)))

    @property
    def judged(self) -> tuple[Perimeter, ...]:
        """The perimeters that are asked about."""
        return self.closures if self.drawn is None else (self.drawn,)

    @property
    def works(self) -> tuple[WorkArea, ...]:
        """Every work area in use during `during`."""
        below = (p.work for p in self.closures if p.work is not None)
        return (*below, *(w for w in self.work_areas if w.period.meets(self.during)))
