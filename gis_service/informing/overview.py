"""Communities added up by division: what the map shows before it shows communities."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gis_service.informing.models import DivisionTally, Overview, Tally
from gis_service.store import overview as stored
from gis_service.store.community_search import Choice
from layers.divisions import CODE_LENGTHS
from layers.stages import Phase


def overview(db: Connection, choice: Choice, now: datetime) -> Overview:
    """Tallies of the divisions one level below `choice.division`, and of all of them together."""
    length = next((n for n in CODE_LENGTHS if n > len(choice.division)), CODE_LENGTHS[-1])
    rows = stored.tallies(db, choice, length, now)
    within = stored.division(db, choice.division) if choice.division else None
    total = next(row for row in rows if row["code"] is None)
    return Overview(
        within=None if within is None else _division({**total, **within}),
        divisions=[_division(row) for row in rows if row["code"] is not None],
        total=Tally(**_figures(total)),
    )


def _division(row: Mapping[Any, Any]) -> DivisionTally:
    placed = row["center_x"] is not None
    return DivisionTally(
        **_figures(row),
        code=row["code"],
        name=row["name"] or row["code"],
        level=row["level"] or "",
        center=(row["center_x"], row["center_y"]) if placed else None,
        bbox=box(row),
    )


def _figures(row: Mapping[Any, Any]) -> dict[str, Any]:
    kept = ("communities", "without_boundary", "cancelled", "closures_today")
    money = ("budget_cny", "committed_cny", "gap_cny", "progress")
    return {
        **{name: row[name] for name in (*kept, *money)},
        "phases": {phase.value: row[phase.value] for phase in Phase},
    }


def box(row: Mapping[Any, Any]) -> tuple[float, float, float, float] | None:
    """West, south, east, north of a row that may have no shape."""
    if row["west"] is None:
        return None
    return row["west"], row["south"], row["east"], row["north"]
