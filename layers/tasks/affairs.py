"""What is going on in one community: its evidence, and the rows that somebody is to deal with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from layers.gates import DEMANDS, Gate, gate
from layers.gates.evidence import Evidence
from layers.gates.item import Item
from layers.gates.lapses import lapses
from layers.stages import NEXT
from layers.voting import Share

Row = TypeVar("Row")

WATCHED = timedelta(hours=24)
"""How far ahead the rosters of sites are looked at."""
SOON = timedelta(days=30)
"""How long before the end of a term somebody has to be found for the next."""


@dataclass(frozen=True)
class Affairs:
    """`shown` is whether the public sees the community; `proven` is whether all evidence that the
    gates ahead ask for is here: without it none is judged. `lapsed_from` is the day from which
    evidence has lapsed, where it is known. `took_part` are the ballots so far in open votes, by
    the id of the vote. `pending` are rows that nobody has dealt with."""

    now: datetime
    evidence: Evidence
    shown: bool = True
    proven: bool = True
    lapsed_from: date | None = None
    took_part: Mapping[int, Share] = field(default_factory=dict)
    pending: Sequence[object] = ()

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """Those ahead that ask for evidence: to pass any other is a choice, and waits for
        nobody."""
        ahead = NEXT[self.evidence.stage] if self.proven else ()
        return tuple(gate(self.evidence, to) for to in ahead if DEMANDS[to])

    @cached_property
    def lapses(self) -> list[Item]:
        """Evidence of gates passed that stands no more."""
        return lapses(self.evidence)

    def of(self, kind: type[Row]) -> list[Row]:
        """The pending rows of one kind (`layers.tasks.rows`)."""
        return [each for each in self.pending if isinstance(each, kind)]

    @property
    def today(self) -> date:
        return self.evidence.today

    def waits(self, draft: bool) -> bool:
        """Whether a row is internal only because nobody has looked at it: in a community that is
        internal itself everything is."""
        return draft and self.shown

    def in_time(self, begun: date, code: str) -> date:
        """The last day for something that began on a day, by a rule in days."""
        return begun + timedelta(days=int(self.evidence.rule(code)))
