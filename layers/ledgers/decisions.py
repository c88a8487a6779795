"""Owner decisions: totals of a vote under Civil Code art. 278; single votes are `ballots`.

What is closed says what its totals say, and on what evidence; the database keeps it so.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from layers import voting
from layers.core.attachment import Attached, Sha256
from layers.core.layer import About, Attributes, Layer, Private, Ref
from layers.core.measures import Count, Line, Moment, Name, Prose, SquareMetres
from layers.core.rules import Feature, Problem, in_order
from layers.core.text import Term, Text
from layers.ledgers.works import Matter

_ARTICLE = "《民法典》第278条"


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
    evidence_file: Annotated[
        Sha256 | None, Attached(), Private, About("依据附件", "File of the evidence")
    ] = None
    closed_at: Annotated[Moment | None, About("计票时间", "Counted at")] = None
    closed_by: Annotated[Line, Private, About("计票人", "Counted by")] = ""
    ballots_sha256: Annotated[
        str | None,
        Field(pattern=r"^[0-9a-f]{64}$"),
        About("选票哈希", "Hash of the ballots"),
    ] = None
    reversal_reason: Annotated[Prose, About("撤销原因", "Reason of reversal")] = ""

    @property
    def took_part(self) -> voting.Share:
        return voting.Share(self.owners_took_part, self.area_took_part_m2)

    @property
    def in_favour(self) -> voting.Share:
        return voting.Share(self.owners_in_favour, self.area_in_favour_m2)

    def outcome(self, gravity: voting.Gravity) -> voting.Outcome:
        """How the totals stand, were the matter of that kind."""
        return voting.evaluate(
            gravity, self.owners_total, self.area_total_m2, self.took_part, self.in_favour
        )


def result_of(outcome: voting.Outcome) -> DecisionResult:
    if not outcome.quorum:
        return DecisionResult.NO_QUORUM
    return DecisionResult.PASSED if outcome.passed else DecisionResult.REJECTED


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
            citation=_ARTICLE,
        )
        for part, whole in pairs
        if getattr(feature.attributes, part) > getattr(feature.attributes, whole)
    ]


def result_follows_the_count(feature: Feature) -> Iterator[Problem]:
    """A result is what art. 278 makes of the totals, and says where they come from."""
    vote: Decision = feature.attributes
    if vote.result is DecisionResult.REVERSED:
        if not vote.reversal_reason:
            said = Text("撤销须说明原因。", "A reversal needs a reason.")
            yield Problem("reversal_reason.missing", said, "reversal_reason")
        return
    if vote.result is DecisionResult.OPEN:
        return
    if not (vote.evidence or vote.ballots_sha256):
        said = Text("缺少表决结果的依据。", "The evidence of the result is missing.")
        yield Problem("evidence.missing", said, "evidence", citation="N(五)")
    follows = result_of(vote.outcome(vote.matter.gravity))
    if vote.result is not follows:
        said = Text("按合计应为“{is_}”。", "By the totals it is '{is_}'.").format(is_=follows.label)
        yield Problem("result.count", said, "result", citation=_ARTICLE)


LAYER = Layer(
    name="decisions",
    title=Text("业主表决", "Owner decisions"),
    description=Text("业主共同决定事项的表决总数。", "Totals of votes on matters owners decide."),
    geometry=None,
    attributes=Decision,
    owner="community",
    rules=(in_order("starts", "ends"), parts_within_the_whole, result_follows_the_count),
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
        "result": "open",
        "evidence": "表决结果公告 2026-4",
    },
)
