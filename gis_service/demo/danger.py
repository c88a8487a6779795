"""Works in the open and the ground kept clear below them, all sorts of them on the day of loading.

Each active site has a front in force today and one to come; beside them stand a front whose start
nobody has confirmed, one that should have ended yesterday, one lifted, and those of a site at a
standstill. Most sites keep the rules: doors have covered walks, material lies far off, and what an
old yard cannot keep is an exception that somebody answers for. Some sites do not.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import cycle
from zoneinfo import ZoneInfo

import shapely
from numpy.random import Generator
from shapely.geometry import Polygon, box

from gis_service.demo.fronts import SIDES, Front, made_front, narrows_a_lane, walks
from gis_service.demo.ground import Ground
from gis_service.demo.tables import Numbers, Rows, Table
from layers import material_storage, passages, warning_perimeters, work_areas
from layers.ledgers import exceptions, sightings
from layers.ledgers.exceptions import SafetyCheck
from layers.ledgers.sightings import Seen
from layers.material_storage import Material
from layers.safety.rules import Rules
from layers.stages import Stage
from layers.warning_perimeters import PerimeterState, PerimeterStatus

CHINA = ZoneInfo("Asia/Shanghai")

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
_WALKS_STAND = (True, True, False, True, True, True)
_NARROW_IS_DOCUMENTED = (True, False)
_SLABS_WITH_WALKS = 4
# What passers-by said yesterday of a closure in that state.
_SEEN = {
    PerimeterState.ACTIVE: (Seen.STILL_THERE,),
    PerimeterState.OVERDUE: (Seen.GONE, Seen.STILL_THERE, Seen.GONE, Seen.GONE),
    PerimeterState.UNCONFIRMED: (Seen.GONE, Seen.GONE),
}
_EXCUSED_D = 90
_REASONS = {
    SafetyCheck.STORAGE: "院落狭小,堆场与作业区间距不足,已加设防火隔板并专人看护。",
    SafetyCheck.FIRE_LANE: "楼间距小,脚手架占用部分车道;已报消防救援站备案,围挡可随时移开。",
}


class Fronts:
    """The layers of danger of one block."""

    def __init__(self, rng: Generator, numbers: Numbers, today: date) -> None:
        self._rng, self._today, self._rules = rng, today, Rules(today)
        self._areas = Rows(work_areas.LAYER, numbers)
        self._perimeters = Rows(warning_perimeters.LAYER, numbers)
        self._passages = Rows(passages.LAYER, numbers)
        self._storage = Rows(material_storage.LAYER, numbers)
        self._exceptions = Rows(exceptions.LAYER, numbers)
        self._sightings = Rows(sightings.LAYER, numbers)
        self._second = cycle(_SECOND)
        self._materials = cycle(_MATERIALS)
        self._walks_stand = cycle(_WALKS_STAND)
        self._narrow_is_documented = cycle(_NARROW_IS_DOCUMENTED)

    def tables(self) -> Iterator[Table]:
        for rows in (
            self._areas,
            self._perimeters,
            self._passages,
            self._storage,
            self._exceptions,
            self._sightings,
        ):
            yield rows.table

    def add(self, ground: Ground, site: int) -> None:
        """Fronts, walks, storage and exceptions of one site, active or at a standstill."""
        slabs = [i for i, b in enumerate(ground.estate.buildings) if b.units]
        order = [int(slab) for slab in self._rng.permutation(slabs)]
        if ground.stage is Stage.SUSPENDED:
            states = [PerimeterState.SUSPENDED]
        else:
            states = [PerimeterState.ACTIVE, next(self._second)]
        fronts = [self._front(ground, slab) for slab in order[: len(states)]]
        for front, state in zip(fronts, states, strict=True):
            self._add_front(ground, site, front, state)
        if next(self._walks_stand) or not fronts[0].closes_doors:
            for slab in order[:_SLABS_WITH_WALKS]:
                self._add_walks(ground, site, slab)
        self._add_storage(ground, site, fronts)
        lane_m = self._rules["fire-lane-width"].metres
        is_narrow = any(narrows_a_lane(ground.estate, front, lane_m) for front in fronts)
        if is_narrow and next(self._narrow_is_documented):
            self._add_exception(ground, site, SafetyCheck.FIRE_LANE)

    def _front(self, ground: Ground, slab: int) -> Front:
        building = ground.estate.buildings[slab]
        side = str(self._rng.choice(SIDES))
        return made_front(building, slab, side, self._radius(ground, slab))

    def _radius(self, ground: Ground, slab: int) -> float:
        return self._rules.fall_radius(ground.estate.buildings[slab].height_m).metres

    def _add_front(self, ground: Ground, site: int, front: Front, state: PerimeterState) -> None:
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
        perimeter = self._perimeters.add(
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
        for passer_by, seen in enumerate(_SEEN.get(state, ())):
            self._sightings.add(
                "draft",
                perimeter=perimeter,
                seen=seen,
                seen_at=self._at(-1, 17) + timedelta(minutes=40 * passer_by),
                voice=sha256(f"{perimeter} {passer_by}".encode()).hexdigest(),
            )

    def _add_walks(self, ground: Ground, site: int, slab: int) -> None:
        """They stand where crews are, and where they come next."""
        lines = walks(ground.estate, slab, self._radius(ground, slab))
        for unit, line in enumerate(lines, start=1):
            self._passages.add(
                ground.visibility(),
                ground.placed(line),
                site=site,
                name=f"{slab + 1}栋{unit}单元安全通道",
                width_m=1.5,
            )

    def _add_storage(self, ground: Ground, site: int, fronts: Sequence[Front]) -> None:
        """A yard on a green, the farther from the fronts the better."""
        material, contents, enclosed = next(self._materials)
        works = shapely.union_all([front.area for front in fronts])
        places = [*ground.estate.greens, ground.estate.forecourt.buffer(3)]
        yards = [_yard(place) for place in places]
        yard = max(yards, key=works.distance)
        self._storage.add(
            ground.visibility(),
            ground.placed(yard),
            site=site,
            name="1号堆场",
            material=material,
            contents=contents,
            enclosed=enclosed,
        )
        if works.distance(yard) < self._rules[f"storage-{material}"].metres:
            self._add_exception(ground, site, SafetyCheck.STORAGE)

    def _add_exception(self, ground: Ground, site: int, check: SafetyCheck) -> None:
        self._exceptions.add(
            ground.visibility(),
            site=site,
            check=check,
            reason=_REASONS[check],
            ends=self._today + timedelta(days=_EXCUSED_D),
            approver="示例审批人",
        )

    def _at(self, days: int, hour: int) -> datetime:
        return datetime.combine(self._today + timedelta(days=days), time(hour), CHINA)


def _yard(green: Polygon) -> Polygon:
    """A heap of five metres by two in the middle of a green, or as much of it as has room."""
    x, y = green.representative_point().coords[0]
    heap = box(x - 2.5, y - 1.0, x + 2.5, y + 1.0).intersection(green)
    assert isinstance(heap, Polygon)
    return heap
