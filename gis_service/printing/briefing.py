"""A briefing on a choice of communities within the money: what a mayor reads before deciding.

What planning computed becomes a `Choice`, and that a PDF:

    counties = borders.names(db, {each.county for each in answer.ranking.judged})
    choice = outcome.told(answer, question.task(answer.candidates), year=2027, counties=counties)
    ground = borders.around(db, [row.place for row in choice.rows if row.place])
    pdf = briefing(press, choice, ground, "zh", now)
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from gis_service.printing.choice import Border, Choice
from gis_service.printing.figures import money, percent
from gis_service.printing.planned import criteria, map_told, moment, row_told
from gis_service.printing.press import Press
from gis_service.store.periods import LOCAL
from layers.core.text import Language, Text

MOST_CHOSEN, MOST_LEFT = 60, 20
"""Rows that are listed; what is beyond is counted. More than that nobody reads on paper."""
_MOST_POINTS = 12


def briefing(
    press: Press, choice: Choice, borders: Sequence[Border], language: Language, now: datetime
) -> bytes:
    """The PDF, A4. Raises BadParameter or Unavailable."""
    return press.printed("briefing", _content(choice, borders, language, now))


def _content(
    choice: Choice, borders: Sequence[Border], language: Language, now: datetime
) -> dict[str, Any]:
    chosen = [row for row in choice.rows if row.chosen]
    others = [row for row in choice.rows if not row.chosen]
    listed = [row_told(row, language) | {"number": at + 1} for at, row in enumerate(chosen)]
    left = None if choice.budget is None else choice.budget - choice.cost
    households = sum(row.households or 0 for row in chosen)
    return {
        "language": language,
        "title": choice.title[language],
        "author": choice.author,
        "printed": now.astimezone(LOCAL).date().isoformat(),
        "data_date": moment(choice.data_date),
        "headline": _headline(choice, len(chosen), households)[language],
        "proof": _proof(choice)[language],
        "count": len(chosen),
        "households": f"{households:,}",
        "cost": money(choice.cost, language),
        "left": "—" if left is None else money(left, language),
        "conflicts": [each[language] for each in choice.conflicts],
        "constraints": [each[language] for each in choice.constraints],
        "map": map_told(chosen, others, borders),
        "map_source": " · ".join(filter(None, (choice.map_approval, choice.data_source))),
        "chosen": listed[:MOST_CHOSEN],
        "chosen_beyond": max(len(chosen) - MOST_CHOSEN, 0),
        "not_chosen": [row_told(row, language) for row in others[:MOST_LEFT]],
        "not_chosen_beyond": max(len(others) - MOST_LEFT, 0),
        "criteria": criteria(choice.weights, language),
        "curve": _curve(choice, language),
    }


def _headline(choice: Choice, count: int, households: int) -> Text:
    ranked = len(choice.rows)
    if choice.budget is None:
        return Text(
            f"{choice.year} 年度:从 {ranked:,} 个小区中选出 {count:,} 个,"
            f"造价 {money(choice.cost, 'zh')},惠及 {households:,} 户。",
            f"{choice.year}: {count:,} of {ranked:,} communities, {money(choice.cost, 'en')}, "
            f"{households:,} households.",
        )
    return Text(
        f"{choice.year} 年度:在 {money(choice.budget, 'zh')}预算内,从 {ranked:,} 个小区中选出 "
        f"{count:,} 个,造价 {money(choice.cost, 'zh')},惠及 {households:,} 户。",
        f"{choice.year}: within {money(choice.budget, 'en')}, {count:,} of {ranked:,} communities, "
        f"{money(choice.cost, 'en')}, {households:,} households.",
    )


def _proof(choice: Choice) -> Text:
    if not choice.optimal:
        said = Text(
            f"已到时限:更好的方案最多好 {percent(choice.gap, 2)}。",
            f"Out of time: no choice is better by more than {percent(choice.gap, 2)}.",
        )
    elif choice.gap:
        said = Text(
            f"已证明:没有方案比它好 {percent(choice.gap, 2)} 以上。",
            f"Proven: no choice is better by more than {percent(choice.gap, 2)}.",
        )
    else:
        said = Text(
            "已证明为最优:没有总得分更高的方案。", "Proven optimal: no choice is worth more."
        )
    if not choice.greedy_below:
        return said
    better = percent(choice.greedy_below, 1)
    return Text(
        f"{said.zh}比按得分逐个选取高 {better}。",
        f"{said.en} Better by {better} than taking the best one after the other.",
    )


def _curve(choice: Choice, language: Language) -> list[dict[str, Any]] | None:
    points = choice.curve[:_MOST_POINTS]
    if len(points) < 2:
        return None
    highest = max(point.objective for point in points) or 1.0
    step = 1 / len(points)
    return [
        {
            "x": at * step + step * 0.15,
            "width": step * 0.7,
            "height": point.objective / highest,
            "count": f"{point.count:,}",
            "budget": money(point.budget, language),
            "this": point.budget == choice.budget,
        }
        for at, point in enumerate(points)
    ]
