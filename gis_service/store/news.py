"""What happened in some communities, newest first: read from the public views alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, text

from layers.ledgers.decisions import DecisionResult

_DEGREE_M = 90_000
"""No degree in China is shorter than this: a box of so many degrees holds the circle."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Whose news: one community, a division with all that lies in it, or a circle of ground.

    `circle` is longitude and latitude in degrees and a radius in metres.
    """

    community: int | None = None
    division: str = ""
    circle: tuple[float, float, float] | None = None


def news(db: Connection, followed: Followed, limit: int) -> Sequence[RowMapping]:
    """Rows of kind, id, community, its name, what happened, its day, words and `updated_at`."""
    where, values = _condition(followed)
    statement = text(f"""
        WITH chosen AS MATERIALIZED (SELECT c.id, c.name FROM open.communities c WHERE {where}),
        happened AS ({_HAPPENED})
        SELECT happened.*, chosen.name FROM happened JOIN chosen ON chosen.id = happened.community
        ORDER BY happened.updated_at DESC, kind, happened.id DESC LIMIT :limit""")
    return db.execute(statement, {**values, "limit": limit}).mappings().all()


_HAPPENED = f"""
    SELECT 'stage' AS kind, s.id, s.community, s.stage AS what, s.at, s.at AS until,
        s.reason AS words, s.updated_at
    FROM open.stage_changes s JOIN chosen ON chosen.id = s.community
    UNION ALL
    SELECT 'publicity', p.id, p.community, p.title, p.starts, p.ends, p.place, p.updated_at
    FROM open.publicity p JOIN chosen ON chosen.id = p.community
    UNION ALL
    SELECT 'decision', d.id, d.community, d.result, d.ends, d.ends, d.title, d.updated_at
    FROM open.decisions d JOIN chosen ON chosen.id = d.community
    WHERE d.result <> '{DecisionResult.OPEN.value}'
    UNION ALL
    SELECT 'closure', w.id, s.community, w.status, w.starts, w.ends, w.reason, w.updated_at
    FROM open.warning_perimeters w JOIN open.sites s ON s.id = w.site
    JOIN chosen ON chosen.id = s.community"""


def _condition(followed: Followed) -> tuple[str, dict[str, Any]]:
    if followed.community is not None:
        return "c.id = :community", {"community": followed.community}
    if followed.circle is not None:
        longitude, latitude, radius_m = followed.circle
        point = "ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4490)"
        return (
            f"c.geometry && ST_Expand({point}, :degrees) AND "
            f"ST_DWithin(c.geometry::geography, {point}::geography, :radius_m)",
            {
                "longitude": longitude,
                "latitude": latitude,
                "radius_m": radius_m,
                "degrees": radius_m / _DEGREE_M,
            },
        )
    return "c.division LIKE :division", {"division": f"{followed.division}%"}
