"""The stages of a renovation, and the seven phases in which the public hears of them.

Source: the notice 赣建办文〔2022〕81号, N(四) to N(九), for the order of the steps; the words of
the phases are this platform's own. A cancelled community has no phase.
"""

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
