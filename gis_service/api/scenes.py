"""The bodies of the safety engine: a scene, a perimeter drawn in it, and what may be asked.

Names and words are those of the contract with outside clients; sizes are bounded, for anyone who
is signed in may try a case of their own.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any, Self

import shapely
from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StrictInt,
    StrictStr,
    model_validator,
)
from pydantic_core import PydanticCustomError

from gis_service.api.shapes import (
    GroundShape,
    LineShape,
    PointOrLineShape,
    PointShape,
    PolygonShape,
    SpotShape,
)
from layers.facilities import FacilityStatus
from layers.ledgers.exceptions import SafetyCheck
from layers.material_storage import Material
from layers.safety import scene as safety
from layers.safety.periods import Period
from layers.utilities import UtilityKind

MAX_SCENE_VERTICES = 30_000
NEAR_DEG = 0.1
"""What lies farther than about ten kilometres from a community is not its surroundings."""

Key = (
    Annotated[StrictInt, Field(ge=-(1 << 63), lt=1 << 63)]
    | Annotated[StrictStr, Field(max_length=64)]
)
Name = Annotated[str, Field(max_length=200)]
Wide = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
High = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(2010, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC)),
]


class Body(BaseModel):
    """Base of every body: what nobody knows of is refused, not dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Lasting(Body):
    starts: Moment | None = None
    ends: Moment | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts and self.ends and self.ends <= self.starts:
            raise PydanticCustomError("ends_order", "ends is not after starts")
        return self

    @property
    def period(self) -> Period:
        return Period(self.starts, self.ends)


class Building(Body):
    id: Key
    geometry: PolygonShape
    height_m: High | None = None
    occupied: bool = True
    name: Name = ""

    def value(self) -> safety.Building:
        return safety.Building(self.id, self.geometry, self.name, self.occupied)


class Gate(Body):
    id: Key
    geometry: PointShape
    width_m: Wide | None = None
    open: bool = True
    name: Name = ""

    def value(self) -> safety.Gate:
        return safety.Gate(self.id, self.geometry, self.name, self.width_m)


class Door(Body):
    id: Key
    building: Key | None = None
    geometry: PointShape | None = None
    width_m: Wide | None = None
    name: Name = ""

    def value(self) -> safety.Door:
        return safety.Door(self.id, self.building, self.geometry, self.name)


class Lane(Body):
    id: Key
    geometry: LineShape
    width_m: Wide | None = None
    clear_height_m: Wide | None = None
    name: Name = ""

    def value(self) -> safety.Lane:
        return safety.Lane(self.id, self.geometry, self.width_m, self.clear_height_m, self.name)


class Storage(Body):
    id: Key
    geometry: SpotShape
    material: Material
    enclosed: bool | None = None
    name: Name = ""

    def value(self) -> safety.Storage:
        return safety.Storage(self.id, self.geometry, self.material, self.enclosed, self.name)


class Facility(Body):
    """One that is only planned takes up no ground yet."""

    id: Key
    geometry: SpotShape
    kind: Name = ""
    status: FacilityStatus = FacilityStatus.IN_USE
    name: Name = ""

    def value(self) -> safety.Facility:
        return safety.Facility(self.id, self.geometry)


class Passage(Body):
    id: Key
    geometry: LineShape
    width_m: Wide
    covered: bool = True
    name: Name = ""

    def value(self) -> safety.Passage:
        return safety.Passage(self.id, self.geometry, self.width_m, self.covered)


class Utility(Body):
    id: Key
    kind: UtilityKind
    geometry: PointOrLineShape
    name: Name = ""

    def value(self) -> safety.Utility:
        return safety.Utility(self.id, self.kind, self.geometry, self.name)


class Reception(Body):
    id: Key
    geometry: PointShape
    opens: date | None = None
    closes: date | None = None
    name: Name = ""

    def value(self) -> safety.Reception:
        return safety.Reception(self.id, self.geometry, self.opens, self.closes)


class OtherPerimeter(Lasting):
    id: Key
    geometry: PolygonShape
    site: Key | None = None
    work_area: PolygonShape | None = None
    working_height_m: High | None = None
    name: Name = ""

    def value(self) -> safety.Perimeter:
        work = None
        if self.work_area is not None:
            work = safety.WorkArea(self.work_area, self.working_height_m, site=self.site)
        return safety.Perimeter(self.geometry, self.period, self.id, self.site, work)


class Accepted(Body):
    """An exception that somebody answers for."""

    check: SafetyCheck
    reason: Annotated[str, Field(min_length=1, max_length=5000)]
    approver: Annotated[str, Field(min_length=1, max_length=200)]
    ends: date

    def value(self) -> safety.SafetyException:
        return safety.SafetyException(self.check, self.reason, self.approver, self.ends)


class Scene(Body):
    """What lies around. What is left out is not known; an empty list says that there is none."""

    community: GroundShape
    buildings: Annotated[list[Building], Field(max_length=500)] = []
    gates: Annotated[list[Gate], Field(max_length=100)] = []
    doors: Annotated[list[Door], Field(max_length=2000)] = []
    lanes: Annotated[list[Lane], Field(max_length=500)] = []
    storage: Annotated[list[Storage], Field(max_length=200)] = []
    facilities: Annotated[list[Facility], Field(max_length=500)] = []
    passages: Annotated[list[Passage], Field(max_length=200)] = []
    utilities: Annotated[list[Utility], Field(max_length=500)] = []
    perimeters: Annotated[list[OtherPerimeter], Field(max_length=200)] = []
    reception_points: Annotated[list[Reception], Field(max_length=100)] | None = None
    duty_shifts: Annotated[list[Lasting], Field(max_length=2000)] | None = None
    exceptions: Annotated[list[Accepted], Field(max_length=100)] = []

    @model_validator(mode="after")
    def _in_one_place(self) -> Self:
        kinds = [getattr(self, name) for name in type(self).model_fields if name != "community"]
        lists = [[*things] for things in kinds if isinstance(things, list)]
        for things in lists:
            ids = [thing.id for thing in things if hasattr(thing, "id")]
            if len(set(ids)) < len(ids):
                raise PydanticCustomError("id_twice", "two of a kind have the same id")
        every = (getattr(thing, "geometry", None) for things in lists for thing in things)
        shapes = [shape for shape in every if shape is not None]
        near(self.community, shapes)
        if int(shapely.get_num_coordinates(shapes).sum()) > MAX_SCENE_VERTICES:
            limit = {"max": MAX_SCENE_VERTICES}
            raise PydanticCustomError("scene_long", "more than {max} vertices in all", limit)
        return self

    def value(self, watched: Period) -> safety.Scene:
        rosters = None
        if self.duty_shifts is not None:
            shifts = tuple(shift.period for shift in self.duty_shifts)
            rosters = (safety.Roster(None, watched, shifts),)
        receptions = self.reception_points
        return safety.Scene(
            community=self.community,
            buildings=tuple(b.value() for b in self.buildings),
            gates=tuple(g.value() for g in self.gates if g.open),
            doors=tuple(d.value() for d in self.doors),
            lanes=tuple(lane.value() for lane in self.lanes),
            storage=tuple(s.value() for s in self.storage),
            facilities=tuple(
                f.value() for f in self.facilities if f.status is not FacilityStatus.PLANNED
            ),
            passages=tuple(p.value() for p in self.passages),
            utilities=tuple(u.value() for u in self.utilities),
            perimeters=tuple(p.value() for p in self.perimeters),
            receptions=None if receptions is None else tuple(r.value() for r in receptions),
            rosters=rosters,
            exceptions=tuple(e.value() for e in self.exceptions),
        )


def near(community: Any, shapes: Sequence[Any]) -> None:
    """Refuses shapes that lie so far from the community that metres would mean nothing."""
    around = shapely.box(*shapely.buffer(community.envelope, NEAR_DEG).bounds)
    if not shapely.covers(around, shapes).all():
        raise PydanticCustomError("geometry_far", "a geometry lies far away from the community")
