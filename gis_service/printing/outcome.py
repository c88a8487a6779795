"""What planning computed, as a choice to be told: who was chosen and why, and why others not."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from gis_service.printing.choice import Choice, Point, Row
from gis_service.printing.figures import money
from gis_service.selecting import Answer, Selection
from layers.core.text import Text
from layers.planning.candidates import Objective, yuan
from layers.planning.constraints import Constraints
from layers.planning.criteria import CODES
from layers.planning.naming import called
from layers.planning.selection import Status, Task

_TITLE = Text("{year} 年老旧小区改造计划方案", "Plan of renovations {year}")
_NO_MONEY = Text("造价超过预算结余", "It costs more than what is left of the budget")
_NO_PLACE = Text("小区数已达上限", "The largest number of communities is reached")
_NO_WORTH = Text(
    "其他条件下有总得分更高的组合", "Others are worth more together under the constraints"
)
_LOCKED_OUT = Text("按条件排除", "Locked out")
_BY_HOUSEHOLDS = Text("得分按户数加权。", "Scores count by households.")
_NEIGHBOURS = Text(
    "相距 {metres:,.0f} 米以内的小区同时入选,另计 {bonus:g} 分。",
    "Two communities within {metres:,.0f} m of each other earn {bonus:g} together.",
)


def told(
    answer: Answer,
    task: Task,
    *,
    year: int,
    counties: Mapping[str, str],
    title: Text | None = None,
    author: str = "",
    data_date: datetime | None = None,
) -> Choice:
    """`task` is what the answer is an answer to: `question.task(answer.candidates)`.

    `counties` are names by code (`borders.names`); one without is told by its code.
    """
    found = answer.selection
    budget = task.constraints.budget
    greedy = found.choice.greedy_worth
    return Choice(
        title=title or _TITLE.format(year=year),
        year=year,
        weights=dict(zip(CODES, answer.ranking.weights.tolist(), strict=True)),
        rows=_rows(answer, task, counties),
        budget=None if budget is None else yuan(budget),
        cost=yuan(found.cost),
        constraints=[*_constraints(task)],
        conflicts=[called(name) for name in found.conflicts],
        optimal=found.choice.status is Status.OPTIMAL,
        gap=found.choice.gap,
        greedy_below=found.choice.worth / greedy - 1 if greedy else None,
        curve=[
            Point(yuan(step.budget), yuan(step.cost), step.choice.worth, len(step.chosen))
            for step in found.curve
        ],
        data_date=data_date,
        author=author,
    )


def _rows(answer: Answer, task: Task, counties: Mapping[str, str]) -> list[Row]:
    chosen = set(answer.selection.chosen)
    others = _Others(answer.selection, task)
    costs = {each.id: each.cost for each in task.candidates}
    reasons = {each.id: each.reason for each in answer.out}
    reasons |= dict.fromkeys(task.constraints.lock_out, _LOCKED_OUT)
    scores, ranks = answer.ranking.scores, answer.ranking.scores.rank
    rows = []
    for at in answer.ranking.order:
        one = answer.ranking.judged[at]
        cost = costs.get(one.id, one.cost)
        rows.append(
            Row(
                id=one.id,
                name=one.name,
                county=counties.get(one.county, one.county),
                rank=int(ranks[at]),
                score=float(scores.score[at]),
                low=float(scores.low[at]),
                high=float(scores.high[at]),
                contributions=dict(zip(CODES, scores.contributions[at].tolist(), strict=True)),
                unknown=[code for code, is_ in zip(CODES, scores.unknown[at], strict=True) if is_],
                cost=None if cost is None else yuan(cost),
                households=one.households,
                chosen=one.id in chosen,
                why_not=None if one.id in chosen else reasons.get(one.id) or others.why_not(cost),
                place=one.place,
            )
        )
    return rows


class _Others:
    """Why a candidate that nothing forbids was not chosen."""

    def __init__(self, found: Selection, task: Task) -> None:
        asked = task.constraints
        self._left = None if asked.budget is None else asked.budget - found.cost
        self._full = asked.max_count is not None and len(found.chosen) >= asked.max_count

    def why_not(self, cost: int | None) -> Text:
        if self._full:
            return _NO_PLACE
        if self._left is not None and (cost or 0) > self._left:
            return _NO_MONEY
        return _NO_WORTH


def _constraints(task: Task) -> Iterator[Text]:
    """What the choice had to hold to, as sentences."""
    asked = task.constraints
    yield from _amounts(asked)
    if asked.max_count is not None:
        yield Text("最多 {n} 个小区。", "At most {n} communities.").format(n=asked.max_count)
    if asked.min_count is not None:
        yield Text("至少 {n} 个小区。", "At least {n} communities.").format(n=asked.min_count)
    for county, count in asked.county_min.items():
        said = Text("县区 {of} 至少 {n} 个。", "County {of}: at least {n}.")
        yield said.format(of=county, n=count)
    for county, count in asked.county_max.items():
        yield Text("县区 {of} 最多 {n} 个。", "County {of}: at most {n}.").format(
            of=county, n=count
        )
    for said, ids in (
        (Text("必选:{n} 个小区。", "Locked in: {n} communities."), asked.lock_in),
        (Text("排除:{n} 个小区。", "Locked out: {n} communities."), asked.lock_out),
        (Text("片区:{n} 个,同选或同不选。", "Bundles, all or none: {n}."), asked.bundles),
    ):
        if ids:
            yield said.format(n=len(ids))
    if task.objective is Objective.SCORE_HOUSEHOLDS:
        yield _BY_HOUSEHOLDS
    if task.neighbour_bonus:
        yield _NEIGHBOURS.format(metres=task.neighbour_distance_m, bonus=task.neighbour_bonus)


def _amounts(asked: Constraints) -> Iterator[Text]:
    budgets = [
        (Text("总预算", "Budget"), asked.budget),
        *(
            (Text(f"{year} 年预算", f"Budget of {year}"), at)
            for year, at in asked.budget_by_year.items()
        ),
        *((source.label, at) for source, at in asked.budget_by_source.items()),
        *(
            (Text(f"县区 {of} 预算", f"Budget of county {of}"), at)
            for of, at in asked.county_budget.items()
        ),
    ]
    for title, fen in budgets:
        if fen is not None:
            amount = Text(money(yuan(fen), "zh"), money(yuan(fen), "en"))
            yield Text("{title}:{amount}。", "{title}: {amount}.").format(
                title=title, amount=amount
            )
