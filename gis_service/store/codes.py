"""One-time codes: issued to households, and used by whoever holds the printed notice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, text
from sqlalchemy.dialects.postgresql import insert

from gis_service.store.code_table import CODES
from gis_service.store.columns import SCHEMA
from gis_service.store.schema.views import OPEN
from gis_service.store.tables import TABLES
from layers import buildings
from layers.ledgers import households

_HOUSEHOLDS, _BUILDINGS = TABLES[households.LAYER.name], TABLES[buildings.LAYER.name]


@dataclass(frozen=True, slots=True)
class Door:
    """A household to print a notice for."""

    household: int
    building: str
    room: str


@dataclass(frozen=True, slots=True)
class About:
    """What a code is for: a decision, or else the survey of a community."""

    decision: int | None
    title: str | None
    community: int
    place: str
    starts: date | None
    ends: date
    used: bool


def doors(db: Connection, community: int) -> list[Door]:
    """Every household of the community, building by building."""
    home, building = _HOUSEHOLDS.c, _BUILDINGS.c
    found = (
        select(home.id, building.number, home.room)
        .select_from(_HOUSEHOLDS.outerjoin(_BUILDINGS, building.id == home.building))
        .where(home.community == community)
        .order_by(building.number, home.room, home.id)
    )
    return [Door(id_, number or "", room) for id_, number, room in db.execute(found)]


def voted(db: Connection, decision: int) -> set[int]:
    """The households that have cast a ballot."""
    found = text(f"SELECT household FROM {SCHEMA}.votes_of(:id) WHERE answer IS NOT NULL")
    return set(db.scalars(found, {"id": decision}))


def answered(db: Connection, community: int, today: date) -> set[int]:
    """The households whose code for the running survey was used."""
    codes = CODES.c
    running = (codes.community == community) & (codes.ends >= today) & codes.used
    return set(db.scalars(select(codes.household).where(running)))


def issue_for_vote(db: Connection, decision: int, hashes: Sequence[tuple[int, bytes]]) -> None:
    """Gives each household a code; one that it had before is no longer good."""
    rows = [{"decision": decision, "household": home, "hash": hash_} for home, hash_ in hashes]
    _issue(db, rows, "decision")


def issue_for_survey(
    db: Connection, community: int, ends: date, hashes: Sequence[tuple[int, bytes]]
) -> None:
    """As for a vote, until the last day of the survey."""
    rows = [
        {"community": community, "ends": ends, "household": home, "hash": hash_}
        for home, hash_ in hashes
    ]
    _issue(db, rows, "community")


def _issue(db: Connection, rows: Sequence[dict[str, object]], purpose: str) -> None:
    if not rows:
        return
    fresh = insert(CODES).values(rows)
    renewed = {name: fresh.excluded[name] for name in ("hash", "ends", "issued_at", "used")}
    conflict = [CODES.c[purpose], CODES.c.household]
    db.execute(fresh.on_conflict_do_update(index_elements=conflict, set_=renewed))


def about(db: Connection, hash_: bytes) -> About | None:
    row = db.execute(text(f"SELECT * FROM {OPEN}.about_code(:hash)"), {"hash": hash_}).one_or_none()
    return None if row is None else About(*row)


def cast(db: Connection, hash_: bytes, answer: str) -> str:
    """What became of it: taken, unknown, used, given, early or over."""
    return _told(db, "cast_ballot(:hash, :answer)", hash=hash_, answer=answer)


def answer_survey(db: Connection, hash_: bytes, satisfied: bool, remark: str) -> str:
    """What became of it: taken, unknown, used or over."""
    call = "answer_survey(:hash, :satisfied, :remark)"
    return _told(db, call, hash=hash_, satisfied=satisfied, remark=remark)


def comment(db: Connection, posting: int, said: str, name: str, contact: str) -> str:
    """What became of it: taken, unknown, early or over."""
    call = "make_comment(CAST(:posting AS bigint), :said, :name, :contact)"
    return _told(db, call, posting=posting, said=said, name=name, contact=contact)


def _told(db: Connection, call: str, **values: object) -> str:
    return str(db.scalar(text(f"SELECT {OPEN}.{call}"), values))
