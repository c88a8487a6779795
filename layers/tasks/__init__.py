"""Tasks: what needs somebody in a community today, and by when.

Affairs in, tasks out. A kind of task is a row of the table below. Nothing here knows of HTTP, SQL
or the clock; how long ahead a task is told is the platform's own, deadlines are rule values.
"""

from collections.abc import Sequence
from dataclasses import replace

from layers.tasks import comments, exceptions, gates, people, publicity, residents, sites, votes
from layers.tasks.affairs import Affairs
from layers.tasks.task import Kind, Task

Told = tuple[Kind, Task]

_ONE_SHORT = Kind("gate_short", "只差一项", "One item short", "gates", gates.one_short)

# fmt: off
KINDS: tuple[Kind, ...] = (
    Kind("perimeter", "警戒区待处理", "Perimeter to confirm or lift", "site", sites.perimeters),
    Kind("roster", "值守空档", "Roster gap", "ledger", sites.rosters),
    Kind("lapse", "依据失效", "Evidence lapsed", "gates", gates.lapsed),
    Kind("vote_close", "表决待计票", "Vote to count", "votes", votes.to_close),
    Kind("vote_quorum", "参与不足", "Below the quorum", "votes", votes.below_quorum),
    Kind("publicity_end", "公示期满", "Publicity ends", "publicity", publicity.ends_today),
    Kind("comment_new", "意见待审核", "Comments to moderate", "publicity/comments", comments.new),
    Kind("comment", "意见待答复", "Comments to answer", "publicity/comments", comments.unanswered),
    Kind("reception", "接待待答复", "Reception to answer", "reception", residents.receptions),
    Kind("report_new", "诉求待审核", "Report to moderate", "reports", residents.unmoderated),
    Kind("report", "诉求待答复", "Report to answer", "reports", residents.unanswered),
    Kind("exception_new", "例外待批准", "Exception to approve", "ledger", exceptions.to_approve),
    Kind("exception", "例外到期", "Exception ends", "ledger", exceptions.ending),
    Kind("supervisor_new", "监督员待确认", "Supervisor to confirm", "ledger", people.to_confirm),
    Kind("supervisor", "监督员届满", "Supervisors' terms end", "ledger", people.leaving),
    Kind("survey", "待满意度测评", "Survey missing", "ledger", people.to_survey),
    Kind("remark", "调查意见待处理", "Survey remarks to settle", "ledger", people.remarks),
    _ONE_SHORT,
    Kind("gate_open", "可以推进", "Can be advanced", "gates", gates.can_advance),
)
# fmt: on
"""In the order in which tasks of one day are told: danger first, what can wait last."""


def tasks(affairs: Affairs) -> list[Told]:
    return _each_once([(kind, task) for kind in KINDS for task in kind.rule(affairs)])


def _each_once(found: Sequence[Told]) -> list[Told]:
    """A gate that is one item short is told with the task that supplies the item, if there is
    one, and for itself if there is none."""
    told = [each for each in found if each[0] is not _ONE_SHORT]
    for kind, short in (each for each in found if each[0] is _ONE_SHORT):
        same = [at for at, (_, task) in enumerate(told) if task.layer == short.layer]
        if not same:
            told.append((kind, short))
        elif len(same) == 1:
            other, task = told[same[0]]
            told[same[0]] = (other, replace(task, to=short.to))
    return told
