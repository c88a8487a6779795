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
from layers.stages import NEXT, Stage
from layers.tasks import KINDS, tasks
from layers.tasks.affairs import Affairs
from layers.tasks.rows import Voting
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
    open_votes = []
    for owner, row in stored.pending(db, mine, now, community):
        pending[owner].append(row)
        if isinstance(row, Voting):
            open_votes.append(row.id)
    proven = _evidence(db, mine, known.values(), day(now))
    took_part = votes.took_part(db, open_votes)
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
) -> tuple[dict[int, Evidence], dict[int, Evidence]]:
    """What the gates ahead of communities ask for, and what has lapsed of others.

    Read is what could make a task. Of what is internal no stage is known beforehand.
    """
    asked: dict[bool, list[int]] = {True: [], False: []}
    lapsed = []
    for each in communities:
        under_works = each.stage == Stage.UNDER_WORKS
        if each.stage is None and not each.shown:
            asked[True].append(each.id)
        elif each.stage in _MOVING and not (under_works and _goes_on(each)):
            asked[under_works].append(each.id)
        elif each.lapsed_from is not None and each.lapsed_from <= today:
            lapsed.append(each.id)
    proven = {
        id_: each
        for checks, ids in asked.items()
        for id_, each in evidence(db, actor, ids, today, checks=checks).items()
    }
    return proven, evidence(db, actor, lapsed, today, lapses=True)


def _goes_on(community: Community) -> bool:
    """Whether works are not done yet: nothing can be accepted, whatever else is there."""
    return community.progress is not None and community.progress < 1


def _affairs(
    now: datetime,
    community: Community | None,
    found: tuple[Mapping[int, Evidence], Mapping[int, Evidence]],
    took_part: Mapping[int, Share],
    pending: Sequence[object],
) -> Affairs:
    """A row that belongs to no community is judged as if its community were shown."""
    if community is None:
        return Affairs(now, Evidence(day(now)), proven=False, pending=pending)
    proven, lapsed = found
    stage = None if community.stage is None else Stage(community.stage)
    known = proven.get(community.id) or lapsed.get(community.id)
    return Affairs(
        now,
        known or Evidence(day(now), community.division, stage),
        shown=community.shown,
        proven=community.id in proven,
        lapsed_from=community.lapsed_from,
        took_part=took_part,
        pending=pending,
    )


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
