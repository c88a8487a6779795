"""Into the annual plan: an owners' organisation, and a later management that it decided. N(四)."""

from collections.abc import Iterator

from layers.core.text import Text
from layers.gates.evidence import Evidence, Recorded
from layers.gates.item import Item, Supply
from layers.ledgers.owner_organisations import OwnerOrganisation

_LAYER = "owner_organisations"
_ARTICLE = "N(四)"


def standing(evidence: Evidence) -> Recorded[OwnerOrganisation] | None:
    """The organisation that stands today, the newest of several."""
    stand = [each for each in evidence.organisations if _stands(each.row, evidence)]
    return max(stand, key=lambda each: (each.row.formed_on, each.id), default=None)


def formed(evidence: Evidence) -> Iterator[Item]:
    found = standing(evidence)
    if found is None:
        yield dissolved(evidence) or Item(
            "organisation.none",
            _ARTICLE,
            Text(
                "尚未组建业主委员会或物业管理委员会。",
                "No owners' committee or property management committee has been formed.",
            ),
            Supply(_LAYER),
        )
    elif not found.row.formed_evidence:
        yield Item(
            "organisation.evidence",
            _ARTICLE,
            Text("缺少业主组织的成立依据。", "The evidence that it was formed is missing."),
            Supply(_LAYER, "formed_evidence", found.id),
        )
    else:
        row = found.row
        yield Item(
            "organisation.formed",
            _ARTICLE,
            Text(
                f"{row.name},{row.formed_on} 成立({row.formed_evidence})",
                f"{row.name}, formed on {row.formed_on} ({row.formed_evidence})",
            ),
        )


def dissolved(evidence: Evidence) -> Item | None:
    """The lapse, where an organisation stood once and none stands now."""
    ended = [each for each in evidence.organisations if _has_ended(each.row, evidence)]
    if not ended or standing(evidence) is not None:
        return None
    last = max(ended, key=lambda each: (each.row.dissolved_on, each.id))
    return Item(
        "organisation.dissolved",
        _ARTICLE,
        Text(
            f"{last.row.name}已于 {last.row.dissolved_on} 解散,须重新组建。",
            f"{last.row.name} was dissolved on {last.row.dissolved_on}: another has to be formed.",
        ),
        Supply(_LAYER),
    )


def management_decided(evidence: Evidence) -> Iterator[Item]:
    """The mode, the standard, the day and the evidence of the decision, each for itself."""
    found = standing(evidence)
    row, id_ = (found.row, found.id) if found else (None, None)
    lacking = [
        Item(f"management.{code}", _ARTICLE, message, Supply(_LAYER, field, id_))
        for code, field, message in _MANAGEMENT
        if row is None or not getattr(row, field)
    ]
    if row is None or lacking or row.decided_on is None or row.management_mode is None:
        yield from lacking
    elif row.decided_on > evidence.today:
        yield Item(
            "management.later",
            _ARTICLE,
            Text(
                f"管理决定日期 {row.decided_on} 尚未到。",
                f"The later management is decided only on {row.decided_on}.",
            ),
            Supply(_LAYER, "decided_on", id_),
        )
    else:
        mode = row.management_mode.label
        yield Item(
            "management.decided",
            _ARTICLE,
            Text(
                f"后续管理:{mode.zh},{row.management_standard}({row.decided_evidence})",
                f"Later management: {mode.en}, {row.management_standard} ({row.decided_evidence})",
            ),
        )


_MANAGEMENT = (
    (
        "mode",
        "management_mode",
        Text("后续管理模式尚未确定。", "The later management mode has not been decided."),
    ),
    (
        "standard",
        "management_standard",
        Text("后续管理标准尚未确定。", "The standard of the later management is not decided."),
    ),
    (
        "day",
        "decided_on",
        Text("缺少管理决定的日期。", "The day on which the management was decided is missing."),
    ),
    (
        "evidence",
        "decided_evidence",
        Text("缺少管理决定的依据。", "The evidence of the decision on management is missing."),
    ),
)


def _stands(row: OwnerOrganisation, evidence: Evidence) -> bool:
    return row.formed_on <= evidence.today and not _has_ended(row, evidence)


def _has_ended(row: OwnerOrganisation, evidence: Evidence) -> bool:
    return row.dissolved_on is not None and row.dissolved_on <= evidence.today
