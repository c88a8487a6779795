"""Funding: money by source and year. N(三)."""

from itertools import pairwise
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Ref, Visibility
from layers.core.measures import Prose, Year, Yuan
from layers.core.rules import Feature, Problem
from layers.core.text import Term, Text


class Source(Term):
    CENTRAL_GRANT = "central_grant", "中央补助", "Central grant"
    PROVINCIAL_GRANT = "provincial_grant", "省级补助", "Provincial grant"
    LOCAL_BUDGET = "local_budget", "市县财政", "City and county budget"
    SPECIAL_BOND = "special_bond", "专项债券", "Special bond"
    POLICY_LOAN = "policy_loan", "政策性贷款", "Development or policy loan"
    RENEWAL_FUND = "renewal_fund", "城市更新基金", "Urban-renewal fund"
    PRIVATE_CAPITAL = "private_capital", "社会资本", "Private capital"
    RESIDENTS_DIRECT = "residents_direct", "居民直接出资", "Residents, direct payment"
    RESIDENTS_FUND_USE = "residents_fund_use", "使用维修资金", "Residents, maintenance fund used"
    RESIDENTS_FUND_TOP_UP = (
        "residents_fund_top_up",
        "补建续筹维修资金",
        "Residents, maintenance fund topped up",
    )
    RESIDENTS_COMMON_INCOME = (
        "residents_common_income",
        "让渡公共收益",
        "Residents, common income ceded",
    )
    UTILITIES = "utilities", "管线单位", "Utilities"
    OTHER = "other", "其他", "Other"


class Funding(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    year: Annotated[Year, About("年度", "Year")]
    source: Annotated[Source, About("来源", "Source")]
    planned_cny: Annotated[Yuan, About("计划", "Planned", "CNY")]
    committed_cny: Annotated[Yuan, About("落实", "Committed", "CNY")]
    received_cny: Annotated[Yuan, About("到位", "Received", "CNY")]
    spent_cny: Annotated[Yuan, About("支出", "Spent", "CNY")]
    reason: Annotated[Prose, About("超出说明", "Reason when over")] = ""


def over_needs_a_reason(feature: Feature) -> list[Problem]:
    """Money committed over plan, received over commitment or spent over receipt is explained."""
    row: Funding = feature.attributes
    steps = ("planned_cny", "committed_cny", "received_cny", "spent_cny")
    titles = Funding.titles()
    return [
        Problem(
            f"{later}.over",
            Text("{later}大于{earlier},须说明原因。", "{later} is over {earlier}: say why.").format(
                later=titles[later], earlier=titles[earlier]
            ),
            "reason",
            citation="N(三)",
        )
        for earlier, later in pairwise(steps)
        if getattr(row, later) > getattr(row, earlier) and not row.reason
    ]


LAYER = Layer(
    name="funding",
    title=Text("资金", "Funding"),
    description=Text(
        "各年度各来源的计划、落实、到位与支出。",
        "Money planned, committed, received and spent, by source and year.",
    ),
    geometry=None,
    attributes=Funding,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(over_needs_a_reason,),
    example={
        "year": 2026,
        "source": "central_grant",
        "planned_cny": "3200000.00",
        "committed_cny": "3200000.00",
        "received_cny": "2400000.00",
        "spent_cny": "1800000.00",
    },
)
