"""Duty shifts: no minute of an active site without one. N(七)."""

from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Moment
from layers.core.rules import in_order
from layers.core.text import Text


class DutyShift(Attributes):
    site: Annotated[int, Ref("sites"), About("工地", "Site")]
    starts: Annotated[Moment, About("开始", "Starts")]
    ends: Annotated[Moment, About("结束", "Ends")]
    officer: Annotated[Line, Private, About("值守人", "Officer")]
    phone: Annotated[Line, Private, About("电话", "Phone")] = ""


LAYER = Layer(
    name="duty_shifts",
    title=Text("值守", "Duty shifts"),
    description=Text("施工现场 24 小时值守。", "Round-the-clock duty on site."),
    geometry=None,
    attributes=DutyShift,
    owner="site",
    born=Visibility.PUBLISHED,
    rules=(in_order("starts", "ends"),),
    period=("starts", "ends"),
    example={
        "starts": "2026-11-24T08:00:00+08:00",
        "ends": "2026-11-24T20:00:00+08:00",
        "officer": "王某",
    },
)
