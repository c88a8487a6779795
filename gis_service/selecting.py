"""Selecting: which communities within the money, proven, compared with greedy and explained."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gis_service.errors import Invalid
from gis_service.ranking import Asked, Judged, Ranking, rank
from layers.core.rules import Problem
from layers.core.text import Text
from layers.gates.item import Item
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


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of communities that were judged. `task` makes candidates a question to the
    solver; `household_cost` is in fen."""

    weights: Mapping[str, float]
    task: Callable[[Sequence[Candidate]], Task]
    only_eligible: bool = True
    household_cost: int | None = None
    gap: float | None = None
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice, with all that it was made of."""

    ranking: Ranking
    candidates: Sequence[Candidate]
    out: "Sequence[LeftOut]"
    selection: "Selection"


def answer(found: Sequence[Judged], question: Question, wanted: Wanted = Wanted()) -> Answer:
    """Ranks, leaves out whom it must, and chooses. Raises Invalid as `rank` and `select` do."""
    ranked = rank(found, Asked(question.weights))
    able, out = candidates(
        ranked, only_eligible=question.only_eligible, household_cost=question.household_cost
    )
    effort = effort_for(len(able), question.gap, question.seconds)
    return Answer(ranked, able, out, select(question.task(able), effort, wanted, out))


def select(
    task: Task, effort: Effort, wanted: Wanted = Wanted(), out: "Sequence[LeftOut]" = ()
) -> Selection:
    """Raises Invalid where a lock, a bundle or a neighbour is no candidate, with all that is
    missing of one that was left `out`."""
    _check(task, {each.id: each for each in out})
    program = task.program()
    choice = choose(task, program, effort)
    found: list[Chosen] = []
    if wanted.alternatives and choice.chosen.any():
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
    """Ranked, but no candidate: outside the gate, of which all is told that is `missing`, or of
    unknown cost."""

    id: str
    name: str
    reason: Text
    missing: Sequence[Item] = ()


_OUTSIDE = Text("未达到列入计划的条件", "Outside the gate into the annual plan")
_NO_COST = Text("没有改造内容预算,造价未知", "No works with a budget: its cost is not known")


def candidates(
    ranking: Ranking, *, only_eligible: bool = True, household_cost: int | None = None
) -> tuple[list[Candidate], list[LeftOut]]:
    """Of a ranking. `household_cost` (fen) is what a household is taken to cost where no works
    have a budget yet; without it such a community cannot be chosen."""
    places = in_metres({each.id: each.place for each in ranking.judged if each.place})
    found: list[Candidate] = []
    out: list[LeftOut] = []
    for each, score in zip(ranking.judged, ranking.scores.score.tolist(), strict=True):
        cost_ = each.cost
        if cost_ is None and household_cost is not None and each.households:
            cost_ = household_cost * each.households
        if only_eligible and each.missing:
            out.append(LeftOut(each.id, each.name, _OUTSIDE, each.missing))
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


def _check(task: Task, out: Mapping[str, LeftOut]) -> None:
    known = {each.id for each in task.candidates}
    asked = task.constraints
    named = {
        "constraints.lock_in": asked.lock_in,
        "constraints.lock_out": asked.lock_out,
        "constraints.bundles": [id_ for each in asked.bundles for id_ in each],
        "neighbours": [id_ for pair in task.neighbours for id_ in pair],
    }
    problems = [
        problem
        for field, ids in named.items()
        for id_ in sorted(set(ids) - known)
        for problem in _no_candidate(id_, out.get(id_), field)
    ]
    if len(known) < len(task.candidates):
        said = Text("两个候选小区的 id 相同。", "Two candidates have the same id.")
        problems.append(Problem("candidates.twice", said, "candidates"))
    if problems:
        raise Invalid(problems)


def _no_candidate(id_: str, out: LeftOut | None, field: str) -> Iterator[Problem]:
    """Why: everything that the gate misses of it, or that its cost is not known."""
    if out is None:
        said = Text(f"“{id_}”不在候选之中。", f"'{id_}' is no candidate.")
        yield Problem("candidate.unknown", said, field)
        return
    told = Text("“{name}”不能入选:{why}", "'{name}' cannot be chosen: {why}")
    for item in out.missing:
        said = told.format(name=out.name, why=item.message)
        yield Problem(item.code, said, field, item.article)
    if not out.missing:
        said = told.format(name=out.name, why=out.reason)
        yield Problem("candidate.cost_unknown", said, field)
