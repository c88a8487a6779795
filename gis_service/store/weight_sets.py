"""Weight sets that planners saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from gis_service.store.plan_scopes import readable
from gis_service.store.scenario_tables import WEIGHT_SETS
from layers.core.access import Actor


@dataclass(frozen=True, slots=True)
class WeightSet:
    """`areas` are those of the author's scope when it was saved."""

    id: int
    name: str
    weights: Mapping[str, float]
    author: str
    areas: Sequence[str]
    made_at: datetime
    changed_at: datetime


_COLUMNS = [WEIGHT_SETS.c[name] for name in WeightSet.__dataclass_fields__]


def listed(db: Connection, actor: Actor) -> list[WeightSet]:
    """All that the actor may read, by name."""
    query = select(*_COLUMNS).where(readable(WEIGHT_SETS.c.areas, actor))
    return [*map(_set, db.execute(query.order_by(WEIGHT_SETS.c.name)).mappings())]


def found(db: Connection, actor: Actor, id_: int) -> WeightSet | None:
    return _one(db, actor, WEIGHT_SETS.c.id == id_)


def named(db: Connection, actor: Actor, name: str) -> WeightSet | None:
    return _one(db, actor, WEIGHT_SETS.c.name == name)


def add(db: Connection, values: Mapping[str, Any]) -> int:
    """Answers the id. Raises sqlalchemy.exc.IntegrityError when the name is taken."""
    query = WEIGHT_SETS.insert().returning(WEIGHT_SETS.c.id)
    return int(db.execute(query, dict(values)).scalar_one())


def change(db: Connection, id_: int, values: Mapping[str, Any]) -> None:
    """Raises sqlalchemy.exc.IntegrityError when the name is taken."""
    changed = {**values, "changed_at": func.now()}
    db.execute(WEIGHT_SETS.update().where(WEIGHT_SETS.c.id == id_).values(changed))


def remove(db: Connection, id_: int) -> None:
    db.execute(WEIGHT_SETS.delete().where(WEIGHT_SETS.c.id == id_))


def _one(db: Connection, actor: Actor, condition: Any) -> WeightSet | None:
    query = select(*_COLUMNS).where(condition, readable(WEIGHT_SETS.c.areas, actor))
    row = db.execute(query).mappings().one_or_none()
    return None if row is None else _set(row)


def _set(row: RowMapping) -> WeightSet:
    return WeightSet(**row)
