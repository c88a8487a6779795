"""What was posted comes to its last day. N(五)."""

from collections.abc import Iterator

from layers.core.text import Text
from layers.ledgers.publicity import LAYER
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Posted
from layers.tasks.task import Task


def ends_today(affairs: Affairs) -> Iterator[Task]:
    for each in affairs.of(Posted):
        if each.ends == affairs.today:
            yield Task(
                Text(
                    f"“{each.title}”今日公示期满,请收回意见、存留照片。",
                    f"'{each.title}' is posted until today: collect what was said.",
                ),
                "N(五)",
                LAYER.name,
                due=each.ends,
                row=each.id,
            )
