"""The owners' decision on the plan: passed by Civil Code art. 278, neither reversed nor expired.

A plan is a major matter when any of its works items is one, whatever the officer called the vote.
"""

from collections.abc import Iterable, Iterator

from layers.core.text import Text
from layers.gates.evidence import Evidence, Recorded
from layers.gates.item import Item, Supply
from layers.ledgers.decisions import Decision, DecisionResult
from layers.ledgers.works import gravity_of
from layers.voting import Outcome

_LAYER = "decisions"
_ARTICLE = "N(四)"


def owners_agreed(evidence: Evidence) -> Iterator[Item]:
    stand = [each for each in evidence.decisions if _stands(each.row, evidence)]
    if not stand:
        yield lapsed(evidence) or _failing(evidence)
        return
    newest = _newest(stand)
    proof = newest.row.evidence or newest.row.ballots_sha256
    if not proof:
        yield Item(
            "decision.evidence",
            _ARTICLE,
            Text("缺少表决结果的依据。", "The evidence of the vote is missing."),
            Supply(_LAYER, "evidence", newest.id),
        )
        return
    row = newest.row
    yield Item(
        "decision.passed",
        _outcome(row, evidence).article,
        Text(
            f"{row.title}:{row.ends} 表决通过,{row.owners_in_favour}/{row.owners_total} 户同意"
            f"({proof})",
            f"{row.title}: passed on {row.ends}, {row.owners_in_favour} of {row.owners_total} "
            f"owners in favour ({proof})",
        ),
    )


def lapsed(evidence: Evidence, *, carried_out: bool = False) -> Item | None:
    """What became of a vote that once passed, where none stands today. One that was carried out
    runs out no more."""
    if any(_stands(each.row, evidence, for_ever=carried_out) for each in evidence.decisions):
        return None
    reversed_ = [r for r in evidence.decisions if r.row.result is DecisionResult.REVERSED]
    if reversed_:
        last = _newest(reversed_)
        return Item(
            "decision.reversed",
            _ARTICLE,
            Text(
                f"“{last.row.title}”的表决结果已撤销,须重新表决。",
                f"The vote on '{last.row.title}' was reversed: owners have to vote again.",
            ),
            Supply(_LAYER, "result", last.id),
        )
    expired = [r for r in evidence.decisions if _stands(r.row, evidence, for_ever=True)]
    if expired and not carried_out:
        last = _newest(expired)
        return Item(
            "decision.expired",
            _ARTICLE,
            Text(
                f"“{last.row.title}”的表决结果已于 {last.row.valid_until} 失效,须重新表决。",
                f"The vote on '{last.row.title}' ran out on {last.row.valid_until}: owners have "
                "to vote again.",
            ),
            Supply(_LAYER, "valid_until", last.id),
        )
    return None


def _failing(evidence: Evidence) -> Item:
    """Why the newest vote does not do."""
    if not evidence.decisions:
        return Item(
            "decision.none",
            _ARTICLE,
            Text(
                "业主尚未对改造方案表决:未经居民充分协商取得共识的,不得开工改造。",
                "Owners have not voted on the plan: without consensus no works may start.",
            ),
            Supply(_LAYER),
        )
    newest = _newest(evidence.decisions)
    row = newest.row
    if row.result is not DecisionResult.PASSED:
        return Item(
            f"decision.{row.result.value}",
            _ARTICLE,
            Text(
                f"“{row.title}”:{row.result.label.zh},尚未取得共识。",
                f"'{row.title}': {row.result.label.en.lower()}, no consensus yet.",
            ),
            Supply(_LAYER, "result", newest.id),
        )
    outcome = _outcome(row, evidence)
    missing = outcome.missing
    short = missing.in_favour if outcome.quorum else missing.took_part
    wanted = Text("同意", "in favour") if outcome.quorum else Text("参与表决", "taking part")
    return Item(
        "decision.thresholds",
        outcome.article,
        Text(
            "表决未达法定比例:还差 {owners} 人、{area} m² {wanted}。",
            "The vote is short of the law: {owners} owners and {area} m² more {wanted}.",
        ).format(owners=short.owners, area=short.area_m2, wanted=wanted),
        Supply(_LAYER, "owners_in_favour", newest.id),
    )


def _stands(row: Decision, evidence: Evidence, *, for_ever: bool = False) -> bool:
    has_passed = row.result is DecisionResult.PASSED and _outcome(row, evidence).passed
    is_valid = row.valid_until is None or evidence.today <= row.valid_until
    return has_passed and (is_valid or for_ever)


def _outcome(row: Decision, evidence: Evidence) -> Outcome:
    """For the graver of what the vote was called and what the works are."""
    return row.outcome(gravity_of([row.matter, *(work.row.matter for work in evidence.works)]))


def _newest(decisions: Iterable[Recorded[Decision]]) -> Recorded[Decision]:
    return max(decisions, key=lambda each: (each.row.ends, each.id))
