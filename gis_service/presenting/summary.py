"""What a plan came to and how to read it, as rows of words and figures."""

from collections.abc import Iterator
from typing import Any

from gis_service.presenting.plan import Plan
from gis_service.printing.choice import Choice
from gis_service.printing.figures import percent
from gis_service.store.periods import LOCAL
from layers.core.text import Language, Text

_UNKNOWN = Text(
    "未知的指标留空,按中间值计,不当作零;得分下限和上限是它查明后可能的范围。",
    "An unknown measure is empty and counts as the middle of its scale, never as zero; the score "
    "lies between “from” and “to” once it is known.",
)
_CHANGE = Text(
    "在“权重”表改黄色格,得分与名次随之重算;入选小区不随之改变,须重新求解。",
    "Change the yellow cells of “Weights” and scores and ranks follow; the choice does not, it has "
    "to be solved for anew.",
)
_SCALES = Text(
    "各指标的标度与默认权重为平台默认值;四项优先条件见通知(四)。",
    "Scales and default weights are the platform's; the four preferences are the notice's, N(四).",
)


def summary(plan: Plan, language: Language) -> Iterator[tuple[Any, ...]]:
    yield (plan.title[language],)
    yield Text("计划年度", "Plan of")[language], plan.year
    yield Text("候选小区数", "Communities ranked")[language], len(plan.ranking.judged)
    if plan.data_date:
        moment = f"{plan.data_date.astimezone(LOCAL):%Y-%m-%d %H:%M}"
        yield Text("数据截至", "Data of")[language], moment
    if plan.choice:
        yield from _choice(plan.choice, language)
    for note in (_UNKNOWN, _CHANGE, _SCALES):
        yield (note[language],)


def _choice(choice: Choice, language: Language) -> Iterator[tuple[Any, ...]]:
    if choice.conflicts:
        yield (
            Text("无可行方案,矛盾条件", "No choice; these contradict")[language],
            *(each[language] for each in choice.conflicts),
        )
        return
    if choice.budget is not None:
        yield Text("预算(元)", "Budget (CNY)")[language], choice.budget
    yield Text("入选小区数", "Chosen")[language], sum(row.chosen for row in choice.rows)
    yield Text("造价合计(元)", "Cost in all (CNY)")[language], choice.cost
    yield (
        Text("与最优的差距不超过", "Below the optimum by at most")[language],
        percent(choice.gap, 2),
    )
    if choice.greedy_below is not None:
        better = percent(choice.greedy_below, 2)
        yield Text("比按名次依次选取高", "Better than down the list by")[language], better
    for constraint in choice.constraints:
        yield Text("条件", "Constraint")[language], constraint[language]
    for point in choice.curve:
        title = Text("预算 → 造价、小区数、目标值", "Budget → cost, communities, aim")[language]
        yield title, point.budget, point.cost, point.count, point.objective
