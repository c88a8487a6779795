"""Survey rounds: how many households were asked, by which channel and when.

An answer counts for a round by its channel and day; so a share of answers has a share of those who
gave one beside it. N(八).
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from layers.core.layer import About, Attributes, Layer, Ref, Visibility
from layers.core.measures import Line
from layers.core.rules import in_order
from layers.core.text import Text
from layers.ledgers.surveys import SurveyChannel


class SurveyRound(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    channel: Annotated[SurveyChannel, About("渠道", "Channel")]
    starts: Annotated[date, About("开始", "Starts")]
    ends: Annotated[date, About("截止", "Ends")]
    households_asked: Annotated[
        int, Field(ge=1, le=1_000_000), About("调查户数", "Households asked")
    ]
    conducted_by: Annotated[Line, About("组织单位", "Conducted by")] = ""


LAYER = Layer(
    name="survey_rounds",
    title=Text("满意度调查批次", "Survey rounds"),
    description=Text(
        "每次调查问了多少户;答卷率由此算出。",
        "How many households were asked; the response rate follows from it.",
    ),
    geometry=None,
    attributes=SurveyRound,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(in_order("starts", "ends"),),
    period=("starts", "ends"),
    example={
        "channel": "form",
        "starts": "2026-12-12",
        "ends": "2026-12-26",
        "households_asked": 204,
        "conducted_by": "敖阳街道办事处",
    },
)
