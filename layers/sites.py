"""Sites: one community's works, or a part's, by one contractor in one period."""

from datetime import date
from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Name
from layers.core.rules import in_order
from layers.core.style import Drawing
from layers.core.text import Term, Text


class SiteStatus(Term):
    PREPARING = "preparing", "筹备", "In preparation"
    ACTIVE = "active", "施工", "Active"
    SUSPENDED = "suspended", "停工", "Suspended"
    CLOSED = "closed", "完工", "Closed"


class Site(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    name: Annotated[Name, About("工地名称", "Name")]
    contractor: Annotated[Line, About("施工单位", "Contractor")] = ""
    contact_name: Annotated[Line, Private, About("负责人", "Person in charge")] = ""
    contact_phone: Annotated[Line, Private, About("负责人电话", "Phone of person in charge")] = ""
    status: Annotated[SiteStatus, About("状态", "Status")] = SiteStatus.PREPARING
    starts: Annotated[date, About("开工日期", "Starts")]
    ends: Annotated[date | None, About("计划完工日期", "Planned end")] = None


LAYER = Layer(
    name="sites",
    title=Text("工地", "Sites"),
    description=Text("一家单位在一段时间内施工的范围。", "Where one contractor works, and when."),
    geometry=Kind.POLYGON,
    geometry_required=False,
    attributes=Site,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(in_order("starts", "ends"),),
    relations=(Inside("communities", by="community", slack_m=5.0),),
    period=("starts", "ends"),
    name_field="name",
    tile_fields=("name", "status"),
    minzoom=14,
    drawings=(
        Drawing(
            "outline",
            "line",
            minzoom=15,
            paint={"line-color": "@warning", "line-width": 1.2, "line-dasharray": [2, 2]},
        ),
    ),
    example={
        "name": "人民新村一期",
        "contractor": "江西某建设有限公司",
        "contact_name": "王工",
        "contact_phone": "13800000000",
        "status": "active",
        "starts": "2026-09-01",
        "ends": "2026-12-20",
    },
    example_geometry={
        "type": "Polygon",
        "coordinates": [
            [
                [114.9201, 28.2301],
                [114.9219, 28.2301],
                [114.9219, 28.2315],
                [114.9201, 28.2315],
                [114.9201, 28.2301],
            ]
        ],
    },
)
