"""Scenarios: a choice as it was made, what it was made from, and how two of them differ."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from layers.core.text import Term


class Standing(Term):
    CHOSEN = "chosen", "入选", "Chosen"
    LOCKED_IN = "locked_in", "锁定入选", "Locked in"
    NOT_CHOSEN = "not_chosen", "未入选", "Not chosen"
    LOCKED_OUT = "locked_out", "锁定排除", "Locked out"
    NOT_ELIGIBLE = "not_eligible", "未达到条件", "Not eligible"
    COST_UNKNOWN = "cost_unknown", "造价未知", "Cost not known"


IN = frozenset({Standing.CHOSEN, Standing.LOCKED_IN})
OUTSIDE = frozenset({Standing.NOT_ELIGIBLE, Standing.COST_UNKNOWN})
"""Where a community was no candidate."""


@dataclass(frozen=True, slots=True)
class Row:
    """A community in a scenario. `measures` are in the order of the criteria, None the unknown;
    money is in fen, `place` longitude and latitude."""

    community: int
    standing: Standing
    score: float
    county: str
    households: int | None
    cost: int | None
    profitable: int
    measures: tuple[float | None, ...]
    place: tuple[float, float] | None = None

    @property
    def inputs(self) -> Mapping[str, object]:
        """What the choice was made from: all of the row that is no answer."""
        return {
            "candidate": self.standing not in OUTSIDE,
            "cost": self.cost,
            "profitable": self.profitable,
            "households": self.households,
            "county": self.county,
            "measures": self.measures,
            "place": self.place,
        }


def digest(rows: Iterable[Row]) -> str:
    """SHA-256 of the inputs, whatever the order of the rows."""
    ordered = sorted(rows, key=lambda row: row.community)
    said = json.dumps([[row.community, row.inputs] for row in ordered], separators=(",", ":"))
    return sha256(said.encode()).hexdigest()


def chosen(rows: Iterable[Row]) -> set[int]:
    return {row.community for row in rows if row.standing in IN}


@dataclass(frozen=True, slots=True)
class Drift:
    """What has changed since: communities that may be chosen now or were then and not both,
    `changed` with the names of their inputs that differ, and how the choice moved."""

    appeared: Sequence[int]
    gone: Sequence[int]
    changed: Mapping[int, Sequence[str]]
    entered: Sequence[int]
    left: Sequence[int]

    @property
    def same_inputs(self) -> bool:
        return not (self.appeared or self.gone or self.changed)

    @property
    def same_choice(self) -> bool:
        return not (self.entered or self.left)


def drift(then: Iterable[Row], now: Iterable[Row], criteria: Sequence[str]) -> Drift:
    before = {row.community: row for row in then}
    after = {row.community: row for row in now}
    differing = {
        id_: [*_differing(before[id_], after[id_], criteria)]
        for id_ in sorted(before.keys() & after.keys())
    }
    was, is_ = chosen(before.values()), chosen(after.values())
    return Drift(
        appeared=sorted(after.keys() - before.keys()),
        gone=sorted(before.keys() - after.keys()),
        changed={id_: names for id_, names in differing.items() if names},
        entered=sorted(is_ - was),
        left=sorted(was - is_),
    )


def _differing(then: Row, now: Row, criteria: Sequence[str]) -> Iterable[str]:
    """Names of inputs; a measure by its criterion."""
    before, after = then.inputs, now.inputs
    for name, value in before.items():
        if name != "measures" and after[name] != value:
            yield name
    for code, old, new in zip(criteria, then.measures, now.measures, strict=True):
        if old != new:
            yield code


@dataclass(frozen=True, slots=True)
class Overlap:
    """Of two scenarios: how many are in both, in the one alone, in the other alone."""

    first: int
    second: int
    both: int
    only_first: int
    only_second: int

    @property
    def share(self) -> float | None:
        """Of all that are in either; None where both are empty."""
        either = self.both + self.only_first + self.only_second
        return self.both / either if either else None


def overlaps(choices: Mapping[int, set[int]]) -> list[Overlap]:
    """Of each pair, in order."""
    ids = [*choices]
    return [
        Overlap(a, b, len(one & other), len(one - other), len(other - one))
        for at, a in enumerate(ids)
        for b in ids[at + 1 :]
        for one, other in [(choices[a], choices[b])]
    ]
