"""A perimeter checked while it is drawn: how long one answer takes, and who spends the time.

A community of 40 buildings, 120 doors and 10 perimeters stands among those of the demo; its whole
site is checked, then a perimeter drawn into it that leaves everyone a way, and one that leaves a
gap too narrow (finding the width of the gap is the most that the engine ever has to do). Beside
them, communities of the demo as they come. `python -m benchmarks.safety nation` asks among 300,000.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import numpy as np
from rich.console import Console
from rich.table import Table
from shapely import LineString, MultiPolygon, Point, Polygon, box
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection, select

from benchmarks.measuring import loaded
from gis_service import checking, surveying
from gis_service.checking import Ask
from gis_service.store import features, surroundings
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.geometry import in_degrees
from layers.core.layer import Visibility
from layers.core.rules import Feature
from layers.safety.scene import Perimeter, WorkArea

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
PERIOD = {"starts": "2026-11-01T00:00:00Z", "ends": "2026-12-20T00:00:00Z"}
TIMES = 200
Took = tuple[float, float, float]
BUILDINGS = [box(60 * c, 28 * r, 60 * c + 48, 28 * r + 12) for r in range(10) for c in range(4)]


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    scale = words[0] if words else "province"
    with loaded(scale) as (database, _), database.transaction(OPERATOR) as db:
        community, site = estate(db)
        table = TABLES["sites"]
        others = list(db.scalars(select(table.c.community).distinct().limit(TIMES)))
        free, gap = (_drawn(site, east) for east in (60.0, 248.9))
        cases: dict[str, Callable[[int], Took]] = {
            "whole site, 40 buildings, 10 perimeters": partial(_timed, db, [community], Ask(NOW)),
            "the same, drawing: all doors free": partial(_timed, db, [community], Ask(NOW, free)),
            "the same, drawing: a gap of 1.1 m": partial(_timed, db, [community], Ask(NOW, gap)),
            f"communities of the demo ({scale})": partial(_timed, db, others, Ask(NOW)),
        }
        figures = {name: _figures(case) for name, case in cases.items()}
    _report(figures)


def _timed(db: Connection, communities: list[int], ask: Ask, number: int) -> Took:
    """Milliseconds that the query took, that Python took, and that Python kept a processor."""
    community = communities[number % len(communities)]
    until = max(ask.watched.ends or NOW, ask.during.ends or NOW)
    start = time.perf_counter()
    rows = [*surroundings.surroundings(db, OPERATOR, community, NOW, until)]
    asked, busy = time.perf_counter(), time.thread_time()
    checking.check_scene(surveying.scene(rows, NOW, ask.watched), ask)
    done, idle = time.perf_counter(), time.thread_time()
    return (asked - start) * 1e3, (done - asked) * 1e3, (idle - busy) * 1e3


def _figures(case: Callable[[int], Took]) -> dict[str, float]:
    case(0)
    found = np.array([case(number) for number in range(TIMES)])
    whole = found[:, 0] + found[:, 1]
    return {
        "median_ms": round(float(np.median(whole)), 1),
        "p95_ms": round(float(np.percentile(whole, 95)), 1),
        "query_ms": round(float(np.median(found[:, 0])), 1),
        "python_ms": round(float(np.median(found[:, 1])), 1),
        "python_cpu_ms": round(float(np.median(found[:, 2])), 1),
    }


def _report(figures: dict[str, dict[str, float]]) -> None:
    if "--json" in sys.argv:
        Console().print_json(json.dumps(figures))
        return
    columns = ("case", "median ms", "p95 ms", "query ms", "Python ms", "Python CPU ms")
    table = Table(*columns, title="Safety checks")
    for name, costs in figures.items():
        table.add_row(name, *map(str, costs.values()))
    Console().print(table)


def _place(shape: BaseGeometry) -> BaseGeometry:
    return in_degrees(translate(shape, 560_000, 3_124_000), 4547)


def _drawn(site: int, east: float) -> Perimeter:
    """A hoarding across the estate from its west wall."""
    shape, work = (_place(box(-12, 100, east, north)) for north in (103.5, 101.0))
    assert isinstance(shape, Polygon)
    assert isinstance(work, Polygon)
    return Perimeter(shape, site=site, work=WorkArea(work, 1.0))


def estate(db: Connection) -> tuple[int, int]:
    """Ten rows of four slabs, each with three doors; every fourth has its front closed."""

    def add(layer: str, shape: BaseGeometry | None, **values: object) -> int:
        declared = CATALOGUE[layer]
        attributes = declared.attributes.model_validate({**declared.example, **values})
        feature = declared.fit(Feature(None if shape is None else _place(shape), attributes))
        return features.add_many(db, declared, [feature], Visibility.PUBLISHED)[0]

    ground = box(-12, -12, 250, 300)
    division = db.scalars(select(TABLES["divisions"].c.code).limit(1)).one()
    community = add("communities", MultiPolygon([ground]), code="bench-safety", division=division)
    site = add("sites", ground, community=community)
    own = {"community": community}
    add("entrances", Point(-7, -12), **own, kind="community_gate", width_m=5.0)
    add("fire_lanes", LineString([(-7, -12), (-7, 290)]), **own, width_m=5.0)
    for row in range(10):
        y = row * 28 + 17
        add("fire_lanes", LineString([(-7, y), (230, y)]), **own, width_m=4.0)
    for number, shape in enumerate(BUILDINGS):
        building = add("buildings", shape, **own, number=str(number))
        west, south, east, north = shape.bounds
        for x in (west + 8, west + 24, west + 40):
            add("entrances", Point(x, north), **own, building=building, kind="unit_door")
        if number % 4 == 0:
            front = box(west, south - 1.5, east, south)
            area = add("work_areas", front, site=site, **PERIOD)
            closed = front.buffer(5.02, quad_segs=16).difference(shape)
            add("warning_perimeters", closed, site=site, work_area=area, **PERIOD)
    add("material_storage", box(200, 292, 205, 298), site=site, enclosed=True)
    add("reception_points", Point(100, -5), site=site)
    return community, site


if __name__ == "__main__":
    main()
