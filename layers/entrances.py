"""Entrances: the gates of a community and the unit doors of its buildings."""

from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref, Visibility
from layers.core.measures import Line, Metres
from layers.core.style import FONT, Drawing
from layers.core.text import Term, Text


class EntranceKind(Term):
    COMMUNITY_GATE = "community_gate", "小区出入口", "Community gate"
    UNIT_DOOR = "unit_door", "单元门", "Unit door"


class Entrance(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    building: Annotated[int | None, Ref("buildings"), About("楼栋", "Building")] = None
    kind: Annotated[EntranceKind, About("类别", "Kind")]
    name: Annotated[Line, About("名称", "Name")] = ""
    width_m: Annotated[Metres | None, About("净宽", "Clear width", "m")] = None
    open: Annotated[bool, About("开放", "Open")] = True


LAYER = Layer(
    name="entrances",
    title=Text("出入口", "Entrances"),
    description=Text("小区出入口与单元门。", "Community gates and unit doors."),
    geometry=Kind.POINT,
    attributes=Entrance,
    owner="community",
    born=Visibility.PUBLISHED,
    relations=(Inside("communities", by="community", slack_m=5.0),),
    name_field="name",
    tile_fields=("kind", "name"),
    minzoom=16,
    drawings=(
        Drawing(
            "glyph",
            "symbol",
            minzoom=17,
            layout={
                "icon-image": ["match", ["get", "kind"], "community_gate", "gate", "door"],
                "icon-allow-overlap": True,
                "text-field": [
                    "case",
                    ["==", ["get", "kind"], "community_gate"],
                    ["get", "name"],
                    "",
                ],
                "text-font": FONT,
                "text-size": 12,
                "text-offset": [0, 1],
                "text-optional": True,
            },
            paint={"text-color": "@ink", "text-halo-color": "@halo", "text-halo-width": 1.2},
        ),
    ),
    example={"kind": "unit_door", "name": "3 栋 1 单元", "width_m": 1.5},
    example_geometry={"type": "Point", "coordinates": [114.9206, 28.23052]},
)
