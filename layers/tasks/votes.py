"""Votes that run out of time: to reach the quorum, and to be counted. Civil Code art. 278."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from layers.core.text import Text
from layers.ledgers.decisions import LAYER
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Voting
from layers.tasks.task import Task
from layers.voting import Gravity, Share, evaluate

_ARTICLE = "《民法典》第278条"
_LAST_DAYS = timedelta(days=7)
"""When those who have not voted are to be asked once more: the platform's own."""


def to_close(affairs: Affairs) -> Iterator[Task]:
    for vote in affairs.of(Voting):
        if vote.ends < affairs.today:
            yield Task(
                Text(
                    f"“{vote.title}”表决已于 {vote.ends} 截止,待计票。",
                    f"The vote on '{vote.title}' ended on {vote.ends} and is to be counted.",
                ),
                _ARTICLE,
                LAYER.name,
                due=vote.ends,
                field="result",
                row=vote.id,
            )


def below_quorum(affairs: Affairs) -> Iterator[Task]:
    for vote in affairs.of(Voting):
        left = vote.ends - affairs.today
        if not timedelta() <= left <= _LAST_DAYS or vote.starts > affairs.today:
            continue
        absent = _absent(vote, affairs.took_part.get(vote.id, vote.took_part))
        if absent:
            yield Task(
                Text(
                    "“{title}”距法定参与还差 {owners} 人、{area} m²,{left}。",
                    "'{title}' lacks {owners} owners and {area} m² to the quorum; {left}.",
                ).format(
                    title=vote.title, owners=absent.owners, area=absent.area_m2, left=_left(left)
                ),
                _ARTICLE,
                LAYER.name,
                due=vote.ends,
                row=vote.id,
            )


def _left(left: timedelta) -> Text:
    if not left:
        return Text("今日截止", "it ends today")
    return Text(f"剩 {left.days} 天", f"days left: {left.days}")


def _absent(vote: Voting, took_part: Share) -> Share:
    """Who still has to take part, of heads and of area: of any matter as many."""
    outcome = evaluate(
        Gravity.ORDINARY, vote.owners_total, vote.area_total_m2, took_part, Share(0, Decimal(0))
    )
    return outcome.missing.took_part
