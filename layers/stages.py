"""The stages of a renovation, and the seven phases in which the public hears of them.

Source: the notice 赣建办文〔2022〕81号, N(四) to N(九), for the order of the steps; the words of
the phases are this platform's own. A cancelled community has no phase.
"""

from collections.abc import Mapping

from layers.core.text import Term


class Stage(Term):
    SURVEYED = "surveyed", "摸底", "Surveyed"
    RESERVE = "reserve", "储备", "In reserve"
    CONSULTING = "consulting", "征询", "Consulting residents"
    PLANNED = "planned", "列入计划", "In the annual plan"
    PUBLICISED = "publicised", "公示", "Publicised"
    APPROVED = "approved", "表决通过", "Approved by the owners"
    UNDER_WORKS = "under_works", "施工", "Under works"
    SUSPENDED = "suspended", "停工", "Suspended"
    ACCEPTED = "accepted", "验收", "Accepted"
    SATISFACTION_SURVEYED = "satisfaction_surveyed", "满意度测评", "Satisfaction surveyed"
    MANAGED = "managed", "长效管理", "Under lasting management"
    CANCELLED = "cancelled", "取消", "Cancelled"


class Phase(Term):
    PLANNING = "planning", "规划中", "Being planned"
    CONSULTATION = "consultation", "征求意见", "Asking residents"
    STARTING_SOON = "starting_soon", "即将开工", "Starting soon"
    WORKS = "works", "施工中", "Under works"
    PAUSED = "paused", "暂停", "Paused"
    COMPLETED = "completed", "已完工", "Completed"
    MANAGED = "managed", "长效管理", "Lasting management"


PHASE_OF: dict[Stage, Phase | None] = {
    Stage.SURVEYED: Phase.PLANNING,
    Stage.RESERVE: Phase.PLANNING,
    Stage.CONSULTING: Phase.CONSULTATION,
    Stage.PLANNED: Phase.CONSULTATION,
    Stage.PUBLICISED: Phase.CONSULTATION,
    Stage.APPROVED: Phase.STARTING_SOON,
    Stage.UNDER_WORKS: Phase.WORKS,
    Stage.SUSPENDED: Phase.PAUSED,
    Stage.ACCEPTED: Phase.COMPLETED,
    Stage.SATISFACTION_SURVEYED: Phase.COMPLETED,
    Stage.MANAGED: Phase.MANAGED,
    Stage.CANCELLED: None,
}

_S = Stage
NEXT: Mapping[Stage | None, tuple[Stage, ...]] = {
    None: (_S.SURVEYED,),
    _S.SURVEYED: (_S.RESERVE, _S.CANCELLED),
    _S.RESERVE: (_S.CONSULTING, _S.CANCELLED),
    _S.CONSULTING: (_S.PLANNED, _S.CANCELLED),
    _S.PLANNED: (_S.PUBLICISED, _S.CANCELLED),
    _S.PUBLICISED: (_S.APPROVED, _S.CANCELLED),
    _S.APPROVED: (_S.UNDER_WORKS, _S.CANCELLED),
    _S.UNDER_WORKS: (_S.ACCEPTED, _S.SUSPENDED, _S.CANCELLED),
    _S.SUSPENDED: (_S.UNDER_WORKS, _S.CANCELLED),
    _S.ACCEPTED: (_S.SATISFACTION_SURVEYED,),
    _S.SATISFACTION_SURVEYED: (_S.MANAGED,),
    _S.MANAGED: (),
    _S.CANCELLED: (),
}
"""Where each stage may lead; a community without a stage has not been surveyed. There is no way
back: what was passed stays in the ledger, and evidence that lapsed is told beside it."""

NEEDS_REASON = frozenset({_S.SUSPENDED, _S.CANCELLED})
"""Stages whose reason the public reads."""

_PATH = (
    _S.SURVEYED,
    _S.RESERVE,
    _S.CONSULTING,
    _S.PLANNED,
    _S.PUBLICISED,
    _S.APPROVED,
    _S.UNDER_WORKS,
    _S.ACCEPTED,
    _S.SATISFACTION_SURVEYED,
    _S.MANAGED,
)


def has_passed(stage: Stage | None, gate: Stage) -> bool:
    """Whether a community at `stage` stands on what the gate into `gate` asked for.

    Works that are suspended have begun; a cancelled renovation stands on nothing any more.
    """
    if stage is None or stage is Stage.CANCELLED:
        return False
    reached = Stage.UNDER_WORKS if stage is Stage.SUSPENDED else stage
    return _PATH.index(reached) >= _PATH.index(gate)
