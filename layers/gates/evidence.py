"""The evidence on one community, as one asker sees it: rows of its ledgers, and the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Generic, TypeVar

from layers.ledgers.acceptances import Acceptance
from layers.ledgers.decisions import Decision
from layers.ledgers.inspections import Inspection
from layers.ledgers.owner_organisations import OwnerOrganisation
from layers.ledgers.surveys import SurveyChannel
from layers.ledgers.works import Work
from layers.stages import Stage
from layers.standards import RuleValue, in_force
from layers.standards.values import VALUES

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Recorded(Generic[Row]):
    """A row of a ledger under its id."""

    id: int
    row: Row


@dataclass(frozen=True, slots=True)
class Posting:
    """A publicity, with how many comments it drew and how many of them have no answer."""

    id: int
    title: str
    place: str
    starts: date
    ends: date
    comments: int = 0
    unanswered: int = 0

    @property
    def days(self) -> int:
        """Both the first and the last day count."""
        return (self.ends - self.starts).days + 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """`visits` and `forms` are survey answers by channel, None where the asker is told only of
    all `answers` together. `sees_households` is whether acceptances name theirs."""

    today: date
    division: str = ""
    stage: Stage | None = None
    since: datetime | None = None
    organisations: tuple[Recorded[OwnerOrganisation], ...] = ()
    decisions: tuple[Recorded[Decision], ...] = ()
    postings: tuple[Posting, ...] = ()
    works: tuple[Recorded[Work], ...] = ()
    inspections: tuple[Recorded[Inspection], ...] = ()
    acceptances: tuple[Recorded[Acceptance], ...] = ()
    answers: int = 0
    channels: Mapping[SurveyChannel, int] | None = field(default_factory=dict)
    sees_households: bool = True
    rules: tuple[RuleValue, ...] = VALUES

    def rule(self, code: str) -> float | Fraction:
        """The value of a rule on the day and in the division of the community."""
        value = in_force(self.rules, code, self.today, self.division).value
        assert value is not None
        return value
