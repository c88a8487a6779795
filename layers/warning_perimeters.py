"""Warning perimeters: ground that people must keep off while a crew works above it. N(七)."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from layers.core.attachment import Attached, Form, Sha256
from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Layer, Private, Ref
from layers.core.measures import Line, Moment
from layers.core.publishing import Condition, OnlyIf
from layers.core.rules import in_order, no_larger_than
from layers.core.style import FONT, Drawing
from layers.core.text import Term, Text
from layers.work_areas import WorkKind


class PerimeterStatus(Term):
    """What its manager says of it."""

    PLANNED = "planned", "计划", "Planned"
    ACTIVE = "active", "生效", "In force"
    SUSPENDED = "suspended", "暂停", "Suspended"
    LIFTED = "lifted", "解除", "Lifted"


class PerimeterState(Term):
    """What holds at a moment: the manager's word against the clock."""

    PLANNED = "planned", "即将围挡", "Planned"
    ACTIVE = "active", "围挡中", "In force"
    UNCONFIRMED = "unconfirmed", "待现场确认", "Unconfirmed"
    OVERDUE = "overdue", "逾期未解除", "Overdue"
    SUSPENDED = "suspended", "暂停", "Suspended"
    LIFTED = "lifted", "已解除", "Lifted"


class WarningPerimeter(Attributes):
    site: Annotated[int, Ref("sites"), About("工地", "Site")]
    work_area: Annotated[int | None, Ref("work_areas"), About("作业区", "Work area")] = None
    reason: Annotated[Line, About("说明", "What people should know")]
    kind: Annotated[WorkKind, About("作业类别", "Kind of work")]
    working_height_m: Annotated[
        float, Field(ge=0, le=300), About("作业高度", "Working height", "m")
    ]
    allowance_m: Annotated[float, Field(ge=0, le=50), About("外扩", "Allowance", "m")] = 0.0
    status: Annotated[PerimeterStatus, About("状态", "Status")] = PerimeterStatus.PLANNED
    starts: Annotated[Moment, About("开始", "Starts")]
    ends: Annotated[Moment, About("计划解除", "Planned end")]
    confirmed_at: Annotated[Moment | None, About("现场确认", "Confirmed on site")] = None
    hoarding: Annotated[Line, About("围挡形式", "Kind of hoarding")] = ""
    sign_photo: Annotated[
        Sha256 | None, Attached((Form.PICTURE,)), About("标志照片", "Photo of the sign")
    ] = None
    duty_phone: Annotated[Line, Private, About("值守电话", "Phone of the duty officer")] = ""


def state_at(
    now: datetime,
    status: PerimeterStatus,
    starts: datetime,
    ends: datetime,
    confirmed_at: datetime | None,
) -> PerimeterState:
    """What holds at `now`. A start without a check-in is unconfirmed, an end not lifted overdue."""
    if status in (PerimeterStatus.SUSPENDED, PerimeterStatus.LIFTED):
        return PerimeterState(status.value)
    if now < starts:
        return PerimeterState.PLANNED
    if now > ends:
        return PerimeterState.OVERDUE
    return PerimeterState.ACTIVE if confirmed_at else PerimeterState.UNCONFIRMED


CLOSING = (PerimeterStatus.PLANNED, PerimeterStatus.ACTIVE)
"""Those that keep people off the ground, now or to come."""


def closes(perimeter: WarningPerimeter) -> bool:
    return perimeter.status in CLOSING


_CLOSED = ["in", ["get", "status"], ["literal", [status.value for status in CLOSING]]]

LAYER = Layer(
    name="warning_perimeters",
    title=Text("警戒区", "Warning perimeters"),
    description=Text("施工期间不得进入的区域。", "Ground to keep off while works go on."),
    geometry=Kind.POLYGON,
    attributes=WarningPerimeter,
    owner="site",
    rules=(no_larger_than(200_000), in_order("starts", "ends")),
    period=("starts", "ends"),
    published=OnlyIf(
        condition=Condition.SAFE,
        in_force=closes,
        on=("site", "work_area", "working_height_m"),
        starts="starts",
        ends="ends",
    ),
    name_field="reason",
    tile_fields=("status", "starts", "ends", "reason"),
    minzoom=12,
    drawings=(
        Drawing(
            "fill",
            "fill",
            filter=["==", ["get", "status"], "active"],
            paint={"fill-color": "@danger", "fill-opacity": 0.18},
        ),
        Drawing(
            "hatch",
            "fill",
            minzoom=14,
            filter=["==", ["get", "status"], "active"],
            paint={"fill-pattern": "hatch-danger"},
        ),
        Drawing(
            "outline",
            "line",
            filter=["==", ["get", "status"], "active"],
            paint={"line-color": "@danger", "line-width": 2},
        ),
        Drawing(
            "planned",
            "line",
            minzoom=14,
            filter=["==", ["get", "status"], "planned"],
            paint={"line-color": "@danger", "line-width": 1.5, "line-dasharray": [3, 2]},
        ),
        Drawing(
            "suspended",
            "line",
            minzoom=14,
            filter=["==", ["get", "status"], "suspended"],
            paint={"line-color": "@soft-ink", "line-width": 1.5},
        ),
        Drawing(
            "label",
            "symbol",
            minzoom=17,
            filter=_CLOSED,
            layout={"text-field": ["get", "reason"], "text-font": FONT, "text-size": 12},
            paint={"text-color": "@danger", "text-halo-color": "@halo", "text-halo-width": 1.4},
        ),
    ),
    example={
        "reason": "外墙脚手架,请绕行",
        "kind": "facade",
        "working_height_m": 18.0,
        "status": "active",
        "starts": "2026-11-01T08:00:00+08:00",
        "ends": "2026-12-01T18:00:00+08:00",
        "confirmed_at": "2026-11-01T08:05:00+08:00",
        "duty_phone": "13800000000",
    },
    example_geometry={
        "type": "Polygon",
        "coordinates": [
            [
                [114.92034, 28.23032],
                [114.92096, 28.23032],
                [114.92096, 28.23046],
                [114.92034, 28.23046],
                [114.92034, 28.23032],
            ]
        ],
    },
)
