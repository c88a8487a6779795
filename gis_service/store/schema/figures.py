"""A community's figures, kept by triggers from the public rows of its ledgers.

Whatever changes one of the `SOURCES`, by API, import or psql, changes the figures in
the same transaction; tiles, lists and rankings then read a number instead of adding it up.
Answers below the minimum of rule `survey-minimum` never leave the ledger.
"""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from gis_service.store.columns import SCHEMA
from gis_service.store.schema import lapses
from layers.stages import PHASE_OF
from layers.standards import in_force
from layers.standards.values import VALUES

SOURCES = (
    "works",
    "funding",
    "stage_changes",
    "surveys",
    "survey_rounds",
    "owner_organisations",
    "decisions",
)
_LOCAL = "Asia/Shanghai"
_SURVEY_MINIMUM = in_force(VALUES, "survey-minimum", date.max).value


def statements() -> Iterator[str]:
    yield _refresh()
    yield _changed()
    for table in SOURCES:
        yield from (_trigger(table, event) for event in _TRANSITIONS)
    yield _trigger("communities", "INSERT")


def refresh_all(connection: Connection) -> None:
    """After a migration a figure may be new, or mean something else."""
    connection.exec_driver_sql(
        f"SELECT {SCHEMA}.refresh_figures(array_agg(id ORDER BY id)) FROM {SCHEMA}.communities"
    )


def _refresh() -> str:
    phases = " ".join(
        f"WHEN '{stage.value}' THEN '{phase.value}'" for stage, phase in PHASE_OF.items() if phase
    )
    columns = (
        "stage, phase, stage_since, progress, budget_cny, planned_cny, committed_cny, "
        "received_cny, spent_cny, gap_cny, gap_share, survey_answers, satisfied_share, "
        "survey_asked, response_share, survey_remarks, remarks_adopted, remarks_not_adopted, "
        "lapsed_from"
    )
    return f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.refresh_figures(communities bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
        INSERT INTO communities_derived (id, {columns})
        SELECT c.id, s.stage, CASE s.stage {phases} END, s.since, w.progress,
               w.budget, f.planned, f.committed, f.received, f.spent,
               greatest(w.budget - f.committed, 0),
               CASE WHEN w.budget > 0 THEN greatest(w.budget - f.committed, 0) / w.budget END,
               q.answers, CASE WHEN q.answers >= {_SURVEY_MINIMUM} THEN q.satisfied END,
               r.asked, CASE WHEN q.replied <= r.asked THEN q.replied::float8 / r.asked END,
               q.remarks, q.adopted, q.not_adopted, l.day
        FROM unnest($1) c(id)
        LEFT JOIN LATERAL (
            SELECT stage, (at AT TIME ZONE '{_LOCAL}')::date AS since FROM stage_changes
            WHERE community = c.id AND visibility = 'published'
            ORDER BY at DESC, id DESC LIMIT 1
        ) s ON true
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(budget_cny), 0) AS budget,
                   coalesce(bool_or(matter IN ({lapses.MAJOR})), false) AS major,
                   sum(budget_cny * progress::numeric) / nullif(sum(budget_cny), 0) AS progress
            FROM works WHERE community = c.id AND visibility = 'published'
        ) w
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(planned_cny), 0) AS planned,
                   coalesce(sum(committed_cny), 0) AS committed,
                   coalesce(sum(received_cny), 0) AS received,
                   coalesce(sum(spent_cny), 0) AS spent
            FROM funding WHERE community = c.id AND visibility = 'published'
        ) f
        CROSS JOIN LATERAL (
            SELECT count(*) AS answers, avg(satisfied::int) AS satisfied,
                   count(*) FILTER (WHERE remark <> '') AS remarks,
                   count(*) FILTER (WHERE outcome = 'adopted') AS adopted,
                   count(*) FILTER (WHERE outcome = 'not_adopted') AS not_adopted,
                   count(*) FILTER (WHERE EXISTS (
                       SELECT FROM survey_rounds r
                       WHERE r.community = c.id AND r.visibility = 'published'
                         AND r.channel = a.channel AND a."on" BETWEEN r.starts AND r.ends
                   )) AS replied
            FROM surveys a WHERE community = c.id AND visibility = 'published'
        ) q
        CROSS JOIN LATERAL (
            SELECT sum(households_asked)::bigint AS asked FROM survey_rounds
            WHERE community = c.id AND visibility = 'published'
        ) r
        {lapses.lateral()}
        ON CONFLICT (id) DO UPDATE SET ({columns}) = (
            {", ".join(f"EXCLUDED.{name}" for name in columns.split(", "))}
        )
    $$"""


def _changed() -> str:
    """Ids are taken in order, so that two transactions wait for each other and never deadlock."""

    def ids(*rows: str) -> str:
        union = " UNION ALL ".join(f"SELECT community FROM {name}" for name in rows)
        return f"SELECT array_agg(DISTINCT community ORDER BY community) FROM ({union}) touched"

    return f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.figures_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
    DECLARE
        ids bigint[];
    BEGIN
        IF TG_TABLE_NAME = 'communities' THEN
            ids := (SELECT array_agg(id ORDER BY id) FROM new_rows);
        ELSIF TG_OP = 'INSERT' THEN
            ids := ({ids("new_rows")});
        ELSIF TG_OP = 'UPDATE' THEN
            ids := ({ids("new_rows", "old_rows")});
        ELSE
            ids := ({ids("old_rows")});
        END IF;
        PERFORM refresh_figures(ids);
        RETURN NULL;
    END $$"""


_TRANSITIONS = {
    "INSERT": "NEW TABLE AS new_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "OLD TABLE AS old_rows",
}


def _trigger(table: str, event: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {table}_figures_{event.lower()} AFTER {event} "
        f"ON {SCHEMA}.{table} REFERENCING {_TRANSITIONS[event]} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.figures_changed()"
    )
