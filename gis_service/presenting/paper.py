"""A mere ranking as the sheets of planning are told: rows of which none is chosen."""

from decimal import Decimal

from gis_service.presenting.plan import Line, Plan
from gis_service.printing.choice import Choice, Row
from layers.core.text import Text
from layers.planning.criteria import CODES


def on_paper(plan: Plan) -> Choice:
    """`why_not` of a row is what it lacks for the annual plan, or None."""
    weights = plan.ranking.weights.tolist()
    return Choice(
        title=plan.title,
        year=plan.year,
        weights=dict(zip(CODES, weights, strict=True)),
        rows=[_row(line) for line in plan.lines],
        budget=None,
        cost=Decimal(0),
        data_date=plan.data_date,
    )


def _row(line: Line) -> Row:
    each = line.judged
    known = zip(CODES, line.utilities, strict=True)
    return Row(
        id=each.id,
        name=each.name,
        county=line.county,
        rank=line.rank,
        score=line.score,
        low=line.low,
        high=line.high,
        contributions=dict(zip(CODES, line.contributions.tolist(), strict=True)),
        unknown=[code for code, value in known if value != value],
        cost=line.cost,
        households=each.households,
        chosen=False,
        why_not=_lacks(line),
        place=each.place,
    )


def _lacks(line: Line) -> Text | None:
    items = line.judged.missing or ()
    if not items:
        return None
    first, more = items[0].message, len(items) - 1
    if not more:
        return first
    zh, en = first.zh.rstrip("。"), first.en.rstrip(".")
    return Text(f"{zh}等 {more + 1} 项", f"{en}, and {more} more")
