"""Exceptions: a safety finding accepted for a reason, by someone, until a day. Never silent."""

from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Prose
from layers.core.text import Term, Text


class SafetyCheck(Term):
    DROP_ZONE = "drop_zone", "坠落半径", "Drop zone"
    EGRESS = "egress", "疏散", "Egress"
    FIRE_LANE = "fire_lane", "消防车道", "Fire lane"
    STORAGE = "storage", "材料堆放", "Storage"
    CLASH = "clash", "作业冲突", "Clash"
    PLACE = "place", "越界", "Place"
    ROSTER = "roster", "值守", "Roster"
    RECEPTION = "reception", "接待", "Reception"


class SafetyException(Attributes):
    site: Annotated[int, Ref("sites"), About("工地", "Site")]
    perimeter: Annotated[
        int | None, Ref("warning_perimeters"), About("警戒区", "Warning perimeter")
    ] = None
    check: Annotated[SafetyCheck, About("检查项", "Check")]
    reason: Annotated[Prose, About("理由", "Reason")]
    ends: Annotated[date, About("截止", "Ends")]
    approver: Annotated[Line, Private, About("批准人", "Approver")]


LAYER = Layer(
    name="exceptions",
    title=Text("安全例外", "Exceptions"),
    description=Text("有理由、批准人和期限的例外。", "Exceptions with reason, approver and end."),
    geometry=None,
    attributes=SafetyException,
    owner="site",
    born=Visibility.PUBLISHED,
    example={
        "check": "storage",
        "reason": "院落狭小,已加设防火隔板与看护。",
        "ends": "2026-12-31",
        "approver": "周某",
    },
)
