"""Resident reports: what people say is wrong, shown once moderated."""

from collections.abc import Iterator
from typing import Annotated

from layers.core.attachment import Attached, Form, Sha256
from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Layer, Private, Ref, Unique
from layers.core.measures import Line, Moment, Prose
from layers.core.rules import Feature, Problem
from layers.core.style import Drawing
from layers.core.submission import Reopening, Submission
from layers.core.text import Term, Text


class ReportCategory(Term):
    SAFETY = "safety", "安全", "Safety"
    QUALITY = "quality", "质量", "Quality"
    PROGRESS = "progress", "进度", "Progress"
    NOISE = "noise", "噪声扬尘", "Noise and dust"
    MONEY = "money", "资金", "Money"
    OTHER = "other", "其他", "Other"


class ReportStatus(Term):
    OPEN = "open", "待处理", "Open"
    IN_HAND = "in_hand", "处理中", "In hand"
    CLOSED = "closed", "已答复", "Closed"


class Report(Attributes):
    community: Annotated[int | None, Ref("communities"), About("小区", "Community")] = None
    category: Annotated[ReportCategory, About("类别", "Category")]
    text: Annotated[Prose, About("内容", "Text")]
    status: Annotated[ReportStatus, About("状态", "Status")] = ReportStatus.OPEN
    reported_at: Annotated[Moment, About("提交时间", "Reported at")]
    reply: Annotated[Prose, About("答复", "Reply")] = ""
    replied_at: Annotated[Moment | None, About("答复时间", "Replied at")] = None
    reopened_at: Annotated[Moment | None, About("要求重办时间", "Reopened at")] = None
    reopen_reason: Annotated[Prose, About("要求重办原因", "Why reopened")] = ""
    photo: Annotated[
        Sha256 | None,
        Attached((Form.PICTURE,)),
        About("照片", "Photo", note_zh="随诉求一同公开。", note_en="Public with the report."),
    ] = None
    kept_photo: Annotated[
        Sha256 | None,
        Private,
        Attached((Form.PICTURE,)),
        About(
            "不公开的照片",
            "Photo not shown",
            note_zh="照片有人脸、车牌等不宜公开时,移到这里留存。",
            note_en="Where a photo goes that shows faces or number plates.",
        ),
    ] = None
    private: Annotated[
        bool,
        About(
            "不公开",
            "Private",
            note_zh="反映人要求不公开;只由经办人处理。",
            note_en="Its sender asked that it is not shown; for the street office alone.",
        ),
    ] = False
    hidden_reason: Annotated[
        Line,
        Private,
        About(
            "不公开原因",
            "Why not shown",
            note_zh="审阅后不公开的,写明原因。",
            note_en="Of what was looked at and is not shown.",
        ),
    ] = ""
    contact: Annotated[Line, Private, About("联系方式", "Contact")] = ""
    code_sha256: Annotated[
        Line | None, Private, Unique, About("查询码哈希", "Hash of the tracking code")
    ] = None


def closed_with_a_reply(feature: Feature) -> Iterator[Problem]:
    """What became of it is told to whoever reported it, and not just that it is over."""
    report: Report = feature.attributes
    if report.status is ReportStatus.CLOSED and not report.reply:
        said = Text("答复之后才能办结。", "It is closed with a reply.")
        yield Problem("reply.missing", said, "reply", citation="N(七)")


LAYER = Layer(
    name="reports",
    title=Text("居民诉求", "Resident reports"),
    description=Text("居民反映的问题与答复。", "What residents report, and the replies."),
    geometry=Kind.POINT,
    geometry_required=False,
    attributes=Report,
    owner="community",
    rules=(closed_with_a_reply,),
    period=("reported_at", None),
    withheld="private",
    kept=("text", "reported_at", "private"),
    submission=Submission(
        gives=("community", "category", "text", "private", "contact"),
        picture="photo",
        at="reported_at",
        code="code_sha256",
        told=(
            "category",
            "text",
            "status",
            "reply",
            "replied_at",
            "reopened_at",
            "hidden_reason",
        ),
        reach_m=300.0,
        reopening=Reopening("status", "closed", "open", "reopened_at", "reopen_reason"),
    ),
    tile_fields=("category", "status"),
    minzoom=14,
    drawings=(
        Drawing(
            "dot",
            "circle",
            minzoom=16,
            paint={
                "circle-color": ["match", ["get", "status"], "closed", "@good", "@warning"],
                "circle-radius": 5,
                "circle-stroke-color": "@halo",
                "circle-stroke-width": 1.5,
            },
        ),
    ),
    example={
        "category": "noise",
        "text": "清晨六点开始施工,噪声很大。",
        "reported_at": "2026-11-20T07:10:00+08:00",
        "private": False,
        "contact": "13800000000",
    },
    example_geometry={"type": "Point", "coordinates": [114.9212, 28.2308]},
)
