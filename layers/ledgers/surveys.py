"""Survey answers: satisfaction, one answer a row. Only their sum is public. N(八).

A remark gets an answer like a comment on publicity: adopted or not, and why.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Prose
from layers.core.rules import Feature, Problem
from layers.core.text import Term, Text
from layers.ledgers.comments import CommentOutcome, answered_in_full


class SurveyChannel(Term):
    FORM = "form", "满意度调查表", "Questionnaire form"
    VISIT = "visit", "随访", "Follow-up visit"
    TELEPHONE = "telephone", "电话调查", "Telephone"
    THIRD_PARTY = "third_party", "第三方评估", "Third party"


class SurveyAnswer(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    channel: Annotated[SurveyChannel, About("渠道", "Channel")]
    on: Annotated[date, About("日期", "Date")]
    satisfied: Annotated[bool, About("满意", "Satisfied")]
    household_code: Annotated[Line, Private, About("住户码", "Household code")] = ""
    remark: Annotated[Prose, Private, About("意见", "Remark")] = ""
    outcome: Annotated[CommentOutcome | None, About("意见处理结果", "What became of it")] = None
    answer: Annotated[Prose, Private, About("处理说明", "Answer")] = ""
    answered_on: Annotated[date | None, About("处理日期", "Answered on")] = None


def outcome_of_a_remark(feature: Feature) -> Iterator[Problem]:
    """Where nothing was remarked there is nothing to adopt."""
    given: SurveyAnswer = feature.attributes
    if given.outcome is not None and not given.remark:
        said = Text("没有意见,不填处理结果。", "Without a remark there is no outcome.")
        yield Problem("outcome.without_remark", said, "outcome", citation="N(八)")


LAYER = Layer(
    name="surveys",
    title=Text("满意度调查", "Satisfaction surveys"),
    description=Text("逐份答卷,不对外;只公布合计。", "Single answers; only sums are public."),
    geometry=None,
    attributes=SurveyAnswer,
    owner="community",
    public=False,
    born=Visibility.PUBLISHED,
    rules=(outcome_of_a_remark, answered_in_full("N(八)")),
    period=("on", None),
    example={
        "channel": "form",
        "on": "2026-12-20",
        "satisfied": True,
        "remark": "路灯太暗。",
        "outcome": "adopted",
        "answer": "已更换 12 盏路灯。",
        "answered_on": "2026-12-28",
    },
)
