"""When things hold, and which of them hold at the same time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, TypeVar

_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Period:
    """From `starts` up to, and not at, `ends`. A bound that nobody gave leaves it open."""

    starts: datetime | None = None
    ends: datetime | None = None

    @property
    def known(self) -> bool:
        return self.starts is not None and self.ends is not None

    def meets(self, other: "Period") -> bool:
        return _before(self.starts, other.ends) and _before(other.starts, self.ends)

    def holds(self, moment: datetime) -> bool:
        begun = self.starts is None or self.starts <= moment
        return begun and (self.ends is None or moment < self.ends)


ALWAYS = Period()


class Lasting(Protocol):
    """What has a period."""

    @property
    def period(self) -> Period: ...


T = TypeVar("T", bound=Lasting)


def together(things: Iterable[T], within: Period) -> list[tuple[T, ...]]:
    """The largest sets of things that hold at one moment `within` a period.

    Closures that never coincide must not be added up: a way around one may lead over the other's
    ground. A set can only grow when something starts, so these are the moments to look at.
    """
    met = [thing for thing in things if thing.period.meets(within)]
    first = within.starts or _EVER
    moments = {max(thing.period.starts or _EVER, first) for thing in met}
    sets = {frozenset(i for i, t in enumerate(met) if t.period.holds(m)) for m in moments}
    largest = [s for s in sets if not any(s < other for other in sets)]
    return [tuple(met[i] for i in sorted(chosen)) for chosen in sorted(largest, key=sorted)] or [()]


def gaps(cover: Iterable[Period], window: Period) -> list[Period]:
    """The parts of a bounded window that no period covers."""
    assert window.starts is not None
    assert window.ends is not None
    found, reached = [], window.starts
    for shift in sorted(cover, key=lambda p: p.starts or _EVER):
        if not shift.meets(window):
            continue
        if shift.starts is not None and shift.starts > reached:
            found.append(Period(reached, shift.starts))
        reached = max(reached, shift.ends or window.ends)
    if reached < window.ends:
        found.append(Period(reached, window.ends))
    return found


def minutes(periods: Sequence[Period]) -> float:
    """How long bounded periods last in all."""
    return sum((p.ends - p.starts).total_seconds() / 60 for p in periods if p.ends and p.starts)


def _before(start: datetime | None, end: datetime | None) -> bool:
    return start is None or end is None or start < end
