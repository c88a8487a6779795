"""Passages: covered walkways that let people cross a perimeter."""

from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref
from layers.core.measures import Line, Metres
from layers.core.style import Drawing
from layers.core.text import Text


class Passage(Attributes):
    site: Annotated[int, Ref("sites"), About("工地", "Site")]
    name: Annotated[Line, About("名称", "Name")] = ""
    width_m: Annotated[Metres, About("净宽", "Clear width", "m")]
    covered: Annotated[bool, About("有防护棚", "Covered")] = True


LAYER = Layer(
    name="passages",
    title=Text("安全通道", "Passages"),
    description=Text("穿过警戒区的防护通道。", "Covered walkways across a perimeter."),
    geometry=Kind.LINE,
    attributes=Passage,
    owner="site",
    relations=(Inside("sites", by="site", slack_m=20.0),),
    name_field="name",
    tile_fields=("covered",),
    minzoom=16,
    drawings=(
        Drawing(
            "line",
            "line",
            minzoom=16,
            layout={"line-cap": "butt"},
            paint={"line-color": "@good", "line-width": 4, "line-dasharray": [1, 0.5]},
        ),
    ),
    example={"name": "3 栋 1 单元安全通道", "width_m": 1.5, "covered": True},
    example_geometry={
        "type": "LineString",
        "coordinates": [[114.9206, 28.2304], [114.9206, 28.2303]],
    },
)
