"""Assessing: how the divisions of a scope do, by what their ledgers prove."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from gis_service.errors import NotPermitted, NotSignedIn
from gis_service.store import performance as stored
from layers import communities
from layers.core.access import EVERYWHERE, Actor, Place, Role, may_read_internal
from layers.core.text import Text
from layers.divisions import CODE_LENGTHS
from layers.performance import Performance, Seen, performance


@dataclass(frozen=True, slots=True)
class Assessed:
    """One division, or, without a code, all of them together."""

    code: str | None
    name: str
    communities: int
    performance: Performance


def assess(db: Connection, actor: Actor, division: str | None, today: date) -> list[Assessed]:
    """The divisions one level below `division`, worst known score first, and last the whole.

    Without one it is the actor's own area, or the country where they have several.

    Raises NotSignedIn for the public, and NotPermitted for what lies outside the actor's scope.
    """
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再查看绩效。", "Sign in to read the performance."))
    if division is None:
        division = next(iter(actor.areas)) if len(actor.areas) == 1 else EVERYWHERE
    if not may_read_internal(actor, communities.LAYER, Place(division)):
        raise NotPermitted(
            Text("该区划不在您的权限范围内。", "This division lies outside your scope.")
        )
    length = next((n for n in CODE_LENGTHS if n > len(division)), CODE_LENGTHS[-1])
    found: defaultdict[str | None, dict[str, Seen]] = defaultdict(dict)
    for row in stored.seen(db, division, length, today):
        found[row["code"]][row["indicator"]] = Seen(row["good"], row["of"])
    names = stored.names(db, division, length)
    told = [
        Assessed(code, names.get(code or "", code or ""), seen[stored.EACH].of, performance(seen))
        for code, seen in found.items()
        if seen[stored.EACH].of or code is None
    ]
    return sorted(told, key=lambda each: (each.code is None, each.performance.low))
