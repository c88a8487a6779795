"""Attending: everything in an actor's area that needs somebody, the oldest deadline first.

A task is told to those who may do it: nobody reads what others have to do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from gis_service.errors import NotPermitted, NotSignedIn
from gis_service.evidencing import evidence
from gis_service.store import own_communities, votes
from gis_service.store import pending as stored
from gis_service.store.own_communities import Community
from layers import CATALOGUE
from layers.communities import LAYER as COMMUNITIES
from layers.core.access import Actor, Place, Role, may_advance, may_edit, may_read_internal
from layers.core.layer import Writing
from layers.core.moments import day
from layers.core.text import Text
from layers.gates import DEMANDS
from layers.gates.evidence import Evidence
from layers.ledgers.decisions import DecisionResult
from layers.stages import NEXT, Stage
from layers.tasks import KINDS, tasks
from layers.tasks.affairs import Affairs
from layers.tasks.task import Kind, Task
from layers.voting import Share

_MOVING = frozenset(stage for stage in Stage if any(DEMANDS[to] for to in NEXT[stage]))
"""Stages from which a way leads that asks for evidence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A task of a community, or of a place that belongs to none."""

    kind: Kind
    task: Task
    community: Community | None


def queue(
    db: Connection,
    actor: Actor,
    now: datetime,
    division: str | None = None,
    community: int | None = None,
) -> list[Entry]:
    """All that the actor may do in their area, in a division of it or in one community.

    Raises NotSignedIn for the public, NotPermitted for a division beyond the actor's scope.
    """
    _demand_account(actor)
    mine = actor if division is None else _narrowed(actor, division)
    known: dict[int | None, Community] = {
        each.id: each for each in own_communities.all_of(db, mine, community)
    }
    pending: dict[int | None, list[object]] = defaultdict(list)
    for owner, row in stored.pending(db, mine, now, community):
        pending[owner].append(row)
    proven = _evidence(db, mine, known.values(), day(now))
    took_part = votes.took_part(db, _open_votes(proven.values()))
    found = [
        Entry(kind, task, place)
        for id_ in (*known, None)
        for place in [known.get(id_)]
        for kind, task in tasks(_affairs(now, place, proven, took_part, pending[id_]))
        if _may(actor, task, place)
    ]
    return sorted(found, key=_urgency)


def find(db: Connection, actor: Actor, q: str, limit: int) -> list[Community]:
    """Communities of the actor's area by name, pinyin or initials. Raises NotSignedIn."""
    _demand_account(actor)
    return own_communities.named(db, actor, q, limit)


def _demand_account(actor: Actor) -> None:
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再查看待办。", "Sign in to see what needs you."))


def _narrowed(actor: Actor, division: str) -> Actor:
    if not may_read_internal(actor, COMMUNITIES, Place(division)):
        raise NotPermitted(
            Text("该区划不在您的权限范围内。", "This division lies outside your scope.")
        )
    return replace(actor, areas=frozenset({division}))


def _evidence(
    db: Connection, actor: Actor, communities: Iterable[Community], today: date
) -> dict[int, Evidence]:
    """Of those communities of which a gate could ask something, and of those past all gates where
    something has lapsed. Of what is internal no stage is known beforehand."""
    asked, lapsed = [], []
    for each in communities:
        if (not each.shown and each.stage is None) or each.stage in _MOVING:
            asked.append(each.id)
        elif each.lapsed_from is not None and each.lapsed_from <= today:
            lapsed.append(each.id)
    return {
        **evidence(db, actor, asked, today),
        **evidence(db, actor, lapsed, today, lapses=True),
    }


def _affairs(
    now: datetime,
    community: Community | None,
    proven: Mapping[int, Evidence],
    took_part: Mapping[int, Share],
    pending: Sequence[object],
) -> Affairs:
    """A row that belongs to no community is judged as if its community were shown."""
    if community is None:
        return Affairs(now, Evidence(day(now)), pending=pending)
    return Affairs(
        now,
        proven.get(community.id) or Evidence(day(now), community.division),
        community.shown,
        community.lapsed_from,
        took_part,
        pending,
    )


def _open_votes(proven: Iterable[Evidence]) -> list[int]:
    return [
        vote.id
        for each in proven
        for vote in each.decisions
        if vote.row.result is DecisionResult.OPEN
    ]


def _may(actor: Actor, task: Task, community: Community | None) -> bool:
    layer = CATALOGUE[task.layer]
    place = Place(None if community is None else community.division, task.site)
    if layer.writing is Writing.GATE:
        assert task.to is not None
        return may_advance(actor, task.to, place)
    return may_edit(actor, layer, place)


def _urgency(entry: Entry) -> tuple[date, int, str, int]:
    """What has no deadline comes last."""
    place = entry.community
    return (
        entry.task.due or date.max,
        KINDS.index(entry.kind),
        place.name if place else "",
        place.id if place else 0,
    )
