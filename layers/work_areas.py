"""Work areas: where a crew works, on what and how high. The safety rules start from them."""

from typing import Annotated

from pydantic import Field

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref
from layers.core.measures import Line, Moment
from layers.core.rules import in_order, no_larger_than
from layers.core.style import Drawing
from layers.core.text import Term, Text


class WorkKind(Term):
    FACADE = "facade", "外墙", "Façade"
    ROOF = "roof", "屋面", "Roof"
    PIPE = "pipe", "管线", "Pipes"
    ROAD = "road", "道路", "Road"
    LIFT = "lift", "加装电梯", "Lift"
    OTHER = "other", "其他", "Other"


class WorkArea(Attributes):
    site: Annotated[int, Ref("sites"), About("工地", "Site")]
    name: Annotated[Line, About("名称", "Name")] = ""
    kind: Annotated[WorkKind, About("作业类别", "Kind of work")]
    working_height_m: Annotated[
        float, Field(ge=0, le=300), About("作业高度", "Working height", "m")
    ]
    starts: Annotated[Moment, About("开始", "Starts")]
    ends: Annotated[Moment | None, About("结束", "Ends")] = None


LAYER = Layer(
    name="work_areas",
    title=Text("作业区", "Work areas"),
    description=Text("施工班组作业的范围与高度。", "Where crews work, and how high."),
    geometry=Kind.POLYGON,
    attributes=WorkArea,
    owner="site",
    rules=(no_larger_than(200_000), in_order("starts", "ends")),
    relations=(Inside("sites", by="site", slack_m=5.0),),
    period=("starts", "ends"),
    name_field="name",
    tile_fields=("kind",),
    minzoom=15,
    drawings=(
        Drawing("fill", "fill", minzoom=16, paint={"fill-color": "@warning", "fill-opacity": 0.25}),
    ),
    example={
        "name": "3 栋南立面",
        "kind": "facade",
        "working_height_m": 18.0,
        "starts": "2026-11-01T08:00:00+08:00",
        "ends": "2026-12-01T18:00:00+08:00",
    },
    example_geometry={
        "type": "Polygon",
        "coordinates": [
            [
                [114.9204, 28.23037],
                [114.9209, 28.23037],
                [114.9209, 28.2304],
                [114.9204, 28.2304],
                [114.9204, 28.23037],
            ]
        ],
    },
)
