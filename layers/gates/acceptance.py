"""Acceptance: exclusive parts with the householders, common parts led by the street. N(八)."""

from collections.abc import Iterable, Iterator

from layers.core.text import Text
from layers.gates.evidence import Evidence, Recorded
from layers.gates.item import Item, Supply
from layers.gates.words import listed
from layers.ledgers.acceptances import Acceptance, AcceptedPart
from layers.ledgers.works import Work, WorkCategory

_ARTICLE = "N(八)"
_LAYER = "acceptances"

EXCLUSIVE = frozenset({WorkCategory.WINDOWS, WorkCategory.WATER})
"""外窗工程、上下水改造: works inside the homes. All other works are to common parts."""


def works_finished(evidence: Evidence) -> Iterator[Item]:
    unfinished = [each for each in evidence.works if each.row.progress < 1]
    if not evidence.works:
        yield Item(
            "works.none",
            _ARTICLE,
            Text("没有改造内容可供验收。", "There are no works items to accept."),
            Supply("works"),
        )
    elif unfinished:
        names = listed([each.row.title for each in unfinished])
        yield Item(
            "works.unfinished",
            _ARTICLE,
            Text("尚未完工:{names}。", "Not finished: {names}.").format(names=names),
            Supply("works", "progress", unfinished[0].id),
        )
    else:
        count = len(evidence.works)
        yield Item(
            "works.finished", _ARTICLE, Text(f"{count} 项改造内容完工", f"{count} works items done")
        )


def households_accepted(evidence: Evidence) -> Iterator[Item]:
    """Householders took part, and no household still finds its part wanting."""
    works = [each for each in evidence.works if each.row.category in EXCLUSIVE]
    if not works:
        return
    latest = _latest(evidence, AcceptedPart.EXCLUSIVE)
    with_household = [
        each for each in latest if each.row.household is not None or not evidence.sees_households
    ]
    lacking = [work for work in works if not _covered(work, with_household)]
    if lacking:
        yield Item(
            "acceptance.households",
            _ARTICLE,
            Text(
                "住户尚未参与分户验收:{names}。", "No household has accepted its part of: {names}."
            ).format(names=listed([each.row.title for each in lacking])),
            Supply(_LAYER, "household"),
        )
    yield from _failed(latest, "分户验收", "household acceptances")
    if not lacking and all(each.row.passed for each in latest):
        count = len(with_household)
        yield Item(
            "acceptance.households.passed",
            _ARTICLE,
            Text(f"分户验收 {count} 户合格", f"{count} households accepted their part"),
        )


def common_parts_accepted(evidence: Evidence) -> Iterator[Item]:
    works = [each for each in evidence.works if each.row.category not in EXCLUSIVE]
    latest = _latest(evidence, AcceptedPart.COMMON)
    if works or not evidence.works:
        yield from _common(works, latest)


def _common(works: list[Recorded[Work]], latest: list[Recorded[Acceptance]]) -> Iterator[Item]:
    led = [each for each in latest if each.row.lead]
    lacking = [work for work in works if not _covered(work, led)]
    if lacking:
        yield Item(
            "acceptance.common",
            _ARTICLE,
            Text(
                "街道尚未牵头验收公共区域:{names}。",
                "The street has not led the acceptance of: {names}.",
            ).format(names=listed([each.row.title for each in lacking])),
            Supply(_LAYER, "part"),
        )
    for each in latest:
        if not each.row.lead:
            yield Item(
                "acceptance.lead",
                _ARTICLE,
                Text(
                    f"{each.row.on} 的验收没有写明牵头单位。",
                    f"The acceptance of {each.row.on} does not say who led it.",
                ),
                Supply(_LAYER, "lead", each.id),
            )
    yield from _failed(latest, "公共区域验收", "acceptances of common parts")
    if works and not lacking and all(each.row.passed for each in latest):
        who = listed(sorted({each.row.lead for each in led}))
        yield Item(
            "acceptance.common.passed",
            _ARTICLE,
            Text("公共区域验收合格,{who}牵头", "Common parts accepted, led by {who}").format(
                who=who
            ),
        )


def _failed(rows: list[Recorded[Acceptance]], zh: str, en: str) -> Iterator[Item]:
    failed = [each for each in rows if not each.row.passed]
    if failed:
        yield Item(
            "acceptance.failed",
            _ARTICLE,
            Text(f"{len(failed)} 次{zh}不合格,须整改后复验。", f"{len(failed)} {en} failed."),
            Supply(_LAYER, "passed"),
        )


def _covered(work: Recorded[Work], rows: Iterable[Recorded[Acceptance]]) -> bool:
    """An acceptance of no item in particular is one of the community as a whole."""
    return any(each.row.passed and each.row.work in (work.id, None) for each in rows)


def _latest(evidence: Evidence, part: AcceptedPart) -> list[Recorded[Acceptance]]:
    """What was found last of each works item and household: accepted again counts."""
    rows = [each for each in evidence.acceptances if each.row.part is part]
    rows.sort(key=lambda each: (each.row.on, each.id))
    if part is AcceptedPart.EXCLUSIVE and not evidence.sees_households:
        return rows
    return list({(each.row.work, each.row.household): each for each in rows}.values())
