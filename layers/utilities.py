"""Utilities that works must keep clear: hydrants and overhead power lines."""

from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref, Visibility
from layers.core.measures import Line
from layers.core.style import Drawing
from layers.core.text import Term, Text


class UtilityKind(Term):
    HYDRANT = "hydrant", "消火栓", "Hydrant"
    POWER_LINE = "power_line", "架空电力线", "Overhead power line"


class Utility(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    kind: Annotated[UtilityKind, About("类别", "Kind")]
    name: Annotated[Line, About("名称", "Name")] = ""


LAYER = Layer(
    name="utilities",
    title=Text("市政设施", "Utilities"),
    description=Text("消火栓与架空电力线。", "Hydrants and overhead power lines."),
    geometry=Kind.POINT_OR_LINE,
    attributes=Utility,
    owner="community",
    born=Visibility.PUBLISHED,
    relations=(Inside("communities", by="community", slack_m=20.0),),
    name_field="name",
    tile_fields=("kind",),
    minzoom=16,
    drawings=(
        Drawing(
            "hydrant",
            "circle",
            minzoom=17.5,
            filter=["==", ["get", "kind"], "hydrant"],
            paint={
                "circle-color": "@accent",
                "circle-radius": 3,
                "circle-stroke-color": "@halo",
                "circle-stroke-width": 1.5,
            },
        ),
        Drawing(
            "power",
            "line",
            minzoom=16,
            filter=["==", ["get", "kind"], "power_line"],
            paint={"line-color": "@soft-ink", "line-width": 1, "line-dasharray": [6, 3, 1, 3]},
        ),
    ),
    example={"kind": "hydrant", "name": "1 号消火栓"},
    example_geometry={"type": "Point", "coordinates": [114.9202, 28.2309]},
)
