"""A plan as a map to hand on: one HTML file that opens with no network, on Leaflet alone."""

from collections.abc import Iterator
from enum import Enum

import folium

from gis_service.presenting.plan import Line, Plan
from layers.core.style import PALETTE
from layers.core.text import Text
from layers.planning.criteria import CRITERIA
from web_map import popups
from web_map.drawing import Feature, add_borders, add_communities, empty_map, fit, page_of
from web_map.legend import aside, row, undrawn
from web_map.wording import moment, said, ten_thousands

_COLOURS = PALETTE["light"]
_LARGEST = 3
"""Contributions that a popup names."""


class _Look(Enum):
    """What a community is in the plan, and how it looks: the colours of the planning desk."""

    CHOSEN = "#0f6e84", Text("入选", "Chosen")
    FIRST = "#0f6e84", Text("排名靠前", "Ranked first")
    ELIGIBLE = "#dd861d", Text("可列入", "Eligible")
    OTHER = "#b8b4aa", Text("暂不能列入", "Not eligible yet")

    @classmethod
    def of(cls, line: Line, first: int) -> "_Look":
        if line.chosen:
            return cls.CHOSEN
        if line.chosen is None and line.rank <= first:
            return cls.FIRST
        return cls.OTHER if line.judged.missing else cls.ELIGIBLE


def page(plan: Plan) -> str:
    """The file's text. Everything from the data is escaped: names are written by many hands."""
    stability = plan.ranking.stability
    first = stability.acceptability.top if stability else 0
    groups: dict[_Look, list[Feature]] = {look: [] for look in reversed(_Look)}
    counts = dict.fromkeys(_Look, 0)
    for line in plan.lines:
        look = _Look.of(line, first)
        counts[look] += 1
        groups[look].append((line.shape, _popup(line)))
    map_ = empty_map()
    add_borders(map_, (border.shape for border in plan.ground.borders))
    styled = [(_style(look), features) for look, features in groups.items() if features]
    add_communities(map_, Text("小区", "Communities"), styled, near=False)
    folium.LayerControl(collapsed=False).add_to(map_)
    fit(map_, (line.shape for line in plan.lines))
    rows = [row(look.value[0], look.value[1], counts[look]) for look in _Look if counts[look]]
    return page_of(map_, plan.title, aside(plan.title, rows, _notes(plan)))


def _style(look: _Look) -> dict[str, object]:
    return {
        "color": _COLOURS["paper"],
        "weight": 1,
        "fillColor": look.value[0],
        "fillOpacity": 0.85,
        "radius": 7 if look in (_Look.CHOSEN, _Look.FIRST) else 5,
    }


def _popup(line: Line) -> popups.Told:
    score = f"{line.score:.3f}"
    if line.high > line.low:
        score += f" ({line.low:.3f}-{line.high:.3f})"
    rows: list[tuple[Text, object]] = [
        (Text("名次", "Rank"), line.rank),
        (Text("得分", "Score"), score),
        (Text("主要来自", "Mostly from"), _largest(line)),
        (Text("造价", "Cost"), None if line.cost is None else ten_thousands(line.cost)),
        (Text("户数", "Households"), line.judged.households),
        (Text("未入选", "Not chosen"), said(line.why_not) if line.why_not else None),
        *((Text("还缺", "Missing"), said(item.message)) for item in line.judged.missing or ()),
    ]
    return popups.told(line.judged.name, rows)


def _largest(line: Line) -> str:
    parts = sorted(zip(line.contributions.tolist(), CRITERIA, strict=True), key=lambda at: -at[0])
    return ", ".join(f"{said(each.title)} {value:.2f}" for value, each in parts[:_LARGEST] if value)


def _notes(plan: Plan) -> Iterator[str]:
    if plan.choice:
        yield f"造价合计 Cost in all: {ten_thousands(plan.choice.cost)}"
        if plan.choice.budget is not None:
            yield f"预算 Budget: {ten_thousands(plan.choice.budget)}"
    yield from undrawn(sum(line.shape is None for line in plan.lines))
    yield from plan.ground.notes
    if plan.data_date:
        yield f"数据截至 Data as of {moment(plan.data_date)}"
