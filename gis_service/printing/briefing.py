"""A briefing on a choice of communities within the money: what a mayor reads before deciding.

What planning computed becomes a `Choice`, and that a PDF:

    counties = borders.names(db, {each.county for each in answer.ranking.judged})
    choice = outcome.told(answer, question.task(answer.candidates), year=2027, counties=counties)
    pdf = briefing(press, choice, borders.around(db, choice), "zh", now)
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import shapely

from gis_service.printing.canvas import Canvas, Paint
from gis_service.printing.choice import Border, Choice, Row
from gis_service.printing.figures import money, percent
from gis_service.printing.press import Press
from gis_service.store.periods import LOCAL
from layers.core.style import PALETTE
from layers.core.text import Language, Text
from layers.planning.criteria import CRITERIA

MOST_CHOSEN, MOST_LEFT = 120, 40
"""Rows that are listed; what is beyond is counted. More than that nobody reads on paper."""
_LARGEST = 3
"""Contributions that are named as the reason of a choice."""
_MAP_MM = (180.0, 112.0)
_AROUND_DEGREES = 0.02
_LARGEST_DOT_MM = 3.4
_NUMBERED = 60
_MOST_POINTS = 12
_LIGHT = PALETTE["light"]
_JOINED = {"zh": "、", "en": ", "}
_COLOURS = (
    "#0f6e84", "#3f93a6", "#7bb6c2", "#b3d6dc",
    "#b85c1e", "#c9771a", "#dd9a4b", "#e8b97d", "#a07a52", "#7d6a8c",
)  # fmt: skip
"""The preferences in one hue, needs in others; in the order of the criteria."""


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
    listed = [_row(row, language) | {"number": at + 1} for at, row in enumerate(chosen)]
    left = None if choice.budget is None else choice.budget - choice.cost
    households = sum(row.households or 0 for row in chosen)
    return {
        "language": language,
        "title": choice.title[language],
        "author": choice.author,
        "printed": now.astimezone(LOCAL).date().isoformat(),
        "data_date": _moment(choice.data_date),
        "headline": _headline(choice, len(chosen), households)[language],
        "proof": _proof(choice)[language],
        "count": len(chosen),
        "households": f"{households:,}",
        "cost": money(choice.cost, language),
        "left": "—" if left is None else money(left, language),
        "conflicts": [each[language] for each in choice.conflicts],
        "constraints": [each[language] for each in choice.constraints],
        "map": _map(chosen, others, borders),
        "map_source": " · ".join(filter(None, (choice.map_approval, choice.data_source))),
        "chosen": listed[:MOST_CHOSEN],
        "chosen_beyond": max(len(chosen) - MOST_CHOSEN, 0),
        "not_chosen": [_row(row, language) for row in others[:MOST_LEFT]],
        "not_chosen_beyond": max(len(others) - MOST_LEFT, 0),
        "criteria": [
            {
                "code": each.code,
                "title": each.title[language],
                "article": each.article,
                "source": each.source[language],
                "weight": choice.weights.get(each.code, 0.0),
                "percent": percent(choice.weights.get(each.code, 0.0)),
                "colour": colour,
            }
            for each, colour in zip(CRITERIA, _COLOURS, strict=True)
        ],
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


def _row(row: Row, language: Language) -> dict[str, Any]:
    titles = {each.code: each.title[language] for each in CRITERIA}
    largest = sorted(row.contributions.items(), key=lambda each: -each[1])[:_LARGEST]
    return {
        "name": row.name,
        "county": row.county,
        "rank": row.rank,
        "score": f"{row.score:.3f}",
        "range": f"{row.low:.2f}–{row.high:.2f}" if row.unknown else None,
        "households": "—" if row.households is None else f"{row.households:,}",
        "cost": "—" if row.cost is None else money(row.cost, language),
        "contributions": [
            {"code": each.code, "value": row.contributions.get(each.code, 0.0)} for each in CRITERIA
        ],
        "reasons": _JOINED[language].join(
            f"{titles[code]} {value:.2f}" for code, value in largest if value
        ),
        "why_not": row.why_not[language] if row.why_not else "",
    }


def _map(
    chosen: Sequence[Row], others: Sequence[Row], borders: Sequence[Border]
) -> dict[str, Any] | None:
    """Circles by cost: at the scale of a city a community's boundary is a speck."""
    places = [row.place for row in (*chosen, *others) if row.place]
    if not places:
        return None
    ground = shapely.buffer(shapely.MultiPoint(places).envelope, _AROUND_DEGREES)
    canvas = Canvas(*_MAP_MM, ground)
    for border in borders:
        canvas.shape(border.shape, Paint(_LIGHT["land"], _LIGHT["division-border"], 0.25))
        canvas.label(border.shape, border.name, "county")
    for row in others:
        if row.place:
            canvas.dot(shapely.Point(row.place), 0.8, Paint(_LIGHT["no-data"], "#ffffff", 0.15))
    dearest = max((row.cost or 0 for row in chosen), default=0) or 1
    for number, row in enumerate(chosen, 1):
        if row.place:
            point = shapely.Point(row.place)
            radius = max(_LARGEST_DOT_MM * float((row.cost or 0) / dearest) ** 0.5, 1.2)
            canvas.dot(point, round(radius, 2), Paint(_LIGHT["accent"], "#ffffff", 0.3, 0.75))
            if number <= _NUMBERED:
                canvas.label(point, str(number), "number")
    return canvas.drawn()


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


def _moment(at: datetime | None) -> str:
    return "—" if at is None else f"{at.astimezone(LOCAL):%Y-%m-%d %H:%M}"
