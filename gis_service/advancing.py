"""Advancing: a community comes to its next stage when the gate into it is open, and not else.

Whoever asks is told what stands and what is missing. The stage is the last row of a ledger which
one database role may add to; that role's transaction begins here and nowhere else.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from gis_service.errors import Conflict, NotFound, NotPermitted, NotSignedIn
from gis_service.evidencing import evidence
from gis_service.store import evidence as stored
from gis_service.store import features, scopes
from gis_service.store.periods import LOCAL
from layers.communities import LAYER as COMMUNITIES
from layers.core.access import Actor, Place, Role, may_advance
from layers.core.rules import Feature, Problem
from layers.core.text import Text
from layers.gates import Gate, gate, gates
from layers.gates.evidence import Evidence
from layers.gates.item import Item
from layers.gates.lapses import lapses
from layers.ledgers.stage_changes import LAYER as STAGE_CHANGES
from layers.ledgers.stage_changes import StageChange
from layers.stages import NEXT, Stage

UNREACHABLE = "stage.unreachable"
"""The problem of a stage to which no way leads from where a community stands."""
_LONGEST = 5000
"""Characters of evidence that a row of the ledger holds."""


class Closed(Conflict):
    """The gate is closed; every missing item is a problem."""

    title = Text("关口未开", "The gate is closed")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a community stands: its stage, the gates ahead, and evidence that has lapsed.

    `open_to` are the stages into which the asker may lead it, once their gates are open.
    """

    community: int
    stage: Stage | None
    since: datetime | None
    gates: tuple[Gate, ...]
    lapses: tuple[Item, ...]
    open_to: frozenset[Stage]


def standing(db: Connection, actor: Actor, community: int, now: datetime) -> Standing:
    """As the actor's view of the evidence has it. Raises NotFound."""
    known = _known(db, actor, community, now)
    place = Place(known.division)
    return Standing(
        community=community,
        stage=known.stage,
        since=known.since,
        gates=gates(known),
        lapses=tuple(lapses(known)),
        open_to=frozenset(to for to in NEXT[known.stage] if may_advance(actor, to, place)),
    )


def advance(
    db: Connection, actor: Actor, community: int, to: Stage, reason: str, now: datetime
) -> Standing:
    """Leads a community to a stage, in a transaction of the gate's role; answers where it stands
    then.

    Of two who advance it at once the second waits, and is told what the first did. Raises
    NotSignedIn, NotFound, NotPermitted, Conflict where no way leads to the stage, or Closed with
    every missing item.
    """
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再推进阶段。", "Sign in to advance a community."))
    place = scopes.place_of(db, COMMUNITIES, community)
    if not may_advance(actor, to, place):
        _known(db, actor, community, now)
        raise NotPermitted(
            Text(
                f"您不能将这个小区推进到“{to.label.zh}”。",
                f"You may not lead this community to '{to.label.en.lower()}'.",
            )
        )
    stored.hold(db, community)
    known = _known(db, actor, community, now)
    if to not in NEXT[known.stage]:
        raise _no_way(known.stage, to)
    passed = gate(known, to, reason)
    if not passed.is_open:
        raise _closed(passed)
    change = StageChange(
        community=community,
        stage=to,
        at=max(now, known.since or now),
        reason=reason.strip(),
        evidence=_written(passed),
        by=actor.name,
    )
    features.add_many(db, STAGE_CHANGES, [Feature(None, change)], STAGE_CHANGES.born)
    return standing(db, actor, community, now)


def _no_way(stage: Stage | None, to: Stage) -> Conflict:
    """Also what the slower of two hears: the stage that it meant to leave is left."""
    now = stage.label if stage else Text("未摸底", "Not surveyed")
    ways = [each.label for each in NEXT[stage]]
    detail = Text(
        "小区现处“{now}”阶段,不能推进到“{to}”;可推进到:{zh}。",
        "The community stands at '{now}', from where no way leads to '{to}', but to: {en}.",
    ).format(
        now=now,
        to=to.label,
        zh="、".join(way.zh for way in ways) or "无",
        en=", ".join(way.en.lower() for way in ways) or "none",
    )
    return Conflict(detail, [Problem(UNREACHABLE, detail, "to")])


def _closed(closed: Gate) -> Closed:
    count = len(closed.missing)
    detail = Text(
        f"“{closed.to.label.zh}”的关口未开,缺 {count} 项。",
        f"The gate to '{closed.to.label.en.lower()}' is closed: {count} items are missing.",
    )
    return Closed(detail, [problem_of(item) for item in closed.missing])


def problem_of(item: Item) -> Problem:
    assert item.supply is not None
    field = ".".join(filter(None, (item.supply.layer, item.supply.field)))
    return Problem(item.code, item.message, field, item.article)


def _written(passed: Gate) -> str:
    """The evidence as the ledger keeps it, in Chinese like all that officers write."""
    return ";".join(item.message.zh for item in passed.met)[:_LONGEST]


def _known(db: Connection, actor: Actor, community: int, now: datetime) -> Evidence:
    found = evidence(db, actor, [community], today(now)).get(community)
    if found is None:
        raise NotFound(Text(f"没有小区 {community}。", f"There is no community {community}."))
    return found


def today(now: datetime) -> date:
    """The day in China."""
    return now.astimezone(LOCAL).date()
