"""Inspections: the three checks of each working step (三检), and patrols. N(六), N(八).

自检, then 交接检, then 专职检, each passed before the next step of the same works item begins. A
check that fails is done again, and so are those after it. A patrol is no part of the order.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from layers.core.attachment import Attached, Form, Sha256
from layers.core.layer import About, Attributes, Layer, Order, Private, Ref, Visibility
from layers.core.measures import Line, Prose
from layers.core.rules import Problem
from layers.core.text import Term, Text


class InspectionKind(Term):
    SELF = "self", "自检", "Self-check"
    HANDOVER = "handover", "交接检", "Hand-over check"
    PROFESSIONAL = "professional", "专职检", "Professional check"
    PATROL = "patrol", "巡查", "Patrol"


CHECKS = (InspectionKind.SELF, InspectionKind.HANDOVER, InspectionKind.PROFESSIONAL)
"""三检: the three checks of a working step, in their order."""


class Inspection(Attributes):
    work: Annotated[int, Ref("works"), About("改造内容", "Works item")]
    kind: Annotated[InspectionKind, About("类别", "Kind")]
    step: Annotated[Line, About("工序", "Working step")]
    on: Annotated[date, About("日期", "Date")]
    passed: Annotated[bool, About("合格", "Passed")]
    findings: Annotated[Prose, About("问题", "Findings")] = ""
    photo: Annotated[
        Sha256 | None, Attached((Form.PICTURE,)), Private, About("现场照片", "Photo taken on site")
    ] = None
    inspector: Annotated[Line, Private, About("检查人", "Inspector")] = ""


def out_of_order(check: Inspection, earlier: Iterable[Inspection]) -> Iterator[Problem]:
    """What forbids a check, given the earlier ones of the same works item, oldest first."""
    if check.kind not in CHECKS:
        return
    passed = checks_passed(earlier)
    for step, count in passed.items():
        if step != check.step and count < len(CHECKS):
            yield Problem(
                "step.unfinished",
                Text(
                    f"工序“{step}”尚未通过{CHECKS[count].label.zh},不得进入下一道工序。",
                    f"Step '{step}' has not passed its {CHECKS[count].label.en.lower()}: "
                    "the next step may not begin.",
                ),
                "step",
                citation="N(八)",
            )
    due = CHECKS[passed.get(check.step, 0) :]
    if due and CHECKS.index(check.kind) > CHECKS.index(due[0]):
        yield Problem(
            "kind.order",
            Text(
                f"须先通过{due[0].label.zh},再做{check.kind.label.zh}。",
                f"The {due[0].label.en.lower()} has to be passed before the "
                f"{check.kind.label.en.lower()}.",
            ),
            "kind",
            citation="N(八)",
        )


def checks_passed(checks: Iterable[Inspection]) -> dict[str, int]:
    """By step, how many of its three checks stand passed."""
    passed: dict[str, int] = {}
    for check in checks:
        if check.kind not in CHECKS:
            continue
        place, stand = CHECKS.index(check.kind), passed.setdefault(check.step, 0)
        if not check.passed:
            passed[check.step] = min(stand, place)
        elif place == stand:
            passed[check.step] = stand + 1
    return passed


LAYER = Layer(
    name="inspections",
    title=Text("工序检查", "Inspections"),
    description=Text("自检、交接检、专职检与巡查。", "The three checks of a step, and patrols."),
    geometry=None,
    attributes=Inspection,
    owner="work",
    born=Visibility.PUBLISHED,
    period=("on", None),
    order=Order("work", out_of_order),
    example={
        "kind": "self",
        "step": "管沟开挖",
        "on": "2026-09-20",
        "passed": True,
        "inspector": "赵某",
    },
)
