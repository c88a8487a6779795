"""Planning: what scoring, its stability and the best choice cost, and what greedy gives away.

Made communities in the sizes of a province and of the country; no database.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from rich.console import Console
from rich.table import Table

from layers.planning.acceptability import acceptability
from layers.planning.candidates import Candidate
from layers.planning.constraints import Constraints
from layers.planning.criteria import CODES
from layers.planning.curve import curve
from layers.planning.scoring import score
from layers.planning.selection import Effort, Task, select
from layers.planning.topsis import closeness
from layers.planning.weights import BUREAU, vector

PROVINCE, COUNTRY, DRAWS = 8_000, 300_000, 10_000
GAP, SECONDS = 1e-3, 60
COUNTIES = 100
STEPS = 20
Figures = dict[str, dict[str, float]]
Found = TypeVar("Found")


def main() -> None:
    figures: Figures = {}
    weights = vector(BUREAU.weights)
    rng = np.random.default_rng(1)
    for count in (PROVINCE, COUNTRY):
        table = rng.random((count, len(CODES)))
        table[rng.random(table.shape) < 0.1] = np.nan
        took, found = _timed(lambda t=table: score(t, weights))  # type: ignore[misc]
        figures[f"scores of {count:,}"] = {"ms": took}
        took, _ = _timed(lambda f=found: np.argsort(-f.score))  # type: ignore[misc]
        figures[f"order of {count:,}"] = {"ms": took}
        took, _ = _timed(lambda t=table: closeness(t, weights))  # type: ignore[misc]
        figures[f"TOPSIS of {count:,}"] = {"ms": took}
        if count == PROVINCE:
            took, _ = _timed(
                lambda t=table: acceptability(t, weights, draws=DRAWS, top=200)  # type: ignore[misc]
            )
            figures[f"SMAA of {count:,}, {DRAWS:,} draws"] = {"ms": took}
    for bonus in (0.0, 0.05):
        for name, constraints, candidates in _tasks():
            figures[f"{name}, bonus {bonus}"] = _choice(candidates, constraints, bonus)
    name, constraints, candidates = _tasks()[0]
    figures[f"{name}, {STEPS} budgets"] = _curve(candidates, constraints)
    _report(figures)


def _timed(work: Callable[[], Found]) -> tuple[float, Found]:
    start = time.perf_counter()
    found = work()
    return round((time.perf_counter() - start) * 1e3, 1), found


def _choice(candidates: list[Candidate], asked: Constraints, bonus: float) -> dict[str, float]:
    task = Task(candidates, asked, neighbour_bonus=bonus, neighbour_distance_m=500)
    took, found = _timed(lambda: select(task, Effort(GAP, SECONDS)))
    better = 0.0 if not found.greedy_worth else found.worth / found.greedy_worth - 1
    return {"ms": took, "gap_%": round(found.gap * 100, 4), "over_greedy_%": round(better * 100, 3)}


def _curve(candidates: list[Candidate], asked: Constraints) -> dict[str, float]:
    """What the desk lets one scrub: from a tenth of the budget to twice as much."""
    assert asked.budget
    budgets = [asked.budget * step // (STEPS // 2) for step in range(1, STEPS + 1)]
    task = Task(candidates, asked)
    took, found = _timed(lambda: [*curve(task, budgets, Effort(GAP, SECONDS))])
    return {"ms": took, "gap_%": round(max(step.choice.gap for step in found) * 100, 4)}


def _tasks() -> list[tuple[str, Constraints, list[Candidate]]]:
    """As dense as a city: each has some six neighbours within 500 m."""
    rng = np.random.default_rng(1)
    places = rng.uniform(0, 32_000, (PROVINCE, 2))
    candidates = [
        Candidate(
            str(at),
            int(rng.lognormal(2, 0.5) * 1e6) * 100,
            float(rng.beta(4, 3)),
            str(rng.integers(COUNTIES)),
            int(rng.lognormal(5.3, 0.5)),
            position=(float(places[at, 0]), float(places[at, 1])),
        )
        for at in range(PROVINCE)
    ]
    budget = sum(each.cost for each in candidates) // 7
    counties = [str(each) for each in range(COUNTIES)]
    rich = Constraints(
        budget,
        max_count=PROVINCE // 8,
        county_min=dict.fromkeys(counties, 3),
        county_max=dict.fromkeys(counties, 20),
        bundles=[(str(at), str(at + 1)) for at in range(0, 200, 2)],
    )
    return [
        ("a budget", Constraints(budget), candidates),
        ("budget, quotas, floors, bundles", rich, candidates),
    ]


def _report(figures: Figures) -> None:
    if "--json" in sys.argv:
        Console().print_json(json.dumps(figures))
        return
    table = Table("operation", "ms", "proven gap %", "over greedy %", title="Planning")
    for name, each in figures.items():
        told = (str(each.get(key, "")) for key in ("ms", "gap_%", "over_greedy_%"))
        table.add_row(name, *told)
    Console().print(table)


if __name__ == "__main__":
    main()
