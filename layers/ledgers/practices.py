"""Practices: what other places did well, who took it up here, and how it went. N(九)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from layers.core.layer import About, Attributes, Layer, Ref, Visibility
from layers.core.measures import Line, Name, Prose
from layers.core.text import Text


class Practice(Attributes):
    """`link` leads to what was published of it, where something was."""

    community: Annotated[int, Ref("communities"), About("借鉴小区", "Community that took it up")]
    title: Annotated[Name, About("经验做法", "Practice")]
    origin: Annotated[
        Line,
        Field(min_length=1),
        About("来源", "From", None, "哪个小区、县区或单位", "Which community, county or office"),
    ]
    link: Annotated[
        str, Field(pattern=r"^(https?://\S+)?$", max_length=500), About("出处链接", "Link")
    ] = ""
    learned: Annotated[Prose, About("做法", "What is done")]
    adopted_on: Annotated[date, About("借鉴日期", "Taken up on")]
    result: Annotated[Prose, About("成效", "Result")] = ""


LAYER = Layer(
    name="practices",
    title=Text("经验做法", "Practices"),
    description=Text(
        "学习借鉴各地的经验做法及成效。",
        "What was learned from other places, and what came of it.",
    ),
    geometry=None,
    attributes=Practice,
    owner="community",
    born=Visibility.PUBLISHED,
    period=("adopted_on", None),
    name_field="title",
    example={
        "title": "楼栋长包片联系",
        "origin": "某市某区示例社区",
        "link": "https://example.org/practice",
        "learned": "每栋推选楼栋长,收集意见,监督施工。",
        "adopted_on": "2026-09-01",
        "result": "意见三日内答复,投诉减少。",
    },
)
