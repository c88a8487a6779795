"""Designers and engineers in the community: whom residents met, and what became of it. N(五)."""

from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Count, Line, Prose
from layers.core.text import Term, Text


class Profession(Term):
    ARCHITECT = "architect", "建筑设计师", "Architect"
    LANDSCAPE = "landscape", "景观设计师", "Landscape designer"
    STRUCTURAL = "structural", "结构工程师", "Structural engineer"
    SERVICES = "services", "给排水与电气工程师", "Engineer of pipes and power"
    COST = "cost", "造价工程师", "Cost engineer"


class DesignVisit(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    on: Annotated[date, About("日期", "Date")]
    profession: Annotated[Profession, About("专业", "Profession")]
    firm: Annotated[Line, About("单位", "Firm")] = ""
    place: Annotated[Line, About("地点", "Place")]
    residents: Annotated[Count, About("参与居民人数", "Residents taking part")]
    outcome: Annotated[
        Prose,
        About("形成的意见", "Outcome", None, "居民提出了什么,方案怎样修改", "What the plan became"),
    ]
    name: Annotated[Line, Private, About("姓名", "Name")] = ""


LAYER = Layer(
    name="design_visits",
    title=Text("设计师进小区", "Designers' visits"),
    description=Text(
        "设计师、工程师进小区与居民一起谋划方案;姓名不对外。",
        "Designers and engineers who planned with residents; names are not public.",
    ),
    geometry=None,
    attributes=DesignVisit,
    owner="community",
    born=Visibility.PUBLISHED,
    period=("on", None),
    example={
        "on": "2026-03-08",
        "profession": "architect",
        "firm": "示例建筑设计院",
        "place": "小区东门广场",
        "residents": 46,
        "outcome": "停车位改到二号楼北侧,保留老樟树。",
        "name": "何某",
    },
)
