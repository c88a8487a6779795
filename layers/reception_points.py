"""Reception points: where residents ask and are answered on site. N(七)."""

from datetime import date
from typing import Annotated

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Layer, Ref, Visibility
from layers.core.measures import Line, Name
from layers.core.rules import in_order
from layers.core.style import Drawing
from layers.core.text import Text


class ReceptionPoint(Attributes):
    site: Annotated[int, Ref("sites"), About("工地", "Site")]
    name: Annotated[Name, About("名称", "Name")]
    hours: Annotated[Line, About("接待时间", "Hours")] = ""
    phone: Annotated[Line, About("公开电话", "Public phone")] = ""
    opens: Annotated[date, About("启用日期", "Opens on")]
    closes: Annotated[date | None, About("关闭日期", "Closes on")] = None


LAYER = Layer(
    name="reception_points",
    title=Text("居民接待点", "Reception points"),
    description=Text("施工现场接待居民的场所。", "Where residents are received on site."),
    geometry=Kind.POINT,
    attributes=ReceptionPoint,
    owner="site",
    born=Visibility.PUBLISHED,
    rules=(in_order("opens", "closes"),),
    period=("opens", "closes"),
    name_field="name",
    tile_fields=("name",),
    minzoom=15,
    drawings=(
        Drawing(
            "glyph",
            "symbol",
            minzoom=16.5,
            layout={"icon-image": "reception", "icon-allow-overlap": True},
        ),
    ),
    example={
        "name": "人民新村居民接待点",
        "hours": "每日 8:30–17:30",
        "phone": "0795-2500000",
        "opens": "2026-09-01",
    },
    example_geometry={"type": "Point", "coordinates": [114.9210, 28.2302]},
)
