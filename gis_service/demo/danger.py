"""Works in the open and the ground kept clear below them, all sorts of them on the day of loading.

Each active site has a front in force today and one to come; beside them stand a front whose start
nobody has confirmed, one that should have ended yesterday, one lifted, and those of a site at a
standstill. Perimeters are the work area and the fall radius, less the building.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

from numpy.random import Generator
from shapely.geometry import LineString, Polygon, box

from gis_service.demo.estates import Footprint
from gis_service.demo.ground import Ground
from gis_service.demo.tables import Numbers, Rows, Table
from layers import material_storage, passages, warning_perimeters, work_areas
from layers.ledgers import exceptions
from layers.ledgers.exceptions import SafetyCheck
from layers.material_storage import Material
from layers.stages import Stage
from layers.standards import in_force
from layers.standards.values import VALUES
from layers.warning_perimeters import PerimeterState, PerimeterStatus
from layers.work_areas import WorkKind

CHINA = ZoneInfo("Asia/Shanghai")

_SCAFFOLD_M = 1.5
_SLACK_M = 0.02  # of the round arcs that a polygon can only follow
_TRENCH_HEIGHT_M, _TRENCH_ALLOWANCE_M = 0.0, 1.0

# Of a front: its status, first and last day from today, whether its start was confirmed.
_TIMES = {
    PerimeterState.ACTIVE: (PerimeterStatus.ACTIVE, -6, 45, True),
    PerimeterState.PLANNED: (PerimeterStatus.PLANNED, 5, 60, False),
    PerimeterState.UNCONFIRMED: (PerimeterStatus.PLANNED, -1, 20, False),
    PerimeterState.OVERDUE: (PerimeterStatus.ACTIVE, -30, -1, True),
    PerimeterState.SUSPENDED: (PerimeterStatus.SUSPENDED, -45, 10, True),
    PerimeterState.LIFTED: (PerimeterStatus.LIFTED, -40, -8, True),
}
# What the second front of one active site after the other is like.
_SECOND = (
    PerimeterState.PLANNED,
    PerimeterState.OVERDUE,
    PerimeterState.UNCONFIRMED,
    PerimeterState.LIFTED,
)
_MATERIALS = (
    (Material.OTHER, "砂石、砌块", True),
    (Material.COMBUSTIBLE, "保温板、木模板", True),
    (Material.OTHER, "管材", False),
    (Material.FLAMMABLE, "防水卷材、涂料", True),
)


@dataclass(frozen=True, slots=True)
class Front:
    """A place of work in metres of the plan: `keep_off` is the perimeter around `area`, `ways` are
    covered walks through it."""

    kind: WorkKind
    title: str
    notice: str
    height_m: float
    allowance_m: float
    area: Polygon
    keep_off: Polygon
    ways: list[LineString]


class Fronts:
    """The layers of danger of one block."""

    def __init__(self, rng: Generator, numbers: Numbers, today: date) -> None:
        self._rng, self._today = rng, today
        self._areas = Rows(work_areas.LAYER, numbers)
        self._perimeters = Rows(warning_perimeters.LAYER, numbers)
        self._passages = Rows(passages.LAYER, numbers)
        self._storage = Rows(material_storage.LAYER, numbers)
        self._exceptions = Rows(exceptions.LAYER, numbers)
        self._second = cycle(_SECOND)
        self._materials = cycle(_MATERIALS)

    def tables(self) -> Iterator[Table]:
        for rows in (
            self._areas,
            self._perimeters,
            self._passages,
            self._storage,
            self._exceptions,
        ):
            yield rows.table

    def add(self, ground: Ground, site: int) -> None:
        """Fronts, passages and storage of one site that is active or at a standstill."""
        slabs = [i for i, b in enumerate(ground.estate.buildings) if b.units]
        near, far = self._rng.choice(slabs, size=2, replace=False)
        if ground.stage is Stage.SUSPENDED:
            states = [PerimeterState.SUSPENDED]
        else:
            states = [PerimeterState.ACTIVE, next(self._second)]
        for slab, state in zip((near, far), states, strict=False):
            front = self._front(ground, int(slab))
            perimeter = self._add_front(ground, site, front, state)
            if state is PerimeterState.ACTIVE and perimeter % 3 == 1:
                self._add_exception(ground, site, perimeter)
        self._add_storage(ground, site, int(near))

    def _front(self, ground: Ground, slab: int) -> Front:
        building = ground.estate.buildings[slab]
        radius = in_force(VALUES, "fall-radius", self._today).at(building.height_m) or 0.0
        kind = self._rng.choice(["south", "north", "all", "roof", "pipe"])
        if kind == "pipe":
            return _trench(ground, slab)
        return _on_building(ground, building, slab, str(kind), radius)

    def _add_front(self, ground: Ground, site: int, front: Front, state: PerimeterState) -> int:
        status, first, last, confirmed = _TIMES[state]
        begun = datetime.combine(ground.days[Stage.UNDER_WORKS], time(8), CHINA)
        starts, ends = max(self._at(first, 8), begun), self._at(last, 18)
        area = self._areas.add(
            ground.visibility(),
            ground.placed(front.area),
            site=site,
            name=front.title,
            kind=front.kind,
            working_height_m=front.height_m,
            starts=starts,
            ends=ends,
        )
        for order, way in enumerate(front.ways, start=1):
            self._passages.add(
                ground.visibility(),
                ground.placed(way),
                site=site,
                name=f"{front.title}安全通道{order}",
                width_m=1.5,
            )
        return self._perimeters.add(
            # What is only planned stays inside until its notice is posted.
            ground.visibility(state is not PerimeterState.PLANNED or site % 2 == 0),
            ground.placed(front.keep_off),
            site=site,
            work_area=area,
            reason=front.notice,
            kind=front.kind,
            working_height_m=front.height_m,
            allowance_m=front.allowance_m,
            status=status,
            starts=starts,
            ends=ends,
            confirmed_at=starts + timedelta(minutes=12) if confirmed else None,
            hoarding="硬质围挡" if front.height_m else "警示带",
            duty_phone="示例",
        )

    def _add_storage(self, ground: Ground, site: int, near: int) -> None:
        """A yard on a green, the farther from the front the better."""
        material, contents, enclosed = next(self._materials)
        front = ground.estate.buildings[near].shape
        places = ground.estate.greens or [ground.estate.forecourt.buffer(3)]
        green = max(places, key=front.distance)
        x, y = green.representative_point().coords[0]
        self._storage.add(
            ground.visibility(),
            ground.placed(box(x - 2.5, y - 1.0, x + 2.5, y + 1.0).intersection(green)),
            site=site,
            name="1号堆场",
            material=material,
            contents=contents,
            enclosed=enclosed,
        )

    def _add_exception(self, ground: Ground, site: int, perimeter: int) -> None:
        self._exceptions.add(
            ground.visibility(),
            site=site,
            perimeter=perimeter,
            check=SafetyCheck.STORAGE,
            reason="院落狭小,堆场与作业区间距不足,已加设防火隔板并专人看护。",
            ends=self._today + timedelta(days=30),
            approver="示例审批人",
        )

    def _at(self, days: int, hour: int) -> datetime:
        return datetime.combine(self._today + timedelta(days=days), time(hour), CHINA)


def _on_building(ground: Ground, building: Footprint, slab: int, kind: str, radius: float) -> Front:
    west, south, east, north = building.shape.bounds
    number = f"{slab + 1}栋"
    scaffold = building.shape.buffer(_SCAFFOLD_M, join_style="mitre").difference(building.shape)
    work, title, area = {
        "south": (WorkKind.FACADE, "南立面", box(west, south - _SCAFFOLD_M, east, south)),
        "north": (WorkKind.FACADE, "北立面", box(west, north, east, north + _SCAFFOLD_M)),
        "all": (WorkKind.FACADE, "外墙", scaffold),
        "roof": (WorkKind.ROOF, "屋面", building.shape),
    }[kind]
    keep_off = area.buffer(radius + _SLACK_M, quad_segs=32).difference(building.shape)
    assert isinstance(area, Polygon)
    assert isinstance(keep_off, Polygon)
    reach = _SCAFFOLD_M + radius + 0.5
    ways = [
        LineString([(door.place.x, door.place.y), (door.place.x, north + reach)])
        for door in ground.estate.doors
        if door.building == slab and kind != "south" and slab % 2 == 0
    ]
    verb = "屋面防水施工" if work is WorkKind.ROOF else "外墙脚手架"
    notice = f"{number}{title}{verb},请绕行"
    return Front(work, f"{number}{title}", notice, building.height_m, 0.0, area, keep_off, ways)


def _trench(ground: Ground, slab: int) -> Front:
    """A pipe trench along the front of the doors: nothing can fall, but someone can fall in."""
    west, _, east, north = ground.estate.buildings[slab].shape.bounds
    area = box(west, north + 2.6, east, north + 3.6)
    keep_off = area.buffer(_TRENCH_ALLOWANCE_M, join_style="mitre")
    assert isinstance(keep_off, Polygon)
    number = f"{slab + 1}栋"
    return Front(
        WorkKind.PIPE,
        f"{number}北侧管沟",
        f"{number}北侧管沟开挖,请走临时便道",
        _TRENCH_HEIGHT_M,
        _TRENCH_ALLOWANCE_M,
        area,
        keep_off,
        [],
    )
