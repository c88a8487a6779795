"""Choices against brute force: no constraint exceeded, nothing better left out, no false excuse."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.planning.alternatives import alternatives
from layers.planning.candidates import Candidate
from layers.planning.conflicts import conflicts
from layers.planning.constraints import Chosen, Constraints
from layers.planning.program import Program
from layers.planning.selection import Effort, Status, Task, select

EXACT = Effort(gap=0, seconds=20)
IDS = tuple("abcdef")

candidates = st.lists(
    st.tuples(st.integers(0, 1000), st.floats(0, 1), st.sampled_from(["x", "y"])),
    min_size=len(IDS),
    max_size=len(IDS),
).map(
    lambda rows: [
        Candidate(id_, cost, round(score, 6), county)
        for id_, (cost, score, county) in zip(IDS, rows, strict=True)
    ]
)
constraints = st.builds(
    Constraints,
    budget=st.integers(0, 3000),
    max_count=st.one_of(st.none(), st.integers(0, 6)),
    min_count=st.one_of(st.none(), st.integers(0, 4)),
    county_min=st.dictionaries(st.sampled_from(["x", "y"]), st.integers(0, 4)),
    county_max=st.dictionaries(st.sampled_from(["x", "y"]), st.integers(0, 4)),
    lock_in=st.lists(st.sampled_from(IDS), max_size=2, unique=True),
    lock_out=st.lists(st.sampled_from(IDS), max_size=2, unique=True),
    bundles=st.lists(
        st.lists(st.sampled_from(IDS), min_size=2, max_size=3, unique=True), max_size=1
    ),
)


def every(program: Program) -> list[Chosen]:
    choices = (np.array(each) for each in product([False, True], repeat=len(program)))
    return [each for each in choices if program.allows(each)]


@settings(max_examples=60)
@given(candidates, constraints, st.sampled_from([0.0, 0.2]))
def test_the_choice_is_the_best_that_brute_force_finds(
    given_: list[Candidate], asked: Constraints, bonus: float
) -> None:
    near = [("a", "b"), ("c", "d")]
    task = Task(given_, asked, neighbour_bonus=bonus, neighbours=near)
    program, choice = task.program(), select(task, EXACT)
    possible = every(program)
    if not possible:
        assert choice.status is Status.INFEASIBLE
        return
    assert choice.status is Status.OPTIMAL
    assert program.allows(choice.chosen)
    assert choice.worth == pytest.approx(max(map(program.worth, possible)), abs=1e-6)
    assert choice.greedy_worth is None or choice.greedy_worth <= choice.worth + 1e-9


@settings(max_examples=40)
@given(candidates, constraints)
def test_the_conflict_is_a_smallest_that_contradicts_itself(
    given_: list[Candidate], asked: Constraints
) -> None:
    program = Task(given_, asked).program()
    found = conflicts(program.rows, len(program))
    if every(program):
        assert found == []
        return

    def contradict(names: set[str]) -> bool:
        rows = [row for row in program.rows if row.name in names]
        return not every(Program(program.values, rows))

    assert contradict(set(found))
    fewer = combinations({row.name for row in program.rows}, len(found) - 1)
    assert not any(contradict(set(names)) for names in fewer)


def test_alternatives_hold_to_the_constraints_and_are_nearly_as_good() -> None:
    rng = np.random.default_rng(1)
    many = [Candidate(str(at), int(rng.integers(50, 99)), 0.5) for at in range(40)]
    task = Task(many, Constraints(budget=900, max_count=10))
    best, program = select(task, EXACT), task.program()
    found = alternatives(program, best.chosen, 2, 0.1, 10)
    assert found
    for each in found:
        assert program.allows(each)
        assert program.worth(each) >= 0.9 * best.worth - 1e-6
        assert (each & ~best.chosen).any()
