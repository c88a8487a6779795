"""What hangs on one community, as its card tells it. Every query reads the public views."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, text

from gis_service.store.periods import LOCAL

PARTS: dict[str, str] = {
    "timeline": """
        SELECT stage, (at AT TIME ZONE 'Asia/Shanghai')::date AS "on",
            nullif(reason, '') AS reason, nullif(evidence, '') AS evidence
        FROM open.stage_changes WHERE community = :id ORDER BY at, id""",
    "money": """
        SELECT source, sum(planned_cny) AS planned_cny, sum(committed_cny) AS committed_cny,
            sum(received_cny) AS received_cny, sum(spent_cny) AS spent_cny
        FROM open.funding WHERE community = :id GROUP BY source
        ORDER BY sum(committed_cny) DESC, source""",
    "works": """
        SELECT category, title, budget_cny, progress, starts, ends
        FROM open.works WHERE community = :id ORDER BY budget_cny DESC, id""",
    "facilities": """
        SELECT id, kind, name, status, capacity,
            ST_X(ST_PointOnSurface(geometry)) AS x, ST_Y(ST_PointOnSurface(geometry)) AS y
        FROM open.facilities WHERE community = :id ORDER BY kind, id""",
    "publicity": """
        SELECT p.id, p.title, p.starts, p.ends, p.place, p.snapshot_sha256, said.comments,
            hung.postings
        FROM open.publicity p CROSS JOIN LATERAL (
            SELECT coalesce(json_agg(json_build_object(
                'text', c.text, 'on', (c.made_at AT TIME ZONE 'Asia/Shanghai')::date,
                'outcome', c.outcome, 'answer', nullif(c.answer, ''), 'answered_on', c.answered_on
            ) ORDER BY c.made_at, c.id), '[]') AS comments
            FROM open.comments c WHERE c.publicity = p.id
        ) said CROSS JOIN LATERAL (
            SELECT coalesce(json_agg(json_build_object(
                'place', h.place, 'posted_on', h.posted_on, 'photo', h.photo
            ) ORDER BY h.posted_on, h.id), '[]') AS postings
            FROM open.postings h WHERE h.publicity = p.id
        ) hung
        WHERE p.community = :id ORDER BY p.starts DESC, p.id DESC""",
    # What is still being counted is nobody's business.
    "votes": """
        SELECT title, matter, result, starts, ends, valid_until, owners_total, area_total_m2,
            CASE WHEN result <> 'open' THEN owners_took_part END AS owners_took_part,
            CASE WHEN result <> 'open' THEN area_took_part_m2 END AS area_took_part_m2,
            CASE WHEN result <> 'open' THEN owners_in_favour END AS owners_in_favour,
            CASE WHEN result <> 'open' THEN area_in_favour_m2 END AS area_in_favour_m2,
            nullif(evidence, '') AS evidence, nullif(reversal_reason, '') AS reversal_reason
        FROM open.decisions WHERE community = :id ORDER BY ends DESC, id DESC""",
    "wishes": """
        SELECT DISTINCT ON (w.category) w.category, w.ends AS "on", w.households_asked,
            w.households_wanting, EXISTS (
                SELECT FROM open.works p
                WHERE p.community = w.community AND p.category = w.category
            ) AS planned
        FROM open.wishes w WHERE w.community = :id ORDER BY w.category, w.ends DESC, w.id DESC""",
    "design_visits": """
        SELECT "on", profession, nullif(firm, '') AS firm, place, residents, outcome
        FROM open.design_visits WHERE community = :id ORDER BY "on" DESC, id DESC""",
    "practices": """
        SELECT title, origin, nullif(link, '') AS link, learned, adopted_on,
            nullif(result, '') AS result
        FROM open.practices WHERE community = :id ORDER BY adopted_on DESC, id DESC""",
    "receptions": """
        SELECT r.id, r.name, r.hours, r.phone,
            ST_X(r.geometry) AS x, ST_Y(r.geometry) AS y,
            ST_Distance(r.geometry::geography, ST_Centroid(c.geometry)::geography) AS distance_m
        FROM open.reception_points r JOIN open.sites s ON s.id = r.site
        JOIN open.communities c ON c.id = s.community
        WHERE s.community = :id AND (r.closes IS NULL OR r.closes >= :today)
        ORDER BY r.id""",
    "buildings": """
        SELECT id, number, floors, households,
            ST_XMin(geometry) AS west, ST_YMin(geometry) AS south,
            ST_XMax(geometry) AS east, ST_YMax(geometry) AS north
        FROM open.buildings WHERE community = :id AND use = 'residential'
        ORDER BY length(number), number, id""",
}


def part(db: Connection, name: str, community: int, now: datetime) -> Sequence[RowMapping]:
    """The rows of one part of a card."""
    values = {"id": community, "today": now.astimezone(LOCAL).date()}
    return db.execute(text(PARTS[name]), values).mappings().all()


def changed_at(db: Connection, community: int) -> datetime:
    """When the newest row of the card was written."""
    hanging = (
        "works",
        "funding",
        "stage_changes",
        "facilities",
        "publicity",
        "sites",
        "buildings",
        "decisions",
        "owner_organisations",
        "wishes",
        "design_visits",
        "practices",
    )
    parts = " UNION ALL ".join(
        f"SELECT max(updated_at) AS at FROM open.{name} WHERE community = :id" for name in hanging
    )
    newest: datetime = db.execute(
        text(f"""
            SELECT max(at) FROM (
                SELECT updated_at AS at FROM open.communities WHERE id = :id UNION ALL {parts}
                UNION ALL SELECT max(p.updated_at) FROM open.warning_perimeters p
                JOIN open.sites s ON s.id = p.site WHERE s.community = :id
            ) each"""),
        {"id": community},
    ).scalar_one()
    return newest
