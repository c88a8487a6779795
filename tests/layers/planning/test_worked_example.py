"""The documentation's example is what the engine answers."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from layers.planning.candidates import Candidate, fen
from layers.planning.conflicts import conflicts
from layers.planning.constraints import Constraints
from layers.planning.criteria import CODES, CRITERIA, utilities
from layers.planning.scoring import Scores, score
from layers.planning.selection import Effort, Task, select
from layers.planning.weights import vector

TOLD = (Path(__file__).parents[3] / "docs" / "planning.md").read_text()
EXACT = Effort(gap=0)


def table(name: str) -> list[list[str]]:
    inside = TOLD.split(f"<!-- {name} -->")[1].split(f"<!-- /{name} -->")[0]
    lines = inside.strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


ROWS = table("example")


def scores() -> Scores:
    measures = np.full((len(ROWS), len(CODES)), np.nan)
    for at, (_, willingness, safety, *_) in enumerate(ROWS):
        measures[at, CODES.index("willingness")] = float(willingness)
        measures[at, CODES.index("safety")] = np.nan if safety == "?" else float(safety)
    return score(utilities(measures), vector({"willingness": 3, "safety": 1}))


def candidates() -> list[Candidate]:
    worth = scores().score
    return [Candidate(row[0], fen(Decimal(row[6])), worth[at]) for at, row in enumerate(ROWS)]


def test_the_scores_and_their_ranges() -> None:
    found = scores()
    for at, (_, _, _, told, low, high, _) in enumerate(ROWS):
        assert found.score[at] == pytest.approx(float(told))
        assert (found.low[at], found.high[at]) == pytest.approx((float(low), float(high)))


def test_the_choice_and_the_contradiction() -> None:
    budget = fen(Decimal(10_000_000))
    choice = select(Task(candidates(), Constraints(budget)), EXACT)
    assert choice.ids(candidates()) == ["乙", "丙"]
    assert choice.worth == pytest.approx(1.325)
    both = Task(candidates(), Constraints(budget, lock_in=["甲", "乙"]))
    assert conflicts(both.program().rows, 3) == ["budget", "lock_in:甲", "lock_in:乙"]


def test_the_table_of_criteria_is_the_declared_one() -> None:
    assert table("criteria") == [
        [
            f"`{each.code}`",
            each.title.zh,
            f"{each.worst:g}",
            f"{each.best:g}",
            each.unit.label.en,
            each.article or "—",
        ]
        for each in CRITERIA
    ]
