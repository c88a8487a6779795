"""Facilities that a renovation brings: charging piles, sheds, parking, care, markets."""

from datetime import date
from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref, Visibility
from layers.core.measures import Count, Line
from layers.core.rules import no_larger_than
from layers.core.style import Drawing
from layers.core.text import Term, Text


class FacilityKind(Term):
    CHARGING_PILE = "charging_pile", "充电桩", "Charging piles"
    EBIKE_SHED = "ebike_shed", "电动自行车棚", "E-bike shed"
    PARKING = "parking", "停车位", "Parking"
    ELDERLY_CARE = "elderly_care", "养老服务", "Elderly care"
    CHILDCARE = "childcare", "托育", "Childcare"
    MARKET = "market", "便民市场", "Market"
    LIFT = "lift", "电梯", "Lift"
    OTHER = "other", "其他", "Other"


class FacilityStatus(Term):
    PLANNED = "planned", "规划", "Planned"
    BUILDING = "building", "在建", "Being built"
    IN_USE = "in_use", "已启用", "In use"


class Facility(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    kind: Annotated[FacilityKind, About("类别", "Kind")]
    name: Annotated[Line, About("名称", "Name")] = ""
    status: Annotated[FacilityStatus, About("状态", "Status")] = FacilityStatus.PLANNED
    capacity: Annotated[Count | None, About("数量", "Capacity")] = None
    opens: Annotated[date | None, About("启用日期", "Opens")] = None


LAYER = Layer(
    name="facilities",
    title=Text("配套设施", "Facilities"),
    description=Text(
        "充电桩、车棚、停车、养老、托育、市场等。",
        "Charging piles, sheds, parking, elderly care, childcare, markets.",
    ),
    geometry=Kind.POINT_OR_POLYGON,
    attributes=Facility,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(no_larger_than(50_000),),
    relations=(Inside("communities", by="community", slack_m=20.0),),
    name_field="name",
    tile_fields=("kind", "status", "name"),
    minzoom=15,
    drawings=(
        Drawing(
            "fill",
            "fill",
            minzoom=15.5,
            filter=["==", ["geometry-type"], "Polygon"],
            paint={"fill-color": "@accent", "fill-opacity": 0.2},
        ),
        Drawing(
            "glyph",
            "symbol",
            minzoom=16,
            layout={"icon-image": ["concat", "facility-", ["get", "kind"]], "icon-padding": 1},
        ),
    ),
    example={
        "kind": "charging_pile",
        "name": "东门充电桩",
        "status": "planned",
        "capacity": 10,
    },
    example_geometry={"type": "Point", "coordinates": [114.9216, 28.2303]},
)
