"""The columns of a plan's table, in every file alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from gis_service.presenting.plan import Line, Plan
from layers.core.text import Language, Text
from layers.planning.criteria import CRITERIA

Value = Callable[[Line, Language], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """`code` for machines, `title` for people. `type` is Python's, as `Outgoing` has it."""

    code: str
    title: Text
    type: type
    value: Value


def columns(plan: Plan) -> list[Column]:
    return [
        *_RANKED,
        *([_IN_TOP] if plan.ranking.stability else []),
        *_ELIGIBLE,
        *(_CHOSEN if plan.choice else []),
        *_SIZE,
    ]


def measures() -> Iterator[Column]:
    """Of each criterion what was measured, and then what it adds to the score."""
    for at, each in enumerate(CRITERIA):
        unit = each.unit.label
        title = Text(f"{each.title.zh}({unit.zh})", f"{each.title.en} ({unit.en})")
        yield Column(f"measured_{each.code}", title, float, _measure(at))
    for at, each in enumerate(CRITERIA):
        title = Text(f"{each.title.zh}得分", f"{each.title.en}, adds")
        yield Column(f"adds_{each.code}", title, float, _contribution(at))


def _measure(at: int) -> Value:
    return lambda line, _: known(line.judged.measures[at])


def _contribution(at: int) -> Value:
    return lambda line, _: round(float(line.contributions[at]), 6)


def known(value: float) -> float | None:
    """A number as a cell holds it; what is unknown is an empty cell, never a zero."""
    return None if np.isnan(value) else float(value)


def _missing(line: Line, language: Language) -> str:
    return " ".join(
        f"{item.message[language]}({item.article})" for item in line.judged.missing or ()
    )


_RANKED = (
    Column("rank", Text("名次", "Rank"), int, lambda line, _: line.rank),
    Column("name", Text("小区", "Community"), str, lambda line, _: line.judged.name),
    Column("county", Text("县区", "County"), str, lambda line, _: line.county),
    Column("score", Text("得分", "Score"), float, lambda line, _: round(line.score, 6)),
    Column("score_low", Text("得分下限", "Score from"), float, lambda line, _: round(line.low, 6)),
    Column("score_high", Text("得分上限", "Score to"), float, lambda line, _: round(line.high, 6)),
)
_IN_TOP = Column(
    "in_top",
    Text("抽样靠前的比例", "Among the first when drawn"),
    float,
    lambda line, _: line.in_top,
)
_ELIGIBLE = (
    Column("eligible", Text("可列入", "Eligible"), bool, lambda line, _: not line.judged.missing),
    Column("missing", Text("还缺", "Missing"), str, _missing),
)
_CHOSEN = (
    Column("chosen", Text("入选", "Chosen"), bool, lambda line, _: line.chosen),
    Column(
        "why_not",
        Text("未入选原因", "Why not"),
        str,
        lambda line, language: line.why_not[language] if line.why_not else "",
    ),
)
_SIZE = (
    Column("cost_cny", Text("造价(元)", "Cost (CNY)"), Decimal, lambda line, _: line.cost),
    Column("households", Text("户数", "Households"), int, lambda line, _: line.judged.households),
    Column("division", Text("区划代码", "Division"), str, lambda line, _: line.judged.division),
    Column("id", Text("编号", "Id"), str, lambda line, _: line.judged.id),
)
