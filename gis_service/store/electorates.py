"""Who may vote: the rooms of a community, with the ballots they cast, and their heads and area."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from gis_service.store.columns import SCHEMA
from layers.ledgers.ballots import Answer, BallotChannel
from layers.voting import Share


@dataclass(frozen=True, slots=True)
class Voter:
    """A household by its room. `answer` and `channel` are None until it has voted; `building` is
    None, and `number` empty, where no building is known."""

    household: int
    building: int | None
    number: str
    room: str
    answer: Answer | None
    channel: BallotChannel | None
    scan: str | None


def voters(db: Connection, decision: int) -> list[Voter]:
    found = text(
        f"""
        SELECT v.household, v.building, coalesce(b.number, '') AS number, h.room,
               v.answer, v.channel, s.scan
        FROM {SCHEMA}.votes_of(:id) v
        JOIN {SCHEMA}.households h ON h.id = v.household
        LEFT JOIN {SCHEMA}.buildings b ON b.id = v.building
        LEFT JOIN LATERAL (
            SELECT scan FROM {SCHEMA}.ballots
            WHERE decision = :id AND household = v.household ORDER BY correction DESC LIMIT 1
        ) s ON v.answer IS NOT NULL
        ORDER BY b.number, h.room, h.id"""
    )
    return [
        Voter(
            row.household,
            row.building,
            row.number,
            row.room,
            row.answer and Answer(row.answer),
            row.answer and BallotChannel(row.channel),
            row.scan,
        )
        for row in db.execute(found, {"id": decision})
    ]


def whole(db: Connection, community: int) -> Share:
    """Rooms under one owner key are one head, as in counting."""
    row = db.execute(
        text(
            f"""
            SELECT count(*) FILTER (WHERE owner_key = '')
                   + count(DISTINCT nullif(owner_key, '')) AS heads,
                   coalesce(sum(area_m2), 0) AS area
            FROM {SCHEMA}.households WHERE community = :id"""
        ),
        {"id": community},
    ).one()
    return Share(row.heads, row.area)
