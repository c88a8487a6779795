"""What the sheets of planning share: rows with what their scores are made of, a map, weights."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import shapely

from gis_service.printing.canvas import Canvas, Paint
from gis_service.printing.choice import Border, Row
from gis_service.printing.figures import money, percent
from gis_service.store.periods import LOCAL
from layers.core.style import PALETTE
from layers.core.text import Language
from layers.planning.criteria import CRITERIA

_LARGEST = 3
"""Contributions that are named as the reason of a choice."""
_MAP_MM = (180.0, 112.0)
_AROUND_DEGREES = 0.02
_LARGEST_DOT_MM = 2.8
_NUMBERED = 60
_LIGHT = PALETTE["light"]
_JOINED = {"zh": "、", "en": ", "}
_COLOURS = (
    "#0f6e84", "#3f93a6", "#7bb6c2", "#b3d6dc",
    "#b85c1e", "#c9771a", "#dd9a4b", "#e8b97d", "#a07a52", "#7d6a8c",
)  # fmt: skip
"""The preferences in one hue, needs in others; in the order of the criteria."""


def criteria(weights: Mapping[str, float], language: Language) -> list[dict[str, Any]]:
    return [
        {
            "code": each.code,
            "title": each.title[language],
            "article": each.article,
            "source": each.source[language],
            "weight": weights.get(each.code, 0.0),
            "percent": percent(weights.get(each.code, 0.0)),
            "colour": colour,
        }
        for each, colour in zip(CRITERIA, _COLOURS, strict=True)
    ]


def row_told(row: Row, language: Language) -> dict[str, Any]:
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


def map_told(
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


def moment(at: datetime | None) -> str:
    return "—" if at is None else f"{at.astimezone(LOCAL):%Y-%m-%d %H:%M}"
