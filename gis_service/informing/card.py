"""A community's card: everything the public may know of it, from one moment."""

from collections.abc import Mapping
from datetime import datetime
from math import ceil
from typing import Any

from sqlalchemy import Connection

from gis_service.errors import NotFound
from gis_service.informing.closures import closures_of
from gis_service.informing.consensus import PublicityItem, VoteItem
from gis_service.informing.lapses import lapses_of
from gis_service.informing.listing import row_of
from gis_service.informing.models import (
    Building,
    Card,
    FacilityItem,
    Reception,
    Satisfaction,
    SourceMoney,
    StageStep,
    WorkItem,
)
from gis_service.informing.overview import box
from gis_service.informing.voices import DesignVisitItem, PracticeItem, WishItem
from gis_service.store import cards, community_list
from layers.core.text import Text
from layers.ledgers.works import WorkCategory, group_of
from layers.statistics import wilson

_WALK_M_PER_MINUTE = 60
"""An elderly person's pace; with ways that are not straight, 75 m of path a minute."""

_PREFERENCES = ("willingness", "participation", "self_demolition", "willingness_to_pay")


def card(db: Connection, community: int, now: datetime) -> Card:
    """The card of one community. Raises NotFound for one that is not there or not public."""
    row = community_list.row(db, community, now)
    if row is None:
        raise NotFound(Text("没有这个小区。", "There is no such community."))
    parts = {name: cards.part(db, name, community, now) for name in cards.PARTS}
    ends = [item["ends"] for item in parts["works"] if item["ends"]]
    return Card(
        community=row_of(row, lapses_of(db, [row], now)),
        address=row["address"],
        built_year=row["built_year"],
        area_m2=row["area_m2"],
        works_end=max(ends, default=None),
        stage_reason=parts["timeline"][-1]["reason"] if parts["timeline"] else None,
        closures=closures_of(db, community, now),
        timeline=[StageStep(**item) for item in parts["timeline"]],
        money=[SourceMoney(**item) for item in parts["money"]],
        works=[WorkItem(**item, group=_group(item)) for item in parts["works"]],
        facilities=[FacilityItem(**_placed(item)) for item in parts["facilities"]],
        publicity=[PublicityItem(**item) for item in parts["publicity"]],
        votes=[VoteItem(**item) for item in parts["votes"]],
        wishes=[WishItem(**item) for item in sorted(parts["wishes"], key=_wanted, reverse=True)],
        design_visits=[DesignVisitItem(**item) for item in parts["design_visits"]],
        practices=[PracticeItem(**item) for item in parts["practices"]],
        receptions=[_reception(item) for item in parts["receptions"]],
        satisfaction=_satisfaction(row),
        buildings=[Building(**item, bbox=box(item)) for item in parts["buildings"]],
        preferences={name: row[name] for name in _PREFERENCES},
        made=row["made"],
        as_of=cards.changed_at(db, community),
    )


def _group(work: Mapping[Any, Any]) -> str:
    return group_of(WorkCategory(work["category"])).value


def _wanted(wish: Mapping[Any, Any]) -> float:
    return float(wish["households_wanting"] / wish["households_asked"])


def _placed(item: Mapping[Any, Any]) -> dict[str, Any]:
    return {**item, "position": (item["x"], item["y"])}


def _reception(item: Mapping[Any, Any]) -> Reception:
    metres = item["distance_m"]
    minutes = None if metres is None else max(1, ceil(metres / _WALK_M_PER_MINUTE))
    return Reception(**_placed(item), walk_minutes=minutes)


def _satisfaction(row: Mapping[Any, Any]) -> Satisfaction:
    share, answers = row["satisfied_share"], row["survey_answers"]
    low, high = (None, None) if share is None else wilson(share, answers)
    return Satisfaction(
        answers=answers,
        households=row["households"],
        asked=row["survey_asked"],
        response=row["response_share"],
        share=share,
        low=low,
        high=high,
        remarks=row["survey_remarks"] or 0,
        remarks_adopted=row["remarks_adopted"] or 0,
        remarks_not_adopted=row["remarks_not_adopted"] or 0,
    )
