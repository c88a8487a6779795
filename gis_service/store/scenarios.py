"""Scenarios that planners saved, each with its frozen rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, RowMapping, func, select

from gis_service.store.columns import SCHEMA
from gis_service.store.plan_scopes import readable
from gis_service.store.scenario_tables import ROWS, SCENARIOS
from layers.core.access import Actor
from layers.planning.scenarios import IN, Row, Standing
from layers.planning.selection import Status


@dataclass(frozen=True, slots=True)
class Scenario:
    """`question` is what was asked, as the API takes it; `weights` are those it came to. The first
    `adopted_at`, `adopted_by` and `outcome` fix it for good."""

    id: int
    name: str
    remark: str
    author: str
    areas: Sequence[str]
    made_at: datetime
    year: int
    question: Mapping[str, Any]
    weights: Mapping[str, float]
    weight_set: str | None
    data_date: datetime | None
    digest: str
    status: Status
    gap: float
    objective: float
    cost_fen: int
    chosen: int
    candidates: int
    adopted_at: datetime | None
    adopted_by: str | None
    outcome: Mapping[str, Any] | None


_COLUMNS = [SCENARIOS.c[name] for name in Scenario.__dataclass_fields__]


def add(db: Connection, values: Mapping[str, Any], rows: Iterable[Row]) -> int:
    """Answers the id. The rows go in by one COPY: a province has eight thousand."""
    query = SCENARIOS.insert().returning(SCENARIOS.c.id)
    id_ = int(db.execute(query, dict(values)).scalar_one())
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(SCHEMA, ROWS.name),
        sql.SQL(", ").join(sql.Identifier(column.name) for column in ROWS.c),
    )
    driver = db.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row((id_, *_values(row)))
    return id_


def _values(row: Row) -> tuple[Any, ...]:
    """In the order of the table's columns."""
    return (
        row.community,
        row.standing.value,
        row.score,
        row.county,
        row.households,
        row.cost,
        row.profitable,
        [*row.measures],
        None if row.place is None else [*row.place],
    )


def listed(db: Connection, actor: Actor) -> list[Scenario]:
    """All that the actor may read, the newest first."""
    query = select(*_COLUMNS).where(readable(SCENARIOS.c.areas, actor))
    return [*map(_scenario, db.execute(query.order_by(SCENARIOS.c.id.desc())).mappings())]


def found(db: Connection, actor: Actor, id_: int, *, hold: bool = False) -> Scenario | None:
    """With `hold` nobody else changes it until the transaction ends."""
    query = select(*_COLUMNS).where(SCENARIOS.c.id == id_, readable(SCENARIOS.c.areas, actor))
    row = db.execute(query.with_for_update() if hold else query).mappings().one_or_none()
    return None if row is None else _scenario(row)


def rows(db: Connection, id_: int) -> list[Row]:
    query = select(ROWS).where(ROWS.c.scenario == id_).order_by(ROWS.c.community)
    return [_row(row) for row in db.execute(query).mappings()]


def chosen(db: Connection, id_: int) -> list[Row]:
    query = select(ROWS).where(ROWS.c.scenario == id_, _is_in()).order_by(ROWS.c.community)
    return [_row(row) for row in db.execute(query).mappings()]


def side_by_side(db: Connection, ids: Collection[int]) -> list[tuple[int, Row]]:
    """Of each scenario its rows of all communities that are in any of them, or locked out."""
    told = select(ROWS.c.community).where(
        ROWS.c.scenario.in_(ids), _is_in() | (ROWS.c.standing == Standing.LOCKED_OUT.value)
    )
    query = select(ROWS).where(ROWS.c.scenario.in_(ids), ROWS.c.community.in_(told))
    return [(row["scenario"], _row(row)) for row in db.execute(query).mappings()]


def change(db: Connection, id_: int, values: Mapping[str, Any]) -> None:
    db.execute(SCENARIOS.update().where(SCENARIOS.c.id == id_).values(dict(values)))


def adopt(db: Connection, id_: int, by: str, outcome: Mapping[str, Any]) -> None:
    """For good: a trigger keeps it from here on as it is."""
    change(db, id_, {"adopted_at": func.now(), "adopted_by": by, "outcome": dict(outcome)})


def remove(db: Connection, id_: int) -> None:
    db.execute(SCENARIOS.delete().where(SCENARIOS.c.id == id_))


def _is_in() -> Any:
    return ROWS.c.standing.in_([each.value for each in IN])


def _scenario(row: RowMapping) -> Scenario:
    return Scenario(**{**row, "status": Status(row["status"])})


def _row(row: RowMapping) -> Row:
    place = row["place"]
    return Row(
        community=row["community"],
        standing=Standing(row["standing"]),
        score=row["score"],
        county=row["county"],
        households=row["households"],
        cost=row["cost_fen"],
        profitable=row["profitable_fen"],
        measures=tuple(row["measures"]),
        place=None if place is None else (place[0], place[1]),
    )
