"""What the ledgers of a division's communities show of each indicator of performance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, text

from gis_service.store.columns import SCHEMA
from gis_service.store.stages import past
from layers.ledgers.inspections import CHECKS
from layers.performance import Count
from layers.stages import Stage
from layers.standards import in_force
from layers.standards.values import VALUES

_CHECKS = ", ".join(f"'{kind.value}'" for kind in CHECKS)
_FEWEST = in_force(VALUES, "survey-minimum", date.max).value

_COUNTED: dict[str, str] = {
    Count.COMMUNITIES: "SELECT c.key, 1 AS good, 1 AS of FROM chosen c",
    "organisation": f"""
        SELECT c.key, EXISTS (
            SELECT FROM {SCHEMA}.owner_organisations o
            WHERE o.community = c.id AND o.management_mode IS NOT NULL
              AND o.management_standard <> '' AND coalesce(o.dissolved_on > :today, true)
        )::int AS good, 1 AS of
        FROM chosen c WHERE c.stage IN ({past(Stage.PLANNED)})""",
    "consensus": f"""
        SELECT c.key, EXISTS (
            SELECT FROM {SCHEMA}.decisions d
            WHERE d.community = c.id AND d.result = 'passed'
              AND (coalesce(d.valid_until >= :today, true)
                   OR c.stage IN ({past(Stage.ACCEPTED)}))
        )::int AS good, 1 AS of
        FROM chosen c WHERE c.stage IN ({past(Stage.APPROVED)})""",
    "comments": f"""
        SELECT c.key, (m.outcome IS NOT NULL)::int AS good, 1 AS of
        FROM chosen c JOIN {SCHEMA}.publicity p ON p.community = c.id
        JOIN {SCHEMA}.comments m ON m.publicity = p.id""",
    "checks": f"""
        SELECT c.key, i.passed::int AS good, 1 AS of
        FROM chosen c JOIN {SCHEMA}.works w ON w.community = c.id
        JOIN {SCHEMA}.inspections i ON i.work = w.id
        WHERE i.kind IN ({_CHECKS})""",
    "acceptance": f"""
        SELECT c.key, a.passed::int AS good, 1 AS of
        FROM chosen c JOIN {SCHEMA}.acceptances a ON a.community = c.id""",
    "satisfaction": f"SELECT key, good, of FROM answered WHERE of >= {_FEWEST}",
    Count.LEFT_OUT: f"SELECT key, good, of FROM answered WHERE of < {_FEWEST}",
    # What came in beside a round, or more than it asked for, says nothing of who answers.
    Count.RESPONSE: f"""
        SELECT a.key, a.replied AS good, r.asked AS of
        FROM answered a JOIN (
            SELECT community, sum(households_asked)::bigint AS asked
            FROM {SCHEMA}.survey_rounds GROUP BY community
        ) r ON r.community = a.id WHERE a.replied <= r.asked""",
    "management": f"""
        SELECT c.key, (c.stage = '{Stage.MANAGED.value}')::int AS good, 1 AS of
        FROM chosen c WHERE c.stage IN ({past(Stage.ACCEPTED)})""",
}
"""So many good ones of so many, with the key of the row of the report that they count for.

Satisfaction is that of communities with answers enough to be told of, each of which stands on the
community's card: no sum here, nor any difference of two, tells more than the cards do.
"""

_CHOSEN = f"""
    chosen AS MATERIALIZED (
        SELECT t.id, {{key}} AS key, d.stage
        FROM {SCHEMA}.communities t JOIN {SCHEMA}.communities_derived d USING (id)
        WHERE starts_with(t.division, :division)
          AND (CAST(:year AS integer) IS NULL OR t.plan_year = :year)
          AND d.stage IS DISTINCT FROM '{Stage.CANCELLED.value}'
    )"""
_ANSWERED = f"""
    answered AS MATERIALIZED (
        SELECT c.key, c.id, count(*) FILTER (WHERE s.satisfied) AS good, count(*) AS of,
            count(*) FILTER (WHERE EXISTS (
                SELECT FROM {SCHEMA}.survey_rounds r
                WHERE r.community = c.id AND r.channel = s.channel
                  AND s."on" BETWEEN r.starts AND r.ends
            )) AS replied
        FROM chosen c JOIN {SCHEMA}.surveys s ON s.community = c.id GROUP BY c.key, c.id
    )"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which communities, and in which rows: those of the divisions with codes of `length`
    digits, or, without a length, one of each community."""

    division: str
    length: int | None
    year: int | None = None

    @property
    def key(self) -> str:
        return "t.id::text" if self.length is None else f"left(t.division, {self.length})"


def seen(db: Connection, asked: Asked, today: date) -> Sequence[RowMapping]:
    """`indicator`, `key`, `good` and `of` for each row, and, without a key, for all of them."""
    parts = " UNION ALL ".join(_parts())
    statement = text(f"WITH {_CHOSEN.format(key=asked.key)}, {_ANSWERED} {parts} ORDER BY key")
    values = {"division": asked.division, "year": asked.year, "today": today}
    return db.execute(statement, values).mappings().all()


def _parts() -> Iterator[str]:
    for name, rows in _COUNTED.items():
        yield f"""
            SELECT '{name}' AS indicator, key, coalesce(sum(good), 0)::bigint AS good,
                   coalesce(sum(of), 0)::bigint AS of
            FROM ({rows}) of_{name} GROUP BY ROLLUP (key)"""


def places(db: Connection, asked: Asked) -> dict[str, RowMapping]:
    """`id`, `name` and place of each row by its key. The id is that of a feature of the map."""
    named = (
        f"JOIN {SCHEMA}.communities n ON n.id::text = k.key"
        if asked.length is None
        else f"LEFT JOIN {SCHEMA}.divisions n ON n.code = k.key"
    )
    statement = text(f"""
        WITH {_CHOSEN.format(key=asked.key)},
        k AS (
            SELECT c.key, ST_Extent(t.geometry)::geometry AS extent
            FROM chosen c JOIN {SCHEMA}.communities t USING (id) GROUP BY c.key
        )
        SELECT key, id, name, ST_X(ST_Centroid(box)) AS x, ST_Y(ST_Centroid(box)) AS y,
            ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north
        FROM (
            SELECT k.key, n.id, n.name, coalesce(n.geometry, k.extent) AS box FROM k {named}
        ) placed""")
    values = {"division": asked.division, "year": asked.year}
    return {row["key"]: row for row in db.execute(statement, values).mappings()}


def above(db: Connection, division: str) -> Sequence[RowMapping]:
    """The divisions that a code lies in, and its own, from the largest on."""
    statement = text(
        f"SELECT code, name, level FROM {SCHEMA}.divisions"
        " WHERE starts_with(:division, code) ORDER BY code"
    )
    return db.execute(statement, {"division": division}).mappings().all()


def years(db: Connection, division: str) -> list[int]:
    """The plan years of a division's communities, the newest first."""
    statement = text(
        f"SELECT DISTINCT plan_year FROM {SCHEMA}.communities"
        " WHERE starts_with(division, :division) AND plan_year IS NOT NULL ORDER BY 1 DESC"
    )
    return list(db.scalars(statement, {"division": division}))
