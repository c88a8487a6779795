"""What is closed: perimeters in force or planned, with the words that hold at this moment."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gis_service.informing.models import Closure
from gis_service.store import closures as stored
from layers.warning_perimeters import PerimeterStatus, state_at

MAX_CLOSURES = 500


def closures_today(
    db: Connection, box: tuple[float, float, float, float], now: datetime
) -> list[Closure]:
    """Perimeters closed today within west, south, east, north; without distances to doors."""
    rows = stored.closed_in(db, box, now, MAX_CLOSURES)
    return [_closure({**row, "doors": []}, now) for row in rows]


def closures_of(db: Connection, community: int, now: datetime) -> list[Closure]:
    """A community's perimeters that are not lifted, planned ones included."""
    return [_closure(row, now) for row in stored.closures_of(db, community)]


def _closure(row: Mapping[Any, Any], now: datetime) -> Closure:
    state = state_at(
        now, PerimeterStatus(row["status"]), row["starts"], row["ends"], row["confirmed_at"]
    )
    own = Closure.model_fields.keys() - {"state"}
    return Closure(**{name: row[name] for name in own}, state=state.value)
