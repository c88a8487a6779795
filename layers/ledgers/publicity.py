"""Publicity: what was posted, where and for how long; an immutable snapshot. N(五)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from layers.core.layer import About, Attributes, Layer, Ref, Visibility, Writing
from layers.core.measures import Line, Name, Prose
from layers.core.rules import in_order
from layers.core.text import Text


class Publicity(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    title: Annotated[Name, About("标题", "Title")]
    snapshot: Annotated[Prose, About("公示内容", "Text posted")]
    snapshot_sha256: Annotated[
        str, Field(pattern=r"^[0-9a-f]{64}$"), About("内容哈希", "Hash of the text")
    ]
    starts: Annotated[date, About("开始", "Starts")]
    ends: Annotated[date, About("截止", "Ends")]
    place: Annotated[Line, About("张贴地点", "Place posted")]


LAYER = Layer(
    name="publicity",
    title=Text("公示", "Publicity"),
    description=Text("改造方案等的公示,内容不可更改。", "What was publicised; never changed."),
    geometry=None,
    attributes=Publicity,
    owner="community",
    writing=Writing.APPEND,
    born=Visibility.PUBLISHED,
    rules=(in_order("starts", "ends"),),
    period=("starts", "ends"),
    name_field="title",
    example={
        "title": "改造方案公示",
        "snapshot": "拟实施雨污分流、道路、屋面防水……",
        "snapshot_sha256": "0" * 64,
        "starts": "2026-05-01",
        "ends": "2026-05-08",
        "place": "小区东门公告栏",
    },
)
