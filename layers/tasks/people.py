"""Those who watch over the works, and those who are asked afterwards. N(六), N(八)."""

from collections.abc import Iterator

from layers.core.moments import day
from layers.core.text import Text
from layers.gates.satisfaction import satisfaction_surveyed
from layers.ledgers import supervisors, surveys
from layers.stages import Stage
from layers.tasks.affairs import SOON, Affairs
from layers.tasks.rows import Remarked, Supervising
from layers.tasks.task import Task

_WATCHED = frozenset({Stage.APPROVED, Stage.UNDER_WORKS, Stage.SUSPENDED})
"""From the consensus to the acceptance there is something to supervise."""


def to_confirm(affairs: Affairs) -> Iterator[Task]:
    for each in affairs.of(Supervising):
        if affairs.waits(each.draft):
            yield Task(
                Text(
                    "义务监督员的申请或推荐待确认。",
                    "Somebody applied, or was recommended, as a supervisor.",
                ),
                "N(六)",
                supervisors.LAYER.name,
                field="visibility",
                row=each.id,
            )


def leaving(affairs: Affairs) -> Iterator[Task]:
    """Nobody will be left to supervise the works when the last term ends."""
    terms = [each for each in affairs.of(Supervising) if not affairs.waits(each.draft)]
    if not terms or affairs.evidence.stage not in _WATCHED:
        return
    ends = [each.term_ends for each in terms if each.term_ends is not None]
    last = max(ends, default=None)
    if last is None or len(ends) < len(terms) or last > affairs.today + SOON:
        return
    yield Task(
        Text(
            f"义务监督员任期至 {last} 全部届满,须续任或另选。",
            f"All supervisors' terms end by {last}: renew them or choose others.",
        ),
        "N(六)",
        supervisors.LAYER.name,
        due=last,
    )


def to_survey(affairs: Affairs) -> Iterator[Task]:
    """Residents are asked once the works are accepted."""
    evidence = affairs.evidence
    if evidence.stage is not Stage.ACCEPTED:
        return
    for item in satisfaction_surveyed(evidence):
        if not item.is_met:
            due = evidence.since and affairs.in_time(day(evidence.since), "survey-days")
            yield Task(
                item.message,
                item.article,
                surveys.LAYER.name,
                due=due,
                to=Stage.SATISFACTION_SURVEYED,
            )


def remarks(affairs: Affairs) -> Iterator[Task]:
    """What residents remarked is adopted or not, and why."""
    if waiting := affairs.of(Remarked):
        first = min(waiting, key=lambda each: (each.on, each.id))
        count = len(waiting)
        yield Task(
            Text(
                f"{count} 条满意度调查意见未处理,最早 {first.on}。",
                f"{count} remarks in surveys have no outcome, the first of {first.on}.",
            ),
            "N(八)",
            surveys.LAYER.name,
            field="outcome",
            row=first.id,
        )
