"""Owner decisions: totals of a vote under Civil Code art. 278; single votes are `ballots`."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Ref
from layers.core.measures import Count, Line, Name, SquareMetres
from layers.core.rules import Feature, Problem, in_order
from layers.core.text import Term, Text
from layers.ledgers.works import Matter


class DecisionResult(Term):
    OPEN = "open", "表决中", "Open"
    PASSED = "passed", "通过", "Passed"
    REJECTED = "rejected", "未通过", "Rejected"
    NO_QUORUM = "no_quorum", "未达法定参与", "No quorum"
    REVERSED = "reversed", "已撤销", "Reversed"


class Decision(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    title: Annotated[Name, About("表决事项", "Matter decided")]
    matter: Annotated[Matter, About("事项类别", "Kind of matter")]
    starts: Annotated[date, About("开始", "Starts")]
    ends: Annotated[date, About("截止", "Ends")]
    owners_total: Annotated[Count, About("业主总人数", "Owners in total")]
    area_total_m2: Annotated[SquareMetres, About("专有部分总面积", "Exclusive area in total", "m²")]
    owners_took_part: Annotated[Count, About("参与人数", "Owners taking part")] = 0
    area_took_part_m2: Annotated[SquareMetres, About("参与面积", "Area taking part", "m²")] = (
        Decimal(0)
    )
    owners_in_favour: Annotated[Count, About("同意人数", "Owners in favour")] = 0
    area_in_favour_m2: Annotated[SquareMetres, About("同意面积", "Area in favour", "m²")] = Decimal(
        0
    )
    result: Annotated[DecisionResult, About("结果", "Result")] = DecisionResult.OPEN
    valid_until: Annotated[date | None, About("有效期至", "Valid until")] = None
    evidence: Annotated[Line, About("依据", "Evidence")] = ""


def parts_within_the_whole(feature: Feature) -> list[Problem]:
    """In favour <= taking part <= all, for heads and for area."""
    titles = Decision.titles()
    pairs = (
        ("owners_took_part", "owners_total"),
        ("area_took_part_m2", "area_total_m2"),
        ("owners_in_favour", "owners_took_part"),
        ("area_in_favour_m2", "area_took_part_m2"),
    )
    return [
        Problem(
            f"{part}.over",
            Text("{part}大于{whole}。", "{part} is over {whole}.").format(
                part=titles[part], whole=titles[whole]
            ),
            part,
            citation="民法典 278",
        )
        for part, whole in pairs
        if getattr(feature.attributes, part) > getattr(feature.attributes, whole)
    ]


LAYER = Layer(
    name="decisions",
    title=Text("业主表决", "Owner decisions"),
    description=Text("业主共同决定事项的表决总数。", "Totals of votes on matters owners decide."),
    geometry=None,
    attributes=Decision,
    owner="community",
    rules=(in_order("starts", "ends"), parts_within_the_whole),
    period=("starts", "ends"),
    name_field="title",
    example={
        "title": "改造方案",
        "matter": "ordinary",
        "starts": "2026-04-01",
        "ends": "2026-04-20",
        "owners_total": 204,
        "area_total_m2": "15300.00",
        "owners_took_part": 180,
        "area_took_part_m2": "13500.00",
        "owners_in_favour": 160,
        "area_in_favour_m2": "12000.00",
        "result": "passed",
        "valid_until": "2027-04-20",
        "evidence": "表决结果公告 2026-4",
    },
)
