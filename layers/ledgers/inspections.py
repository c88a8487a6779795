"""Inspections: the three checks of each working step (三检), and patrols. N(六), N(八)."""

from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Prose
from layers.core.text import Term, Text


class InspectionKind(Term):
    SELF = "self", "自检", "Self-check"
    HANDOVER = "handover", "交接检", "Hand-over check"
    PROFESSIONAL = "professional", "专职检", "Professional check"
    PATROL = "patrol", "巡查", "Patrol"


class Inspection(Attributes):
    work: Annotated[int, Ref("works"), About("改造内容", "Works item")]
    kind: Annotated[InspectionKind, About("类别", "Kind")]
    step: Annotated[Line, About("工序", "Working step")]
    on: Annotated[date, About("日期", "Date")]
    passed: Annotated[bool, About("合格", "Passed")]
    findings: Annotated[Prose, About("问题", "Findings")] = ""
    inspector: Annotated[Line, Private, About("检查人", "Inspector")] = ""


LAYER = Layer(
    name="inspections",
    title=Text("工序检查", "Inspections"),
    description=Text("自检、交接检、专职检与巡查。", "The three checks of a step, and patrols."),
    geometry=None,
    attributes=Inspection,
    owner="work",
    born=Visibility.PUBLISHED,
    period=("on", None),
    example={
        "kind": "self",
        "step": "管沟开挖",
        "on": "2026-09-20",
        "passed": True,
        "inspector": "赵某",
    },
)
