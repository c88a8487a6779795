"""Households: who lives where. Private altogether (PIPL art. 28)."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from layers.core.layer import About, Attributes, Layer, Private, Ref
from layers.core.measures import Line
from layers.core.text import Text


class Household(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    building: Annotated[int | None, Ref("buildings"), About("楼栋", "Building")] = None
    room: Annotated[Line, About("房号", "Room")]
    area_m2: Annotated[
        Decimal,
        Field(gt=0, max_digits=8, decimal_places=2),
        About("专有部分面积", "Exclusive floor area", "m²"),
    ]
    owner_key: Annotated[
        Line,
        Private,
        About(
            "业主代号",
            "Owner key",
            note_zh="同一业主的多套房填同一代号,表决时按一人计;共有人按一人计,不必填写。",
            note_en="Rooms of one owner bear the same key and vote as one head. Co-owners of a "
            "room are one head without it.",
        ),
    ] = ""
    owner_name: Annotated[Line, Private, About("业主姓名", "Owner")] = ""
    phone: Annotated[Line, Private, About("电话", "Phone")] = ""


LAYER = Layer(
    name="households",
    title=Text("住户", "Households"),
    description=Text("住户与专有部分面积,不对外。", "Households and their area; never public."),
    geometry=None,
    attributes=Household,
    owner="community",
    public=False,
    name_field="room",
    example={"room": "3-1-502", "area_m2": "76.50", "owner_name": "李某", "phone": "13800000000"},
)
