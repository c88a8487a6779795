"""Survey answers: satisfaction, one answer a row. Only their sum is public. N(八)."""

from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Prose
from layers.core.text import Term, Text


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


LAYER = Layer(
    name="surveys",
    title=Text("满意度调查", "Satisfaction surveys"),
    description=Text("逐份答卷,不对外;只公布合计。", "Single answers; only sums are public."),
    geometry=None,
    attributes=SurveyAnswer,
    owner="community",
    public=False,
    born=Visibility.PUBLISHED,
    period=("on", None),
    example={"channel": "form", "on": "2026-12-20", "satisfied": True, "remark": "很好"},
)
