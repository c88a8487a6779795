"""News of what somebody follows, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gis_service.store import news as stored
from gis_service.store.closures import LOCAL
from gis_service.store.news import Followed
from layers.core.text import Term, Text
from layers.ledgers.decisions import DecisionResult
from layers.stages import Stage
from layers.warning_perimeters import PerimeterStatus

MOST = 60
_WORDS: dict[str, type[Term]] = {
    "stage": Stage,
    "decision": DecisionResult,
    "closure": PerimeterStatus,
}
_TITLES: dict[str, Text] = {
    "stage": Text("{name}:进入“{what}”阶段", "{name}: now at “{what}”"),
    "publicity": Text("{name}:公示《{what}》", "{name}: publicised, {what}"),
    "decision": Text("{name}:业主表决{what}", "{name}: owners' vote, {what}"),
    "closure": Text("{name}:警戒区{what}", "{name}: closed ground, {what}"),
}
_FULL: dict[str, Text] = {
    "stage": Text("{at}。{words}", "{at}. {words}"),
    "publicity": Text(
        "公示期 {at} 至 {until},张贴于{words}。可在小区卡片上看内容、提意见。",
        "From {at} to {until}, posted at {words}. Read it and comment on the community's card.",
    ),
    "decision": Text("{words},截止 {at}。", "{words}; ended on {at}."),
    "closure": Text("{words}。{at} 至 {until}。", "{words}. From {at} until {until}."),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of news. `key` is the same whenever it is told again."""

    key: str
    community: int
    title: Text
    text: Text
    updated: datetime


def news(db: Connection, followed: Followed) -> list[Piece]:
    """The newest pieces first."""
    return [_piece(row) for row in stored.news(db, followed, MOST)]


def _piece(row: Mapping[Any, Any]) -> Piece:
    kind, what = row["kind"], row["what"]
    told = {
        "name": row["name"],
        "what": _WORDS[kind](what).label if kind in _WORDS else what,
        "at": _day(row["at"], kind),
        "until": _day(row["until"], kind),
        "words": row["words"] or "",
    }
    return Piece(
        key=f"{kind}/{row['id']}",
        community=row["community"],
        title=_TITLES[kind].format(**told),
        text=_FULL[kind].format(**told),
        updated=row["updated_at"],
    )


def _day(moment: datetime, kind: str) -> str:
    """A closure begins at an hour, everything else on a day, in China."""
    local = moment.astimezone(LOCAL)
    return f"{local:%Y-%m-%d %H:%M}" if kind == "closure" else f"{local:%Y-%m-%d}"
