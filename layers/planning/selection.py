"""Selection: those candidates that are worth the most together within every constraint.

Three steps to a proven optimum. The relaxation bounds what can be had; near it lies a good choice
(the greedy one, or the best of what the relaxation leaves open); what that choice does not decide
is searched to the end by HiGHS.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from layers.core.text import Term
from layers.planning.candidates import Candidate, Objective
from layers.planning.constraints import Chosen, Constraints, Ints, rows
from layers.planning.greedy import greedy
from layers.planning.neighbours import pairs
from layers.planning.program import Program, solved
from layers.planning.relaxation import relaxed

_NOTHING = 1e-12
_ROUNDING = 1e-9


class Status(Term):
    OPTIMAL = "optimal", "最优", "Optimal"
    TIME_LIMIT = "time_limit", "已到时限", "Out of time"
    INFEASIBLE = "infeasible", "无可行方案", "No choice meets every constraint"


@dataclass(frozen=True, slots=True)
class Effort:
    """How near to the optimum is near enough (relative), and how long to look for it."""

    gap: float = 1e-4
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Task:
    """One question: candidates, what they must hold to, and what counts."""

    candidates: Sequence[Candidate]
    constraints: Constraints
    objective: Objective = Objective.SCORE
    neighbour_bonus: float = 0.0
    neighbour_distance_m: float = 0.0
    neighbours: Iterable[tuple[str, str]] = ()

    def program(self) -> Program:
        """Raises KeyError for a lock, a bundle or a neighbour of what is no candidate."""
        values = np.array([each.value(self.objective) for each in self.candidates], dtype=float)
        near = pairs(
            self.candidates,
            self.objective,
            self.neighbour_bonus,
            distance_m=self.neighbour_distance_m,
            named=self.neighbours,
        )
        return Program(values, rows(self.candidates, self.constraints), near)


@dataclass(frozen=True, slots=True)
class Choice:
    """`gap` is proven: no choice is worth more than (1 + gap) times this one. `greedy` is the
    sorted list's choice, None where it meets not every constraint."""

    status: Status
    chosen: Chosen
    worth: float
    gap: float
    greedy: Chosen | None
    greedy_worth: float | None = None

    def ids(self, candidates: Sequence[Candidate]) -> list[str]:
        return named(candidates, self.chosen)


def named(candidates: Sequence[Candidate], chosen: Chosen) -> list[str]:
    return [candidates[at].id for at in np.flatnonzero(chosen).tolist()]


def select(task: Task, effort: Effort = Effort()) -> Choice:
    return choose(task, task.program(), effort)


def choose(task: Task, program: Program, effort: Effort) -> Choice:
    """The same for a program that has been made already, or has more rows."""
    if not len(program):
        nobody = np.zeros(0, dtype=bool)
        met = Status.OPTIMAL if program.allows(nobody) else Status.INFEASIBLE
        return Choice(met, nobody, 0.0, 0.0, None)
    until = time.monotonic() + effort.seconds
    first = greedy(program, task.candidates, task.constraints)
    search = _Search(program, effort.gap, until, first)
    proven = search.run()
    known = search.best
    if known is None:
        status = Status.INFEASIBLE if proven else Status.TIME_LIMIT
        return Choice(status, np.zeros(len(program), dtype=bool), 0.0, 0.0, None)
    return Choice(
        Status.OPTIMAL if proven else Status.TIME_LIMIT,
        known,
        search.worth,
        search.gap,
        first,
        None if first is None else program.worth(first),
    )


class _Search:
    """The best choice so far and the bound on all; both only ever get better."""

    def __init__(
        self, program: Program, wanted_gap: float, until: float, first: Chosen | None
    ) -> None:
        self.program, self.wanted_gap, self.until = program, wanted_gap, until
        self.best, self.worth, self.bound = first, -np.inf, np.inf
        if first is not None:
            self.worth = program.worth(first)

    @property
    def left(self) -> float:
        return self.until - time.monotonic()

    @property
    def gap(self) -> float:
        above = (self.bound - self.worth) / max(abs(self.worth), _NOTHING)
        return above if above > _ROUNDING else 0.0

    @property
    def near_enough(self) -> bool:
        return self.best is not None and self.gap <= self.wanted_gap

    def run(self) -> bool:
        """Whether the end was reached: a choice within the wanted gap, or the proof of none."""
        relaxation = relaxed(self.program, self.left)
        nothing, everything = self._undecided()
        if relaxation is None:
            return self._search(nothing, everything, self.left)
        self.bound = relaxation.bound
        if not self.near_enough:
            self._search(*relaxation.rounded(), self.left / 3)
        if self.near_enough:
            return True
        if self.best is None:
            return self._search(nothing, everything, self.left)
        return self._search(*relaxation.decided(self.worth), self.left, covers_all=True)

    def _undecided(self) -> tuple[Ints, Ints]:
        none = np.zeros(len(self.program), dtype=np.int64)
        return none, none + 1

    def _search(
        self, lower: Ints, upper: Ints, seconds: float, *, covers_all: bool = False
    ) -> bool:
        """Between bounds; `covers_all` says that nothing better lies outside them."""
        whole = covers_all or bool((lower == 0).all() and (upper == 1).all())
        found = solved(
            self.program, lower=lower, upper=upper, gap=self.wanted_gap / 2, seconds=seconds
        )
        if found.chosen is not None and (worth := self.program.worth(found.chosen)) > self.worth:
            self.best, self.worth = found.chosen, worth
        if not whole:
            return False
        if found.chosen is None and found.proven:
            # Nothing there is better than what is known, if anything is.
            self.bound = self.worth
            return True
        self.bound = min(self.bound, max(found.bound, self.worth))
        return found.proven or self.near_enough
