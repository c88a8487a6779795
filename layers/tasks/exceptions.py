"""Exceptions from safety: those that nobody has approved, and those that end. N(七)."""

from collections.abc import Iterator
from datetime import timedelta

from layers.core.text import Text
from layers.ledgers.exceptions import LAYER
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Excused
from layers.tasks.task import Task

_ARTICLE = "N(七)"
_RENEWED = timedelta(days=7)
"""How long before its end an exception is to be renewed: the platform's own."""


def to_approve(affairs: Affairs) -> Iterator[Task]:
    for each in affairs.of(Excused):
        if affairs.waits(each.draft):
            yield Task(
                Text(
                    "安全例外待批准:{check},至 {ends}。",
                    "An exception waits for approval: {check}, until {ends}.",
                ).format(check=each.check.label, ends=each.ends),
                _ARTICLE,
                LAYER.name,
                field="visibility",
                row=each.id,
                site=each.site,
            )


def ending(affairs: Affairs) -> Iterator[Task]:
    """Renewed, or the finding mended and the exception deleted."""
    for each in affairs.of(Excused):
        if affairs.waits(each.draft) or each.ends > affairs.today + _RENEWED:
            continue
        if any(_renews(other, each) for other in affairs.of(Excused)):
            continue
        yield Task(
            Text(
                "安全例外({check})至 {ends} 到期,须整改或续期。",
                "The exception ({check}) ends on {ends}: mend it, or renew the exception.",
            ).format(check=each.check.label, ends=each.ends),
            _ARTICLE,
            LAYER.name,
            due=each.ends,
            field="ends",
            row=each.id,
            site=each.site,
        )


def _renews(other: Excused, each: Excused) -> bool:
    same = (other.site, other.perimeter, other.check) == (each.site, each.perimeter, each.check)
    return same and (other.ends, other.id) > (each.ends, each.id)
