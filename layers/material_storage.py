"""Material storage points: kept together, enclosed and away from the works. N(七)."""

from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Inside, Layer, Ref
from layers.core.measures import Line
from layers.core.rules import no_larger_than
from layers.core.style import Drawing
from layers.core.text import Term, Text


class Material(Term):
    FLAMMABLE = "flammable", "易燃易爆", "Flammable"
    COMBUSTIBLE = "combustible", "可燃", "Combustible"
    OTHER = "other", "其他", "Other"


class MaterialStorage(Attributes):
    site: Annotated[int, Ref("sites"), About("工地", "Site")]
    name: Annotated[Line, About("名称", "Name")] = ""
    material: Annotated[Material, About("材料类别", "Class of material")]
    contents: Annotated[Line, About("存放物", "Contents")] = ""
    enclosed: Annotated[bool, About("封闭管理", "Enclosed")] = False


LAYER = Layer(
    name="material_storage",
    title=Text("材料堆放点", "Material storage"),
    description=Text("施工材料集中存放的地点。", "Where building material is kept."),
    geometry=Kind.POINT_OR_POLYGON,
    attributes=MaterialStorage,
    owner="site",
    rules=(no_larger_than(20_000),),
    relations=(Inside("sites", by="site", slack_m=20.0),),
    name_field="name",
    tile_fields=("material", "enclosed"),
    minzoom=15,
    drawings=(
        Drawing(
            "fill",
            "fill",
            minzoom=16,
            filter=["==", ["geometry-type"], "Polygon"],
            paint={"fill-color": "@warning", "fill-opacity": 0.3},
        ),
        Drawing(
            "glyph",
            "symbol",
            minzoom=16,
            layout={
                "icon-image": ["concat", "storage-", ["get", "material"]],
                "icon-allow-overlap": True,
            },
        ),
    ),
    example={
        "name": "1 号堆场",
        "material": "other",
        "contents": "砂石、砌块",
        "enclosed": True,
    },
    example_geometry={"type": "Point", "coordinates": [114.9217, 28.2313]},
)
