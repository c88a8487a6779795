"""One thing that needs somebody, and one kind of such things."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from layers.core.text import Text
from layers.stages import Stage
from layers.tasks.affairs import Affairs


@dataclass(frozen=True, slots=True)
class Task:
    """`message` says what to do. `due` is the last day on which it is in time; None has none.

    `layer`, `field` and `row` are where it is done, as with a gate's `Supply`; `site` is the site
    whose business it is. `to` is the stage that the community then may be led into.
    """

    message: Text
    article: str
    layer: str
    due: date | None = None
    field: str | None = None
    row: int | None = None
    site: int | None = None
    to: Stage | None = None

    def overdue(self, today: date) -> int:
        """Days since the last day on which it was in time."""
        return 0 if self.due is None else max(0, (today - self.due).days)


@dataclass(frozen=True, slots=True)
class Kind:
    """`part` is the part of the street desk in which tasks of the kind are done, or a page of
    it; `ledger` is the one of forms, for any layer, `site` the site desk."""

    code: str
    zh: str
    en: str
    part: str
    rule: Callable[[Affairs], Iterator[Task]]

    @property
    def title(self) -> Text:
        return Text(self.zh, self.en)
