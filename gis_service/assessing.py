"""Assessing: how the divisions of a scope do, by what their ledgers prove, down to a community."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping

from gis_service.errors import BadParameter, NotPermitted, NotSignedIn
from gis_service.informing.breaks import natural_breaks
from gis_service.store import performance as stored
from gis_service.store.performance import Asked
from layers import communities
from layers.core.access import EVERYWHERE, Actor, Place, Role, may_read_internal
from layers.core.text import Text
from layers.divisions import CODE_LENGTHS
from layers.performance import Count, Grain, Performance, Seen, performance

_CLASSES = 5


@dataclass(frozen=True, slots=True)
class Assessed:
    """One division or community, or, without a key, all of them together. `place` is None for
    all of them."""

    key: str | None
    communities: int
    performance: Performance
    place: RowMapping | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """`rows` are the worst known score first. `grains` are those that the division has. `breaks`
    are, by indicator, the greatest share of each class of rows but the last."""

    division: str
    above: Sequence[RowMapping]
    grain: Grain
    grains: tuple[Grain, ...]
    years: Sequence[int]
    rows: Sequence[Assessed]
    total: Assessed

    @property
    def breaks(self) -> Mapping[str, Sequence[float]]:
        shares: defaultdict[str, Counter[float]] = defaultdict(Counter)
        for row in self.rows:
            for one in row.performance.measured:
                if one.share is not None:
                    shares[one.indicator.code][round(one.share, 2)] += 1
        return {code: _breaks(found) for code, found in shares.items()}


def assess(
    db: Connection,
    actor: Actor,
    division: str | None,
    today: date,
    grain: Grain | None = None,
    year: int | None = None,
) -> Assessment:
    """How `division` does, by the parts of `grain`, the next smaller one unless one is given.

    Without a division it is the actor's own area, or the country where they have several. A year
    chooses communities by the plan they are in. Raises NotSignedIn for the public, NotPermitted
    for what lies outside the actor's scope, and BadParameter for parts that the division has not.
    """
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再查看绩效。", "Sign in to read the performance."))
    if division is None:
        division = next(iter(actor.areas)) if len(actor.areas) == 1 else EVERYWHERE
    if not may_read_internal(actor, communities.LAYER, Place(division)):
        raise NotPermitted(
            Text("该区划不在您的权限范围内。", "This division lies outside your scope.")
        )
    grains = _grains(division)
    grain = grain or grains[0]
    if grain not in grains:
        known = ", ".join(grains)
        raise BadParameter("grain", Text(f"可用:{known}", f"One of: {known}"))
    asked = Asked(division, grain.digits, year)
    *rows, total = _assessed(db, asked, today)
    return Assessment(
        division=division,
        above=[each for each in stored.above(db, division) if _within(actor, each["code"])],
        grain=grain,
        grains=grains,
        years=stored.years(db, division),
        rows=rows,
        total=total,
    )


def _grains(division: str) -> tuple[Grain, ...]:
    """Those smaller than the division, the largest first; the smallest is always there."""
    smaller = (n for n in CODE_LENGTHS if n > len(division))
    return (*(Grain.of(n) for n in smaller), Grain.COMMUNITY)


def _breaks(shares: Counter[float]) -> list[float]:
    """In whole hundredths, as a legend tells them; as many classes as there are values, at most
    five."""
    values = sorted(shares)
    classes = min(_CLASSES, len(values))
    return natural_breaks(values, [shares[value] for value in values], classes)


def _within(actor: Actor, code: str) -> bool:
    return may_read_internal(actor, communities.LAYER, Place(code))


def _assessed(db: Connection, asked: Asked, today: date) -> list[Assessed]:
    """Each row, the worst known score first, and last the whole."""
    found: defaultdict[str | None, dict[str, Seen]] = defaultdict(dict)
    for row in stored.seen(db, asked, today):
        found[row["key"]][row["indicator"]] = Seen(row["good"], row["of"])
    places = stored.places(db, asked)
    told = [
        Assessed(key, seen[Count.COMMUNITIES].of, performance(seen), places.get(key or ""))
        for key, seen in found.items()
    ]
    return sorted(told, key=lambda each: (each.key is None, each.performance.low))
