"""Selecting: which communities within the money, proven, compared with greedy and explained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gis_service.errors import Invalid
from gis_service.ranking import Ranking
from layers.core.rules import Problem
from layers.core.text import Text
from layers.planning.alternatives import alternatives
from layers.planning.candidates import Candidate
from layers.planning.conflicts import conflicts
from layers.planning.constraints import Chosen
from layers.planning.curve import Step, cost, curve
from layers.planning.neighbours import in_metres
from layers.planning.selection import Choice, Effort, Status, Task, choose, named

EXACT_UP_TO = 1000
"""So many candidates are solved to the very optimum; more to a gap that nobody would notice."""
FINE_GAP = 1e-4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What beside the choice itself: alternatives worth nearly as much, and a curve of budgets."""

    alternatives: int = 0
    tolerance: float = 0.01
    budgets: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """`conflicts` are names of constraints where there is no choice. Costs in fen."""

    choice: Choice
    chosen: Sequence[str]
    cost: int
    conflicts: Sequence[str]
    greedy: Sequence[str] | None
    alternatives: Sequence["Alternative"]
    curve: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Alternative:
    """A choice nearly as good; `entered` and `left` are against the best."""

    chosen: Sequence[str]
    worth: float
    cost: int
    entered: Sequence[str]
    left: Sequence[str]


def effort_for(count: int, gap: float | None, seconds: float) -> Effort:
    exact = 0.0 if count <= EXACT_UP_TO else FINE_GAP
    return Effort(exact if gap is None else gap, seconds)


def select(task: Task, effort: Effort, wanted: Wanted = Wanted()) -> Selection:
    """Raises Invalid where a lock, a bundle or a neighbour is no candidate."""
    _check(task)
    program = task.program()
    choice = choose(task, program, effort)
    found: list[Chosen] = []
    if wanted.alternatives and choice.status is not Status.INFEASIBLE:
        found += alternatives(
            program, choice.chosen, wanted.alternatives, wanted.tolerance, effort.seconds
        )
    why = []
    if choice.status is Status.INFEASIBLE:
        why = conflicts(program.rows, len(program))
    steps = curve(task, wanted.budgets, replace(effort, gap=max(effort.gap, 1e-3)))
    return Selection(
        choice=choice,
        chosen=choice.ids(task.candidates),
        cost=cost(task, choice.chosen),
        conflicts=why,
        greedy=None if choice.greedy is None else named(task.candidates, choice.greedy),
        alternatives=[
            Alternative(
                named(task.candidates, each),
                program.worth(each),
                cost(task, each),
                named(task.candidates, each & ~choice.chosen),
                named(task.candidates, choice.chosen & ~each),
            )
            for each in found
        ],
        curve=[*steps] if wanted.budgets else [],
    )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Ranked, but no candidate: outside the gate, or of unknown cost."""

    id: str
    name: str
    reason: Text


_OUTSIDE = Text("未达到列入计划的条件", "Outside the gate into the annual plan")
_NO_COST = Text("没有改造内容预算,造价未知", "No works with a budget: its cost is not known")


def candidates(
    ranking: Ranking, *, only_eligible: bool = True, household_cost: int | None = None
) -> tuple[list[Candidate], list[LeftOut]]:
    """Of a ranking. `household_cost` (fen) is what a household is taken to cost where no works
    have a budget yet; without it such a community cannot be chosen."""
    places = in_metres({each.id: each.place for each in ranking.judged if each.place})
    found, out = [], []
    for each, score in zip(ranking.judged, ranking.scores.score.tolist(), strict=True):
        cost_ = each.cost
        if cost_ is None and household_cost is not None and each.households:
            cost_ = household_cost * each.households
        if only_eligible and each.missing:
            out.append(LeftOut(each.id, each.name, _OUTSIDE))
        elif cost_ is None:
            out.append(LeftOut(each.id, each.name, _NO_COST))
        else:
            found.append(
                Candidate(
                    each.id,
                    cost_,
                    score,
                    each.county,
                    each.households or 0,
                    min(each.profitable, cost_),
                    position=places.get(each.id),
                )
            )
    return found, out


def _check(task: Task) -> None:
    known = {each.id for each in task.candidates}
    asked = task.constraints
    problems = [
        *_strangers("constraints.lock_in", asked.lock_in, known),
        *_strangers("constraints.lock_out", asked.lock_out, known),
        *_strangers("constraints.bundles", (id_ for each in asked.bundles for id_ in each), known),
        *_strangers("neighbours", (id_ for pair in task.neighbours for id_ in pair), known),
    ]
    if len(known) < len(task.candidates):
        said = Text("两个候选小区的 id 相同。", "Two candidates have the same id.")
        problems.append(Problem("candidates.twice", said, "candidates"))
    if problems:
        raise Invalid(problems)


def _strangers(field: str, ids: Iterable[str], known: set[str]) -> Iterable[Problem]:
    for id_ in sorted(set(ids) - known):
        said = Text(f"“{id_}”不在候选之中。", f"'{id_}' is no candidate.")
        yield Problem("candidate.unknown", said, field)
