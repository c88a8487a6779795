"""Acceptances: exclusive parts with the householder, common parts by the street. N(八)."""

from datetime import date
from typing import Annotated

from layers.core.attachment import Attached, Sha256
from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Prose
from layers.core.text import Term, Text


class AcceptedPart(Term):
    EXCLUSIVE = "exclusive", "专有部分(分户验收)", "Exclusive part (household acceptance)"
    COMMON = "common", "公共区域", "Common part"


class Acceptance(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    work: Annotated[int | None, Ref("works"), About("改造内容", "Works item")] = None
    part: Annotated[AcceptedPart, About("部位", "Part")]
    on: Annotated[date, About("日期", "Date")]
    passed: Annotated[bool, About("合格", "Passed")]
    lead: Annotated[Line, About("组织单位", "Led by")] = ""
    findings: Annotated[Prose, About("问题", "Findings")] = ""
    evidence: Annotated[Line, About("依据", "Evidence")] = ""
    evidence_file: Annotated[
        Sha256 | None, Attached(), Private, About("依据附件", "File of the evidence")
    ] = None
    household: Annotated[int | None, Private, Ref("households"), About("住户", "Household")] = None


LAYER = Layer(
    name="acceptances",
    title=Text("验收", "Acceptances"),
    description=Text("分户验收与公共区域验收。", "Household and common acceptances."),
    geometry=None,
    attributes=Acceptance,
    owner="community",
    born=Visibility.PUBLISHED,
    period=("on", None),
    example={
        "part": "common",
        "on": "2026-12-10",
        "passed": True,
        "lead": "敖阳街道办事处",
        "evidence": "验收单 2026-31",
    },
)
