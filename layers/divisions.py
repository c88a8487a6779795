"""Administrative divisions, from province to street. A scope of rights is a prefix of a code."""

from typing import Annotated

from pydantic import Field

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Layer, Unique, Visibility
from layers.core.measures import Line, Name
from layers.core.style import FONT, Drawing
from layers.core.text import Term, Text


class Level(Term):
    PROVINCE = "province", "省级", "Province"
    CITY = "city", "地级", "City"
    COUNTY = "county", "县级", "County"
    STREET = "street", "乡级", "Street or town"


CODE_LENGTHS = (2, 4, 6, 9)
"""Digits of a province's, a city's, a county's and a street's code."""


class Division(Attributes):
    code: Annotated[
        str,
        Unique,
        Field(pattern=r"^([1-9]\d|[1-9]\d{3}|[1-9]\d{5}|[1-9]\d{8})$"),
        About(
            "代码",
            "Code",
            note_zh="去掉末尾补零:省 2 位、市 4 位、县 6 位、街道 9 位",
            note_en="Without padding zeros: 2, 4, 6 or 9 digits",
        ),
    ]
    name: Annotated[Name, About("名称", "Name")]
    level: Annotated[Level, About("级别", "Level")]
    system: Annotated[Line, About("代码体系与日期", "Code system and date")]


LAYER = Layer(
    name="divisions",
    title=Text("行政区划", "Administrative divisions"),
    description=Text(
        "省、市、县的界线;街道只有代码与名称。",
        "Boundaries of provinces, cities and counties; streets have a code and a name only.",
    ),
    geometry=Kind.MULTIPOLYGON,
    geometry_required=False,
    attributes=Division,
    owner="code",
    born=Visibility.PUBLISHED,
    name_field="name",
    search=True,
    tile_fields=("name", "level"),
    min_pixels=12,
    drawings=(
        Drawing("land", "fill", paint={"fill-color": "@land"}, ground=True),
        Drawing(
            "border",
            "line",
            filter=["any", ["!=", ["get", "level"], "county"], [">=", ["zoom"], 6]],
            paint={
                "line-color": "@division-border",
                "line-dasharray": [4, 3],
                "line-width": ["match", ["get", "level"], "province", 1.6, "city", 1.1, 0.7],
            },
        ),
        Drawing(
            "name",
            "symbol",
            maxzoom=13,
            # One level at a time: provinces, their cities, their counties.
            filter=[
                "match",
                ["get", "level"],
                "province",
                ["<", ["zoom"], 6],
                "city",
                ["all", [">=", ["zoom"], 6], ["<", ["zoom"], 8]],
                "county",
                [">=", ["zoom"], 8],
                False,
            ],
            layout={
                "text-field": ["get", "name"],
                "text-font": FONT,
                "text-size": ["match", ["get", "level"], "province", 16, "city", 14, 12],
                "text-letter-spacing": 0.08,
                "text-max-width": 8,
            },
            paint={
                "text-color": "@soft-ink",
                "text-halo-color": "@halo",
                "text-halo-width": 1.4,
            },
        ),
    ),
    example={
        "code": "36",
        "name": "江西省",
        "level": "province",
        "system": "国家统计局 2023-06-30",
    },
    example_geometry={
        "type": "MultiPolygon",
        "coordinates": [
            [[[114.0, 27.0], [117.0, 27.0], [117.0, 29.5], [114.0, 29.5], [114.0, 27.0]]]
        ],
    },
)
