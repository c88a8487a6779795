"""Rows that nobody has dealt with, each with as much of it as the rules ask for.

`draft` is whether the row is internal still, and nobody said why; `site` is the site whose business
it is.
"""

from datetime import date, datetime
from decimal import Decimal

from pydantic.dataclasses import dataclass

from layers.ledgers.exceptions import SafetyCheck
from layers.reports import ReportCategory, ReportStatus
from layers.safety.periods import Period
from layers.voting import Share
from layers.warning_perimeters import PerimeterStatus


@dataclass(frozen=True, slots=True)
class Posted:
    """A publicity that ends today, or that somebody has said something of."""

    id: int
    title: str
    ends: date


@dataclass(frozen=True, slots=True)
class Voting:
    """A vote that is open. Its own totals count where no ballot was entered."""

    id: int
    title: str
    starts: date
    ends: date
    owners_total: int
    area_total_m2: Decimal
    owners_took_part: int
    area_took_part_m2: Decimal

    @property
    def took_part(self) -> Share:
        return Share(self.owners_took_part, self.area_took_part_m2)


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on a publicity that has no answer, or that nobody has moderated."""

    id: int
    draft: bool
    publicity: int
    made_at: datetime
    outcome: str | None
    answer: str

    @property
    def answered(self) -> bool:
        return self.outcome is not None and self.answer != ""


@dataclass(frozen=True, slots=True)
class Received:
    """A reception item without a reply."""

    id: int
    site: int
    text: str
    reply_by: date


@dataclass(frozen=True, slots=True)
class Reported:
    """A report that is not closed."""

    id: int
    draft: bool
    category: ReportCategory
    text: str
    status: ReportStatus
    reported_at: datetime
    reopened_at: datetime | None
    private: bool


@dataclass(frozen=True, slots=True)
class Closure:
    """A published warning perimeter that should have begun."""

    id: int
    site: int
    reason: str
    status: PerimeterStatus
    starts: datetime
    ends: datetime
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ActiveSite:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody on duty within the hours to come."""

    site: int
    starts: datetime
    ends: datetime

    @property
    def period(self) -> Period:
        return Period(self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class Excused:
    """An exception at an active site."""

    id: int
    draft: bool
    site: int
    perimeter: int | None
    check: SafetyCheck
    ends: date


@dataclass(frozen=True, slots=True)
class Supervising:
    """A supervisor of a community where a term ends or has ended."""

    id: int
    draft: bool
    term_ends: date | None


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark in a survey of which nothing is said to have become."""

    id: int
    on: date
