"""What the ledgers of a division's communities show of each indicator of performance."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, RowMapping, text

from gis_service.store.columns import SCHEMA
from gis_service.store.stages import past
from layers.ledgers.inspections import CHECKS
from layers.stages import Stage

EACH = "each"
"""Not an indicator: counts the communities themselves."""

_CHECKS = ", ".join(f"'{kind.value}'" for kind in CHECKS)

_COUNTED: dict[str, str] = {
    "organisation": f"""
        SELECT c.code, EXISTS (
            SELECT FROM {SCHEMA}.owner_organisations o
            WHERE o.community = c.id AND o.management_mode IS NOT NULL
              AND o.management_standard <> '' AND coalesce(o.dissolved_on > :today, true)
        ) AS good
        FROM chosen c WHERE c.stage IN ({past(Stage.PLANNED)})""",
    "consensus": f"""
        SELECT c.code, EXISTS (
            SELECT FROM {SCHEMA}.decisions d
            WHERE d.community = c.id AND d.result = 'passed'
              AND (coalesce(d.valid_until >= :today, true)
                   OR c.stage IN ({past(Stage.ACCEPTED)}))
        ) AS good
        FROM chosen c WHERE c.stage IN ({past(Stage.APPROVED)})""",
    "comments": f"""
        SELECT c.code, m.outcome IS NOT NULL AS good
        FROM chosen c JOIN {SCHEMA}.publicity p ON p.community = c.id
        JOIN {SCHEMA}.comments m ON m.publicity = p.id""",
    "checks": f"""
        SELECT c.code, i.passed AS good
        FROM chosen c JOIN {SCHEMA}.works w ON w.community = c.id
        JOIN {SCHEMA}.inspections i ON i.work = w.id
        WHERE i.kind IN ({_CHECKS})""",
    "acceptance": f"""
        SELECT c.code, a.passed AS good
        FROM chosen c JOIN {SCHEMA}.acceptances a ON a.community = c.id""",
    "satisfaction": f"""
        SELECT c.code, s.satisfied AS good
        FROM chosen c JOIN {SCHEMA}.surveys s ON s.community = c.id""",
    "management": f"""
        SELECT c.code, c.stage = '{Stage.MANAGED.value}' AS good
        FROM chosen c WHERE c.stage IN ({past(Stage.ACCEPTED)})""",
}
"""Rows of each indicator, good or not, with the code of the division that they count for."""


def seen(db: Connection, division: str, length: int, today: date) -> Sequence[RowMapping]:
    """`indicator`, `code`, `good` and `of` for each division with a code of `length` digits in
    `division`, and, without a code, for all of them; under `EACH` stand the communities."""
    parts = " UNION ALL ".join(_parts())
    statement = text(f"""
        WITH chosen AS (
            SELECT t.id, left(t.division, :length) AS code, d.stage
            FROM {SCHEMA}.communities t JOIN {SCHEMA}.communities_derived d USING (id)
            WHERE starts_with(t.division, :division)
              AND d.stage IS DISTINCT FROM '{Stage.CANCELLED.value}'
        )
        {parts} ORDER BY code""")
    values = {"division": division, "length": length, "today": today}
    return db.execute(statement, values).mappings().all()


def names(db: Connection, division: str, length: int) -> dict[str, str]:
    """Names of the divisions with a code of `length` digits in `division`, by code."""
    rows = db.execute(
        text(
            f"SELECT code, name FROM {SCHEMA}.divisions"
            " WHERE starts_with(code, :division) AND length(code) = :length"
        ),
        {"division": division, "length": length},
    )
    return {row.code: row.name for row in rows}


def _parts() -> Iterator[str]:
    counted = {EACH: "SELECT code, true AS good FROM chosen", **_COUNTED}
    for name, rows in counted.items():
        yield f"""
            SELECT '{name}' AS indicator, code, count(*) FILTER (WHERE good) AS good,
                   count(*) AS of
            FROM ({rows}) of_{name} GROUP BY ROLLUP (code)"""
