"""What more money would bring: the best choice at each budget, who comes in and who falls out.

Choices need not nest: with more money a dear community may take the place of two cheap ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layers.planning.constraints import Chosen
from layers.planning.selection import Choice, Effort, Task, named, select


@dataclass(frozen=True, slots=True)
class Step:
    """`chosen`, `entered` and `left` are ids, the last two against the step before."""

    budget: int
    choice: Choice
    cost: int
    chosen: Sequence[str]
    entered: Sequence[str]
    left: Sequence[str]


def curve(task: Task, budgets: Sequence[int], effort: Effort) -> Iterator[Step]:
    """A step for each budget, in rising order; `effort` is for all of them together."""
    each = replace(effort, seconds=effort.seconds / max(len(budgets), 1))
    before: Chosen | None = None
    for budget in sorted(set(budgets)):
        choice = select(replace(task, constraints=replace(task.constraints, budget=budget)), each)
        known = choice.chosen if before is None else before
        yield Step(
            budget,
            choice,
            cost(task, choice.chosen),
            choice.ids(task.candidates),
            named(task.candidates, choice.chosen & ~known),
            named(task.candidates, known & ~choice.chosen),
        )
        before = choice.chosen


def cost(task: Task, chosen: Chosen) -> int:
    return sum(each.cost for each, taken in zip(task.candidates, chosen, strict=True) if taken)
