"""Fire lanes: where an engine can drive, with the width and height that stay clear."""

from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref, Visibility
from layers.core.measures import Line, Metres
from layers.core.style import Drawing
from layers.core.text import Text


class FireLane(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    name: Annotated[Line, About("名称", "Name")] = ""
    width_m: Annotated[Metres, About("净宽", "Clear width", "m")]
    clear_height_m: Annotated[Metres | None, About("净高", "Clear height", "m")] = None
    fire_lane: Annotated[
        bool,
        About("消防车道", "Fire lane", None, "否则为小区道路", "Otherwise an internal lane"),
    ] = True


def _width(scale: float) -> list[object]:
    """Line width that follows the lane's own metres: a metre is 2^(z-16.2) px at 28° north."""
    metres = ["coalesce", ["get", "width_m"], 4]
    return [
        "interpolate",
        ["exponential", 2],
        ["zoom"],
        14,
        ["*", metres, 0.22 * scale],
        20,
        ["*", metres, 14 * scale],
    ]


LAYER = Layer(
    name="fire_lanes",
    title=Text("消防车道与小区道路", "Fire lanes and internal lanes"),
    description=Text("小区内道路的中线与净宽。", "Centre lines of lanes and their clear width."),
    geometry=Kind.LINE,
    attributes=FireLane,
    owner="community",
    born=Visibility.PUBLISHED,
    relations=(Inside("communities", by="community", slack_m=20.0),),
    name_field="name",
    tile_fields=("width_m", "fire_lane"),
    minzoom=14,
    drawings=(
        Drawing(
            "casing",
            "line",
            minzoom=14,
            layout={"line-cap": "round", "line-join": "round"},
            paint={"line-color": "@lane-casing", "line-width": _width(1.25)},
        ),
        Drawing(
            "fill",
            "line",
            minzoom=14,
            layout={"line-cap": "round", "line-join": "round"},
            paint={"line-color": "@lane", "line-width": _width(1)},
        ),
    ),
    example={"name": "主路", "width_m": 4.5, "clear_height_m": 4.5},
    example_geometry={
        "type": "LineString",
        "coordinates": [[114.9200, 28.2308], [114.9220, 28.2308]],
    },
)
