"""Buildings: footprints with floors and height. A footprint may come before its community."""

from typing import Annotated

from pydantic import Field

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref, Visibility
from layers.core.measures import Count, Line, Metres, Year
from layers.core.rules import no_larger_than
from layers.core.style import FONT, Drawing
from layers.core.text import Term, Text


class BuildingUse(Term):
    RESIDENTIAL = "residential", "住宅", "Residential"
    SERVICE = "service", "配套用房", "Service building"
    SHED = "shed", "棚屋", "Shed"
    OTHER = "other", "其他", "Other"


class Building(Attributes):
    community: Annotated[int | None, Ref("communities"), About("小区", "Community")] = None
    number: Annotated[Line, About("楼号", "Building number")] = ""
    use: Annotated[BuildingUse, About("用途", "Use")] = BuildingUse.RESIDENTIAL
    floors: Annotated[int | None, Field(ge=1, le=120), About("层数", "Floors")] = None
    height_m: Annotated[Metres | None, About("高度", "Height", "m")] = None
    units: Annotated[Count | None, About("单元数", "Units (stairwells)")] = None
    households: Annotated[Count | None, About("户数", "Households")] = None
    built_year: Annotated[Year | None, About("建成年份", "Year built")] = None
    occupied: Annotated[bool, About("有人居住", "Occupied")] = True


LAYER = Layer(
    name="buildings",
    title=Text("楼栋", "Buildings"),
    description=Text("楼栋轮廓、层数与高度。", "Building footprints, floors and heights."),
    geometry=Kind.POLYGON,
    attributes=Building,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(no_larger_than(100_000),),
    relations=(Inside("communities", by="community", slack_m=2.0),),
    name_field="number",
    tile_fields=("number", "floors", "use"),
    minzoom=13,
    drawings=(
        Drawing(
            "fill",
            "fill",
            minzoom=13,
            paint={"fill-color": "@building", "fill-outline-color": "@building-outline"},
        ),
        Drawing(
            "number",
            "symbol",
            minzoom=17,
            layout={
                "text-field": [
                    "step",
                    ["zoom"],
                    ["get", "number"],
                    18,
                    [
                        "case",
                        ["has", "floors"],
                        ["concat", ["get", "number"], "\n", ["to-string", ["get", "floors"]], "F"],
                        ["get", "number"],
                    ],
                ],
                "text-font": FONT,
                "text-size": 12,
            },
            paint={"text-color": "@soft-ink", "text-halo-color": "@halo", "text-halo-width": 1},
        ),
    ),
    example={
        "number": "3",
        "use": "residential",
        "floors": 6,
        "height_m": 18.0,
        "units": 3,
        "households": 36,
        "built_year": 1988,
    },
    example_geometry={
        "type": "Polygon",
        "coordinates": [
            [
                [114.9204, 28.2304],
                [114.9209, 28.2304],
                [114.9209, 28.23051],
                [114.9204, 28.23051],
                [114.9204, 28.2304],
            ]
        ],
    },
)
