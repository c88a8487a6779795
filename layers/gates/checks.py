"""The three checks of the working steps, seen from the end of the works. N(八).

Their order is a rule of the ledger itself: no check is entered before those it follows.
"""

from collections import defaultdict
from collections.abc import Iterator

from layers.core.text import Text
from layers.gates.evidence import Evidence
from layers.gates.item import Item, Supply
from layers.gates.words import listed
from layers.ledgers.inspections import CHECKS, Inspection, checks_passed

_ARTICLE = "N(八)"


def steps_checked(evidence: Evidence) -> Iterator[Item]:
    """Every works item has steps, and each of them passed its three checks."""
    rows = sorted(evidence.inspections, key=lambda each: (each.row.on, each.id))
    by_work: dict[int, list[Inspection]] = defaultdict(list)
    for each in rows:
        by_work[each.row.work].append(each.row)
    total = 0
    unchecked = []
    for work in evidence.works:
        steps = checks_passed(by_work[work.id])
        total += len(steps)
        if not steps:
            unchecked.append(work.row.title)
        for step, count in steps.items():
            if count < len(CHECKS):
                yield Item(
                    "checks.unfinished",
                    _ARTICLE,
                    Text(
                        f"{work.row.title}的工序“{step}”尚未通过{CHECKS[count].label.zh}。",
                        f"Step '{step}' of {work.row.title} has not passed its "
                        f"{CHECKS[count].label.en.lower()}.",
                    ),
                    Supply("inspections", "kind"),
                )
    if unchecked:
        yield Item(
            "checks.none",
            _ARTICLE,
            Text("没有“三检”记录:{names}。", "No step was checked of: {names}.").format(
                names=listed(unchecked)
            ),
            Supply("inspections"),
        )
    elif total:
        yield Item(
            "checks.passed",
            _ARTICLE,
            Text(f"“三检”:{total} 道工序合格", f"Three checks passed by {total} working steps"),
        )
