"""Communities added up by division, and the values that a theme's classes are made from."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, text

from gis_service.store.community_search import CLOSED_COMMUNITIES, Choice, condition
from layers.stages import Phase, Stage


def tallies(db: Connection, choice: Choice, length: int, now: datetime) -> Sequence[RowMapping]:
    """One row for each division with a code of `length` digits that has chosen communities, and
    a last one, without a code, for all of them."""
    where, values = condition(choice, now)
    phases = ", ".join(
        f"count(*) FILTER (WHERE c.phase = '{phase.value}') AS {phase.value}" for phase in Phase
    )
    statement = text(f"""
        WITH closed AS MATERIALIZED (
            SELECT community, count(*) AS closures FROM ({CLOSED_COMMUNITIES}) each
            GROUP BY community
        ), added AS (
            SELECT left(c.division, :length) AS code,
                count(*) AS communities,
                count(*) FILTER (WHERE c.geometry IS NULL) AS without_boundary,
                {phases},
                count(*) FILTER (WHERE c.stage = '{Stage.CANCELLED.value}') AS cancelled,
                coalesce(sum(closed.closures), 0)::bigint AS closures_today,
                coalesce(sum(c.budget_cny), 0) AS budget_cny,
                coalesce(sum(c.committed_cny), 0) AS committed_cny,
                coalesce(sum(c.gap_cny), 0) AS gap_cny,
                sum(c.budget_cny::float8 * c.progress) / nullif(
                    sum(c.budget_cny::float8) FILTER (WHERE c.progress IS NOT NULL), 0
                ) AS progress,
                avg((ST_XMin(c.geometry) + ST_XMax(c.geometry)) / 2) AS x,
                avg((ST_YMin(c.geometry) + ST_YMax(c.geometry)) / 2) AS y,
                ST_Extent(c.geometry) AS extent
            FROM open.communities c LEFT JOIN closed ON closed.community = c.id
            WHERE {where}
            GROUP BY ROLLUP (1)
        )
        SELECT added.*, d.name, d.level,
            coalesce(x, ST_X(ST_PointOnSurface(d.geometry))) AS center_x,
            coalesce(y, ST_Y(ST_PointOnSurface(d.geometry))) AS center_y,
            {_box("coalesce(extent::geometry, d.geometry)")}
        FROM added LEFT JOIN open.divisions d ON d.code = added.code
        ORDER BY added.code""")
    return db.execute(statement, {**values, "length": length}).mappings().all()


def shares(db: Connection, attribute: str) -> Sequence[RowMapping]:
    """How many communities have each value of a share, in whole hundredths; null is no data."""
    statement = text(f"""
        SELECT round(c."{attribute}" * 100) / 100 AS value, count(*) AS communities
        FROM open.communities c GROUP BY 1 ORDER BY 1""")
    return db.execute(statement).mappings().all()


def division(db: Connection, code: str) -> RowMapping | None:
    """One division's code, name, level and place, or None."""
    statement = text(f"""
        SELECT code, name, level, ST_X(center) AS center_x, ST_Y(center) AS center_y,
            {_box("geometry")}
        FROM (SELECT *, ST_PointOnSurface(geometry) AS center FROM open.divisions
              WHERE code = :code) d""")
    return db.execute(statement, {"code": code}).mappings().one_or_none()


def phases(db: Connection) -> Sequence[RowMapping]:
    """How many communities are in each public phase; null is none."""
    statement = text("SELECT phase, count(*) AS communities FROM open.communities GROUP BY 1")
    return db.execute(statement).mappings().all()


def as_of(db: Connection) -> datetime | None:
    """When anything last changed."""
    found: datetime | None = db.scalar(text("SELECT as_of FROM open.freshness"))
    return found


def any_made(db: Connection) -> bool:
    return bool(db.scalar(text("SELECT EXISTS (SELECT FROM open.communities WHERE made)")))


def _box(shape: str) -> str:
    return (
        f"ST_XMin({shape}) AS west, ST_YMin({shape}) AS south, "
        f"ST_XMax({shape}) AS east, ST_YMax({shape}) AS north"
    )
