"""What was posted ends, and what residents said of it waits for moderation or an answer. N(五)."""

from collections import defaultdict
from collections.abc import Iterator

from layers.core.moments import day
from layers.core.text import Text
from layers.ledgers import comments
from layers.ledgers import publicity as postings
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Said
from layers.tasks.task import Task

_ARTICLE = "N(五)"


def ends_today(affairs: Affairs) -> Iterator[Task]:
    for posting in affairs.evidence.postings:
        if posting.ends == affairs.today:
            yield Task(
                Text(
                    f"“{posting.title}”今日公示期满,请收回意见、存留照片。",
                    f"'{posting.title}' is posted until today: collect what was said.",
                ),
                _ARTICLE,
                postings.LAYER.name,
                due=posting.ends,
                row=posting.id,
            )


def unmoderated(affairs: Affairs) -> Iterator[Task]:
    waiting = [each for each in affairs.of(Said) if affairs.waits(each.draft)]
    if waiting:
        count, first = len(waiting), min(waiting, key=lambda each: each.made_at)
        yield Task(
            Text(f"{count} 条公示意见待审核。", f"{count} comments wait for moderation."),
            _ARTICLE,
            comments.LAYER.name,
            due=affairs.in_time(day(first.made_at), "moderation-days"),
            row=first.id,
        )


def unanswered(affairs: Affairs) -> Iterator[Task]:
    """Answered by the end of the publicity: the gate into the approval opens no sooner."""
    by_posting: dict[int, list[Said]] = defaultdict(list)
    for each in affairs.of(Said):
        if not each.answered and not affairs.waits(each.draft):
            by_posting[each.publicity].append(each)
    for posting in affairs.evidence.postings:
        if waiting := by_posting.get(posting.id):
            count, ends = len(waiting), posting.ends
            until = Text("已于 {ends} 期满", "was posted until {ends}")
            if ends >= affairs.today:
                until = Text("至 {ends}", "is posted until {ends}")
            yield Task(
                Text(
                    "公示{until},{count} 条意见未答复。",
                    "What {until} has {count} comments unanswered.",
                ).format(until=until.format(ends=ends), count=count),
                _ARTICLE,
                comments.LAYER.name,
                due=ends,
                field="answer",
                row=min(waiting, key=lambda each: each.made_at).id,
            )
