"""Warning perimeters as the public reads them: how many are closed today, where, how near."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, text

LOCAL = ZoneInfo("Asia/Shanghai")

# Planned ones count from the start of their first day, overdue ones until somebody lifts them.
CLOSED_TODAY = "p.status IN ('planned', 'active') AND p.starts < :tomorrow"

NEAREST_DOORS = 100


def end_of_day(now: datetime) -> datetime:
    """The next midnight in China."""
    local = now.astimezone(LOCAL)
    return local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def closures_of(db: Connection, community: int) -> Sequence[RowMapping]:
    """The perimeters of a community that are not lifted, with their nearest unit doors."""
    return (
        db.execute(_CLOSURES_OF, {"community": community, "doors": NEAREST_DOORS}).mappings().all()
    )


def closed_in(
    db: Connection, box: tuple[float, float, float, float], now: datetime, limit: int
) -> Sequence[RowMapping]:
    """The perimeters closed today whose box meets `box` (west, south, east, north)."""
    west, south, east, north = box
    values = {
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "tomorrow": end_of_day(now),
        "limit": limit,
    }
    return db.execute(_CLOSED_IN, values).mappings().all()


_FIELDS = """
    p.id, s.community, p.reason, p.kind, p.status, p.starts, p.ends, p.confirmed_at, p.sign_photo,
    ST_Area(p.geometry::geography) AS area_m2,
    open.count_sightings(p.id) AS sightings,
    ST_AsGeoJSON(p.geometry, 7)::json AS geometry"""

_CLOSURES_OF = text(f"""
    SELECT {_FIELDS}, doors.doors
    FROM open.warning_perimeters p
    JOIN open.sites s ON s.id = p.site
    CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(near), '[]') AS doors FROM (
            SELECT e.building, b.number AS building_number, e.name AS door,
                   round(ST_Distance(e.geometry::geography, p.geometry::geography)::numeric, 1)
                       ::float8 AS distance_m
            FROM open.entrances e LEFT JOIN open.buildings b ON b.id = e.building
            WHERE e.community = s.community AND e.kind = 'unit_door'
            ORDER BY distance_m, e.id LIMIT :doors
        ) near
    ) doors
    WHERE s.community = :community AND p.status <> 'lifted'
    ORDER BY p.starts, p.id""")

_CLOSED_IN = text(f"""
    SELECT {_FIELDS}
    FROM open.warning_perimeters p
    JOIN open.sites s ON s.id = p.site
    WHERE {CLOSED_TODAY}
        AND p.geometry && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
    ORDER BY p.id LIMIT :limit""")
