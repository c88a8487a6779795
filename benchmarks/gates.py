"""The gates of a community: how long the evidence takes to collect, and to judge.

A community of the demo towns, with its ledgers in full, among all that a scale holds: as everyone's
eyes see it, and one after the other. Beside it a thousand communities in one statement, and what a
page of the public list needs to say that evidence has lapsed. `python -m benchmarks.gates nation`
asks among 300,000.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

import numpy as np
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, select

from benchmarks.measuring import loaded
from gis_service.evidencing import evidence
from gis_service.store.database import Database
from gis_service.store.evidence import collected
from gis_service.store.periods import LOCAL
from gis_service.store.tables import TABLES
from layers.core.access import OPERATOR, PUBLIC, Actor, Role
from layers.gates import gates
from layers.gates.lapses import lapses

TODAY = datetime.now(UTC).astimezone(LOCAL).date()
OFFICER = Actor(Role.STREET_OFFICER, areas=frozenset({"3601", "360923"}), name="officer")
TIMES = 200
Took = tuple[float, float]


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    scale = words[0] if words else "province"
    figures: dict[str, dict[str, float]] = {}
    with loaded(scale) as (database, _):
        full, some = _communities(database)
        for actor in (OPERATOR, OFFICER, PUBLIC):
            with database.transaction(actor) as db:
                figures[f"one community, {actor.role.value}"] = _figures(
                    partial(_timed, db, actor, [[each] for each in full])
                )
        with database.transaction(OPERATOR) as db:
            figures["1,000 communities"] = _figures(partial(_timed, db, OPERATOR, [some]), 5)
        with database.transaction(PUBLIC) as db:
            figures["lapses of 50 communities"] = _figures(
                partial(_timed, db, PUBLIC, [full[:50]], lapsed=True)
            )
    _report(figures, scale)


def _communities(database: Database) -> tuple[list[int], list[int]]:
    """Those whose ledgers are full, and the first thousand."""
    votes, table = TABLES["decisions"], TABLES["communities"]
    with database.owner.connect() as db:
        full = db.scalars(select(votes.c.community).distinct().order_by(votes.c.community))
        return [*full], [*db.scalars(select(table.c.id).order_by(table.c.id).limit(1000))]


def _timed(
    db: Connection, actor: Actor, asked: Sequence[list[int]], number: int, *, lapsed: bool = False
) -> Took:
    """Milliseconds of the statement alone, and of the whole: rows, evidence, every gate."""
    communities = asked[number % len(asked)]
    start = time.perf_counter()
    for _ in collected(db, actor, communities, lapses=lapsed):
        pass
    read = time.perf_counter()
    for each in evidence(db, actor, communities, TODAY, lapses=lapsed).values():
        lapses(each) if lapsed else gates(each)
    return (read - start) * 1e3, (time.perf_counter() - read) * 1e3


def _figures(case: Callable[[int], Took], times: int = TIMES) -> dict[str, float]:
    case(0)
    query, whole = np.array([case(number) for number in range(times)]).T
    return {
        "query_ms": round(float(np.median(query)), 1),
        "median_ms": round(float(np.median(whole)), 1),
        "p95_ms": round(float(np.percentile(whole, 95)), 1),
    }


def _report(figures: dict[str, dict[str, float]], scale: str) -> None:
    if "--json" in sys.argv:
        Console().print_json(json.dumps(figures))
        return
    table = Table("case", "query ms", "median ms", "p95 ms", title=f"Gates ({scale})")
    for name, costs in figures.items():
        table.add_row(name, *map(str, costs.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
