"""Stage changes: the append-only ledger whose last row is a community's stage.

Only the stage gate writes it, under a database role of its own; there is no other way in.
"""

from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility, Writing
from layers.core.measures import Line, Moment, Prose
from layers.core.text import Text
from layers.stages import Stage


class StageChange(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    stage: Annotated[Stage, About("阶段", "Stage")]
    at: Annotated[Moment, About("时间", "At")]
    reason: Annotated[Prose, About("原因", "Reason")] = ""
    evidence: Annotated[Prose, About("依据", "Evidence")] = ""
    by: Annotated[Line, Private, About("经办人", "By")] = ""


LAYER = Layer(
    name="stage_changes",
    title=Text("阶段记录", "Stage changes"),
    description=Text("各阶段的日期与依据,只增不改。", "Stages with dates and evidence."),
    geometry=None,
    attributes=StageChange,
    owner="community",
    writing=Writing.GATE,
    born=Visibility.PUBLISHED,
    period=("at", None),
    example={
        "stage": "under_works",
        "at": "2026-09-01T09:00:00+08:00",
        "evidence": "开工报告 2026-12",
        "by": "街道经办",
    },
)
