"""What residents asked or reported, and nobody has answered. N(七)."""

from collections.abc import Iterator
from datetime import timedelta

from layers import reports
from layers.core.moments import day
from layers.core.text import Text
from layers.ledgers import reception_items
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Received, Reported
from layers.tasks.task import Task
from layers.tasks.words import brief

_ARTICLE = "N(七)"
_NEAR = timedelta(days=3)
"""How long before its deadline a reply is asked for: the platform's own."""


def receptions(affairs: Affairs) -> Iterator[Task]:
    for each in affairs.of(Received):
        if each.reply_by <= affairs.today + _NEAR:
            yield Task(
                Text(
                    f"接待事项待答复:{brief(each.text)}",
                    f"Reception, to answer: {brief(each.text)}",
                ),
                _ARTICLE,
                reception_items.LAYER.name,
                due=each.reply_by,
                field="reply",
                row=each.id,
                site=each.site,
            )


def unmoderated(affairs: Affairs) -> Iterator[Task]:
    """What its sender wants to be private is shown to nobody, and needs no moderation."""
    for each in affairs.of(Reported):
        if affairs.waits(each.draft) and not each.private:
            yield _task(
                each, Text("待审核", "to moderate"), affairs, "moderation-days", "visibility"
            )


def unanswered(affairs: Affairs) -> Iterator[Task]:
    for each in affairs.of(Reported):
        if each.private or not affairs.waits(each.draft):
            what = Text("要求重办", "reopened") if each.reopened_at else Text("待答复", "to answer")
            yield _task(each, what, affairs, "report-reply-days", "reply")


def _task(each: Reported, what: Text, affairs: Affairs, rule: str, field: str) -> Task:
    return Task(
        Text("居民诉求({category}){what}:{text}", "Report ({category}), {what}: {text}").format(
            category=each.category.label, what=what, text=brief(each.text)
        ),
        _ARTICLE,
        reports.LAYER.name,
        due=affairs.in_time(day(each.reopened_at or each.reported_at), rule),
        field=field,
        row=each.id,
    )
