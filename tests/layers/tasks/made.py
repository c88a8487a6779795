"""Affairs of a community in which nothing waits for anybody, to add something that does."""

from datetime import datetime, timedelta
from typing import Any

from layers.core.moments import LOCAL
from layers.gates.evidence import Evidence
from layers.stages import Stage
from layers.tasks import Told, tasks
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Excused, Posted, Reported, Said, Supervising
from layers.tasks.task import Task
from tests.layers.gates.made import TODAY, complete

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=LOCAL)
HOUR = timedelta(hours=1)
DAYS = timedelta(days=1)


def evidence(**changes: Any) -> Evidence:
    """On a community whose owners are still being asked: no gate asks for anything of it."""
    return complete(**{"stage": Stage.RESERVE, **changes})


def affairs(*pending: object, **changes: Any) -> Affairs:
    told = {"now": NOW, "evidence": evidence(), "pending": pending, **changes}
    return Affairs(**told)


def told(kind: str, of: Affairs) -> list[Task]:
    return [task for each, task in tasks(of) if each.code == kind]


def kinds(of: Affairs) -> list[str]:
    return [kind.code for kind, _ in tasks(of)]


def only(found: list[Told]) -> Task:
    [(_, task)] = found
    return task


def posted(days: int) -> Posted:
    """Until so many days from today."""
    return Posted(1, "改造方案公示", TODAY + timedelta(days=days))


def said(**changes: Any) -> Said:
    row = {
        "id": 1,
        "draft": False,
        "publicity": 1,
        "made_at": NOW - 2 * DAYS,
        "outcome": None,
        "answer": "",
    }
    return Said(**{**row, **changes})


def reported(**changes: Any) -> Reported:
    row = {
        "id": 1,
        "draft": False,
        "category": "noise",
        "text": "清晨六点开始施工",
        "status": "open",
        "reported_at": NOW - 2 * DAYS,
        "reopened_at": None,
        "private": False,
    }
    return Reported(**{**row, **changes})


def excused(id_: int = 1, **changes: Any) -> Excused:
    row = {"draft": False, "site": 7, "perimeter": None, "check": "storage", "ends": TODAY + DAYS}
    return Excused(id=id_, **{**row, **changes})


def supervising(id_: int = 1, **changes: Any) -> Supervising:
    return Supervising(id=id_, **{"draft": False, "term_ends": None, **changes})
