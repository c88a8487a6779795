"""What residents said of a plan waits for moderation, then for an answer. N(五)."""

from collections import defaultdict
from collections.abc import Iterator

from layers.core.moments import day
from layers.core.text import Text
from layers.ledgers.comments import LAYER
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Posted, Said
from layers.tasks.task import Task

_ARTICLE = "N(五)"


def new(affairs: Affairs) -> Iterator[Task]:
    waiting = [each for each in affairs.of(Said) if affairs.waits(each.draft)]
    if waiting:
        count, first = len(waiting), min(waiting, key=lambda each: each.made_at)
        yield Task(
            Text(f"{count} 条公示意见待审核。", f"{count} comments wait for moderation."),
            _ARTICLE,
            LAYER.name,
            due=affairs.in_time(day(first.made_at), "moderation-days"),
            row=first.id,
        )


def unanswered(affairs: Affairs) -> Iterator[Task]:
    """Answered by the end of the publicity: the gate into the approval opens no sooner."""
    by_posting: dict[int, list[Said]] = defaultdict(list)
    for each in affairs.of(Said):
        if not each.answered and not affairs.waits(each.draft):
            by_posting[each.publicity].append(each)
    for posting in affairs.of(Posted):
        if waiting := by_posting.get(posting.id):
            until = Text("至 {ends}", "is posted until {ends}")
            if posting.ends < affairs.today:
                until = Text("已于 {ends} 期满", "was posted until {ends}")
            yield Task(
                Text(
                    "公示{until},{count} 条意见未答复。",
                    "What {until} has {count} comments without an answer.",
                ).format(until=until.format(ends=posting.ends), count=len(waiting)),
                _ARTICLE,
                LAYER.name,
                due=posting.ends,
                field="answer",
                row=min(waiting, key=lambda each: each.made_at).id,
            )
