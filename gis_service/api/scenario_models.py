"""What is told of scenarios, as clients read it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import Field

from gis_service.api.rankings import Rounded
from gis_service.informing.model import Model
from gis_service.planning.comparing import Sum
from layers.planning.candidates import yuan
from layers.planning.scenarios import Overlap, Standing
from layers.planning.selection import Status
from layers.stages import Stage


class Adopted(Model):
    """How many came into the plan, were in it already, were refused."""

    at: datetime
    by: str
    planned: int
    already: int
    refused: int


class ScenarioTold(Model):
    """`areas` are those of the author's scope. `digest` is of all that the choice was made from."""

    id: int
    name: str
    remark: str
    author: str
    areas: list[str]
    made_at: datetime
    year: int
    weights: Mapping[str, Rounded]
    weight_set: str | None
    data_date: datetime | None
    digest: str
    status: Status
    gap: float
    objective: float
    cost_cny: Decimal
    chosen: int
    candidates: int
    adopted: Adopted | None
    may_edit: bool
    may_adopt: bool


class Named(Model):
    id: int
    name: str


class Placed(Named):
    """With where it stands now."""

    stage: Stage | None
    plan_year: int | None


class Chosen(Placed):
    county: str
    standing: Standing
    score: Rounded
    households: int | None
    cost_cny: Decimal | None


class Reason(Model):
    code: str
    article: str | None
    message: str


class Unplanned(Named):
    reasons: list[Reason]


class Adoption(Model):
    """`hidden` counts communities that the reader may not see. Of a dry run there is no `at`."""

    at: datetime | None
    by: str | None
    planned: list[Named]
    already: list[Named]
    refused: list[Unplanned]
    hidden: int


class WholeScenario(ScenarioTold):
    question: dict[str, Any] = Field(description="As /planning/select takes it.")
    communities: list[Chosen]
    hidden: int = Field(description="Communities that the reader may not see.")
    adoption: Adoption | None


class Side(Model):
    """A community in one scenario."""

    standing: Standing
    score: Rounded
    cost_cny: Decimal | None


class LineTold(Placed):
    """`sides` are in the order of the scenarios; None where it was not looked at."""

    county: str
    households: int | None
    place: tuple[float, float] | None
    sides: list[Side | None]


class SumTold(Model):
    count: int
    cost_cny: Decimal
    score: Rounded
    households: int

    @classmethod
    def of(cls, found: Sum) -> "SumTold":
        return cls(
            count=found.count,
            cost_cny=yuan(found.cost),
            score=found.score,
            households=found.households,
        )


class County(Model):
    code: str
    name: str
    sums: list[SumTold]


class OverlapTold(Model):
    """`share` is what is in both, of what is in either."""

    first: int
    second: int
    both: int
    only_first: int
    only_second: int
    share: float | None

    @classmethod
    def of(cls, found: Overlap) -> "OverlapTold":
        return cls(**{name: getattr(found, name) for name in cls.model_fields})


class ComparisonTold(Model):
    """`sums`, those of a county and the sides of a line are in the order of the scenarios."""

    scenarios: list[ScenarioTold]
    lines: list[LineTold]
    hidden: int
    sums: list[SumTold]
    counties: list[County]
    overlaps: list[OverlapTold]


class Changed(Named):
    """`inputs` names what differs: a criterion, or cost, households, county, place, profitable,
    and candidate where it may be chosen now and could not be then, or the reverse."""

    inputs: list[str]


class RerunTold(Model):
    """`same` is that nothing the choice is made from has changed, and neither has the choice."""

    same: bool
    same_inputs: bool
    same_choice: bool
    digest: str
    digest_now: str
    data_date: datetime | None
    status: Status
    objective: float
    cost_cny: Decimal
    chosen: int
    appeared: list[Named]
    gone: int = Field(description="How many can be looked at no more.")
    changed: list[Changed]
    entered: list[Named]
    left: list[Named]
    hidden: int
