"""Reception items: what a resident asked on site, and the reply by its deadline. N(七)."""

from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref
from layers.core.measures import Line, Prose
from layers.core.rules import in_order
from layers.core.text import Text


class ReceptionItem(Attributes):
    reception_point: Annotated[int, Ref("reception_points"), About("接待点", "Reception point")]
    text: Annotated[Prose, About("内容", "Matter")]
    asked_on: Annotated[date, About("受理日期", "Asked on")]
    reply_by: Annotated[date, About("答复期限", "Reply by")]
    reply: Annotated[Prose, About("答复", "Reply")] = ""
    replied_on: Annotated[date | None, About("答复日期", "Replied on")] = None
    contact: Annotated[Line, Private, About("联系方式", "Contact")] = ""


LAYER = Layer(
    name="reception_items",
    title=Text("接待事项", "Reception items"),
    description=Text("接待点受理的事项与答复。", "Matters received on site, and replies."),
    geometry=None,
    attributes=ReceptionItem,
    owner="reception_point",
    rules=(in_order("asked_on", "reply_by"), in_order("asked_on", "replied_on")),
    period=("asked_on", "replied_on"),
    example={
        "text": "单元门前积水",
        "asked_on": "2026-11-10",
        "reply_by": "2026-11-17",
        "contact": "13800000000",
    },
)
