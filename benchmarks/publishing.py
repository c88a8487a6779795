"""Publishing a perimeter: what the service's own safety check adds to the write.

Perimeters of a community of 40 buildings and 10 perimeters among those of the demo are reworded
(which asks nothing) and published (which is judged); each write is taken back.
`python -m benchmarks.publishing nation` does it among 300,000.
"""

import json
import sys
import time
from collections.abc import Callable

import numpy as np
from rich.console import Console
from sqlalchemy import Connection, select

from benchmarks.measuring import loaded
from benchmarks.safety import estate
from gis_service import editing, publishing
from gis_service.editing import ANY, Patch
from gis_service.publishing import Change
from gis_service.store import features
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.rules import Feature

LAYER = CATALOGUE["warning_perimeters"]
TIMES = 20


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    with (
        loaded(words[0] if words else "town") as (database, _),
        database.transaction(OPERATOR) as db,
    ):
        _, site = estate(db)
        table = TABLES[LAYER.name]
        ids = list(db.scalars(select(table.c.id).where(table.c.site == site))) * TIMES
        figures = {
            "reworded": _figures(ids, lambda id_: _reword(db, id_)),
            "judged": _figures(ids, lambda id_: _judge(db, id_)),
        }
    Console().print_json(json.dumps(figures))


def _reword(db: Connection, id_: int) -> None:
    with db.begin_nested() as write:
        patch = Patch({"reason": "请绕行"}, reshapes=False, geometry=None)
        editing.amend(db, OPERATOR, LAYER, id_, patch, ANY)
        write.rollback()


def _judge(db: Connection, id_: int) -> None:
    held = features.hold(db, LAYER, id_)
    assert held is not None
    attributes, _ = editing.attributes_of(LAYER, held.properties)
    shown = Change.first(id_, Feature(held.geometry, attributes))
    publishing.problems(db, OPERATOR, LAYER, [shown])


def _figures(ids: list[int], act: Callable[[int], None]) -> dict[str, float]:
    act(ids[0])
    took = []
    for id_ in ids:
        begun = time.perf_counter()
        act(id_)
        took.append((time.perf_counter() - begun) * 1e3)
    return {
        "median_ms": round(float(np.median(took)), 1),
        "p95_ms": round(float(np.percentile(took, 95)), 1),
    }


if __name__ == "__main__":
    main()
