"""What the safety engine may be asked over HTTP: for a perimeter, or about one."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from shapely import Polygon

from gis_service.api.scenes import Body, High, Key, Lasting, Moment, Name, Scene, near
from gis_service.api.shapes import PolygonShape
from layers.work_areas import WorkKind

Id = Annotated[int, Field(ge=1, lt=1 << 63)]
Metres = Annotated[float, Field(ge=0.3, le=1000, allow_inf_nan=False)]


class Proposing(Body):
    """A work area of the database knows its own height, and the buildings around it are left out
    of the perimeter; so they are for a drawn one when its `community` is named."""

    work_area: PolygonShape | Id
    kind: WorkKind = WorkKind.OTHER
    working_height_m: High | None = None
    allowance_m: Annotated[float, Field(ge=0, le=50, allow_inf_nan=False)] = 0.0
    community: Id | None = None
    at: Moment | None = None

    @model_validator(mode="after")
    def _high(self) -> Self:
        if self.working_height_m is None and not isinstance(self.work_area, int):
            raise PydanticCustomError("height_missing", "working_height_m is missing")
        return self


class Drawn(Lasting):
    """A perimeter in question. `id` names it when it is being changed, `permit` the permission to
    close ground outside of the community."""

    geometry: PolygonShape
    work_area: PolygonShape | Id | None = None
    working_height_m: High | None = None
    id: Key | None = None
    site: Key | None = None
    permit: Name = ""


class Parameters(Body):
    """Other widths and distances than those of the rules, to see what they would mean."""

    walk_width_m: Metres | None = None
    lane_width_m: Metres | None = None
    fire_reach_m: Metres | None = None
    reception_walk_m: Metres | None = None

    @property
    def by_code(self) -> dict[str, float]:
        codes = {
            "walk-width": self.walk_width_m,
            "fire-lane-width": self.lane_width_m,
            "fire-reach": self.fire_reach_m,
            "reception-walk": self.reception_walk_m,
        }
        return {code: metres for code, metres in codes.items() if metres is not None}


class Checking(Body):
    """`community` is read from the database, `scene` is the asker's own: one of the two. Without
    a `perimeter` the whole site is checked as it is `at` a moment, by default now."""

    community: Id | None = None
    scene: Scene | None = None
    perimeter: Drawn | None = None
    parameters: Parameters = Parameters()
    at: Moment | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.community is None) is (self.scene is None):
            raise PydanticCustomError("one_of", "either community or scene is needed")
        if self.scene is not None and self.perimeter is not None:
            areas = [self.perimeter.geometry, self.perimeter.work_area]
            near(self.scene.community, [a for a in areas if isinstance(a, Polygon)])
        return self
