"""Ballots that come in many at a time, each room's once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert

from gis_service.store.tables import TABLES
from layers.ledgers import ballots, households
from layers.ledgers.ballots import Answer, BallotChannel

_BALLOTS, _HOUSEHOLDS = TABLES[ballots.LAYER.name], TABLES[households.LAYER.name]


@dataclass(frozen=True, slots=True)
class Paper:
    """One room's ballot, as it lies before the officer."""

    household: int
    answer: Answer
    cast_at: datetime
    scan: str | None = None
    reason: str = ""
    correction: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The ballot of a household that counts."""

    answer: Answer
    channel: BallotChannel
    correction: int
    scan: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    household: int
    building: int | None
    room: str


def rooms(db: Connection, community: int, names: Collection[str]) -> list[Room]:
    """The community's households in rooms of these names."""
    table = _HOUSEHOLDS.c
    found = select(table.id, table.building, table.room).where(
        table.community == community, table.room.in_(names)
    )
    return [Room(*row) for row in db.execute(found)]


def add(db: Connection, decision: int, papers: Sequence[Paper]) -> set[int]:
    """Adds ballots, but for households that have one; answers whose were added.

    In the order of households, so that two officers with the same rooms wait and never deadlock.
    """
    if not papers:
        return set()
    rows = [
        {
            "decision": decision,
            "household": paper.household,
            "answer": paper.answer.value,
            "channel": BallotChannel.PAPER.value,
            "cast_at": paper.cast_at,
            "scan": paper.scan,
            "correction": paper.correction,
            "withdrawn": paper.withdrawn,
            "reason": paper.reason,
        }
        for paper in sorted(papers, key=lambda paper: paper.household)
    ]
    added = insert(_BALLOTS).values(rows).on_conflict_do_nothing()
    return set(db.scalars(added.returning(_BALLOTS.c.household)))


def standing(db: Connection, decision: int, of: Collection[int]) -> Mapping[int, Standing]:
    """The last ballot of each of these households that has any."""
    table = _BALLOTS.c
    found = (
        select(
            table.household,
            table.answer,
            table.channel,
            table.correction,
            table.scan,
            table.withdrawn,
        )
        .where(table.decision == decision, table.household.in_(of))
        .order_by(table.household, table.correction)
    )
    return {
        row.household: Standing(
            Answer(row.answer),
            BallotChannel(row.channel),
            row.correction,
            row.scan,
            row.withdrawn,
        )
        for row in db.execute(found)
    }
