"""Votes: counted by the database, which knows best what has been committed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, FromClause, select, text

from gis_service.store.columns import SCHEMA
from gis_service.store.schema.views import OPEN
from gis_service.store.tables import TABLES
from layers.ledgers import works
from layers.ledgers.decisions import Decision
from layers.ledgers.works import Matter
from layers.voting import Share

_PARTS = "owners_took_part, area_took_part_m2, owners_in_favour, area_in_favour_m2"


@dataclass(frozen=True, slots=True)
class Counted:
    """Totals of the ballots that count, and the hash over them, sorted."""

    took_part: Share
    in_favour: Share
    ballots: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BuildingVotes:
    """`id` is None for rooms of which no building is known."""

    id: int | None
    number: str
    households: int
    whole: Share
    took_part: Share
    in_favour: Share


def vote(db: Connection, source: FromClause, id_: int) -> Decision | None:
    """A vote as it stands in someone's view of the ledger."""
    row = db.execute(select(source).where(source.c.id == id_)).mappings().one_or_none()
    if row is None:
        return None
    # What the viewer may not see is absent or NULL, and takes its default.
    seen = {k: row[k] for k in Decision.model_fields if row.get(k) is not None}
    return Decision.model_validate(seen)


def count(db: Connection, decision: int) -> Counted:
    """Asks in a statement of its own, so that it counts all that was committed before it."""
    row = db.execute(
        text(f"SELECT {_PARTS}, ballots, ballots_sha256 FROM {SCHEMA}.count_votes(:id)"),
        {"id": decision},
    ).one()
    return Counted(*_parts(row._mapping), row.ballots, row.ballots_sha256)


def took_part(db: Connection, decisions: Collection[int]) -> dict[int, Share]:
    """Who has taken part so far in each of many votes; not those without a ballot."""
    found = db.execute(
        text(
            "SELECT vote.id, so_far.owners_took_part, so_far.area_took_part_m2"
            f" FROM unnest(CAST(:ids AS bigint[])) vote (id), {SCHEMA}.count_votes(vote.id) so_far"
            " WHERE so_far.ballots > 0"
        ),
        {"ids": list(decisions)},
    )
    return {id_: Share(owners, area) for id_, owners, area in found}


def by_building(db: Connection, decision: int, *, public: bool) -> list[BuildingVotes]:
    """`public` leaves out what the public may not know."""
    schema = OPEN if public else SCHEMA
    rows = db.execute(
        text(
            f"SELECT building, number, households, owners, area_m2, {_PARTS}"
            f" FROM {schema}.building_votes(:id)"
        ),
        {"id": decision},
    )
    return [
        BuildingVotes(
            row.building,
            row.number,
            row.households,
            Share(row.owners, row.area_m2),
            *_parts(row._mapping),
        )
        for row in rows
    ]


def matters(db: Connection, community: int) -> list[Matter]:
    """Under which items of art. 278 a community's works fall."""
    table = TABLES[works.LAYER.name]
    found = select(table.c.matter).where(table.c.community == community).distinct()
    return [Matter(matter) for matter in db.scalars(found)]


def _parts(row: Mapping[Any, Any]) -> tuple[Share, Share]:
    return (
        Share(row["owners_took_part"], row["area_took_part_m2"]),
        Share(row["owners_in_favour"], row["area_in_favour_m2"]),
    )
