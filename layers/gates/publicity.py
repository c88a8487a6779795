"""Publicity: the plan is posted, for its full period, and every comment has an answer. N(五).

The newest posting counts: a plan that was changed is posted anew, and residents may comment anew.
"""

from collections.abc import Iterator
from datetime import timedelta

from layers.core.text import Text
from layers.gates.evidence import Evidence, Posting
from layers.gates.item import Item, Supply

_ARTICLE = "N(五)"


def plan_drafted(evidence: Evidence) -> Iterator[Item]:
    count = len(evidence.works)
    if not count:
        yield Item(
            "works.none",
            _ARTICLE,
            Text("尚无改造方案:没有改造内容。", "There is no plan: no works items."),
            Supply("works"),
        )
        return
    yield Item(
        "works.drafted", _ARTICLE, Text(f"改造内容 {count} 项", f"A plan of {count} works items")
    )


def plan_posted(evidence: Evidence) -> Iterator[Item]:
    newest = _newest(evidence)
    if newest is None or newest.starts > evidence.today:
        yield _not_posted()
    elif not newest.place:
        yield _no_place(newest)
    else:
        yield _posted(newest)


def posted_in_full(evidence: Evidence) -> Iterator[Item]:
    newest = _newest(evidence)
    if newest is None:
        yield _not_posted()
        return
    if not newest.place:
        yield _no_place(newest)
    demanded = int(evidence.rule("publicity-days"))
    if newest.days < demanded:
        yield Item(
            "publicity.short",
            _ARTICLE,
            Text(
                f"公示 {newest.days} 天,不足 {demanded} 天(默认值,非法定),须重新公示。",
                f"Posted for {newest.days} days, under {demanded} (a default, not law): "
                "post it again.",
            ),
            Supply("publicity"),
        )
    elif newest.ends >= evidence.today:
        opens = newest.ends + timedelta(days=1)
        yield Item(
            "publicity.running",
            _ARTICLE,
            Text(
                f"公示至 {newest.ends},{opens} 起方可进行下一步。",
                f"Posted until {newest.ends}; the next step is possible from {opens}.",
            ),
            Supply("publicity", "ends", newest.id),
        )
    elif newest.place:
        yield _posted(newest)


def comments_answered(evidence: Evidence) -> Iterator[Item]:
    """Every comment on every posting: a plan posted anew does not silence what was said before."""
    waiting = sum(each.unanswered for each in evidence.postings)
    count = sum(each.comments for each in evidence.postings)
    if waiting:
        yield Item(
            "comments.unanswered",
            _ARTICLE,
            Text(
                f"{waiting} 条公示意见尚未答复(采纳或不采纳,并说明理由)。",
                f"{waiting} comments have no answer yet (adopted or not, and why).",
            ),
            Supply("comments", "answer"),
        )
    elif evidence.postings:
        yield Item(
            "comments.answered",
            _ARTICLE,
            Text(
                f"公示意见 {count} 条,均已答复",
                f"{count} comments on the plan, all of them answered",
            ),
        )


def _newest(evidence: Evidence) -> Posting | None:
    return max(evidence.postings, key=lambda each: (each.starts, each.id), default=None)


def _posted(posting: Posting) -> Item:
    return Item(
        "publicity.posted",
        _ARTICLE,
        Text(
            f"{posting.title},{posting.starts} 至 {posting.ends} 张贴于{posting.place}",
            f"{posting.title}, posted from {posting.starts} to {posting.ends} at {posting.place}",
        ),
    )


def _not_posted() -> Item:
    return Item(
        "publicity.none",
        _ARTICLE,
        Text("改造方案尚未公示。", "The plan has not been publicised."),
        Supply("publicity"),
    )


def _no_place(posting: Posting) -> Item:
    return Item(
        "publicity.place",
        _ARTICLE,
        Text("公示没有写明张贴地点。", "The publicity does not say where it was posted."),
        Supply("publicity", "place", posting.id),
    )
