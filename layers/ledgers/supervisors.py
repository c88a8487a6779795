"""Resident supervisors: who watches progress, quality and safety for a community. N(六)."""

from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line
from layers.core.rules import in_order
from layers.core.text import Term, Text


class ChosenBy(Term):
    APPLICATION = "application", "个人申请", "Own application"
    RECOMMENDATION = "recommendation", "群众推荐", "Recommended by residents"


class Supervisor(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    chosen_by: Annotated[ChosenBy, About("产生方式", "Chosen by")]
    term_starts: Annotated[date, About("任期开始", "Term starts")]
    term_ends: Annotated[date | None, About("任期结束", "Term ends")] = None
    name: Annotated[Line, Private, About("姓名", "Name")]
    phone: Annotated[Line, Private, About("电话", "Phone")] = ""


LAYER = Layer(
    name="supervisors",
    title=Text("义务监督员", "Resident supervisors"),
    description=Text("义务监督员及任期,姓名不对外。", "Supervisors' terms; names are not public."),
    geometry=None,
    attributes=Supervisor,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(in_order("term_starts", "term_ends"),),
    period=("term_starts", "term_ends"),
    example={
        "chosen_by": "recommendation",
        "term_starts": "2026-08-01",
        "name": "陈某",
        "phone": "13800000000",
    },
)
