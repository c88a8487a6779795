"""The bodies of a choice within the money: candidates and constraints in, a proven answer out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from gis_service.api.rankings import MOST_CANDIDATES, Id, Weighing
from gis_service.api.scenes import Body
from gis_service.informing.model import Model
from gis_service.selecting import Alternative, LeftOut, Question, Selection, Wanted
from layers.core.text import Language, Text
from layers.ledgers.funding import Source
from layers.planning.candidates import Candidate, Objective, fen, yuan
from layers.planning.constraints import Constraints
from layers.planning.curve import Step
from layers.planning.naming import called
from layers.planning.neighbours import in_metres
from layers.planning.selection import Status, Task

Money = Annotated[Decimal, Field(ge=0, max_digits=16, decimal_places=2)]
Key = Annotated[Id, BeforeValidator(lambda given: str(given) if type(given) is int else given)]
Ids = Annotated[list[Key], Field(max_length=MOST_CANDIDATES)]
Number = Annotated[int, Field(ge=0, le=1_000_000)]
Year = Annotated[int, Field(ge=2000, le=2100)]
Bonus = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
ByCounty: Any = Field(default_factory=dict, max_length=5000)
ByYear: Any = Field(default_factory=dict, max_length=30)
Place = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]


class CandidateBody(Body):
    """`profitable_cny` is the part that private capital may pay, `cost_by_year_cny` what falls
    due when, `place` longitude and latitude."""

    id: Key
    name: Annotated[str, Field(max_length=200)] = ""
    cost_cny: Money
    score: Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]
    county: Annotated[str, Field(max_length=64)] = ""
    households: Number = 0
    profitable_cny: Money = Decimal(0)
    cost_by_year_cny: dict[Year, Money] = ByYear
    place: Place | None = None

    @model_validator(mode="after")
    def _parts_within_the_whole(self) -> Self:
        for part in (self.profitable_cny, sum(self.cost_by_year_cny.values())):
            if part > self.cost_cny:
                raise PydanticCustomError("cost_over", "a part of the cost is over the cost")
        return self

    def value(self, metres: tuple[float, float] | None) -> Candidate:
        return Candidate(
            self.id,
            fen(self.cost_cny),
            self.score,
            self.county,
            self.households,
            fen(self.profitable_cny),
            {year: fen(part) for year, part in self.cost_by_year_cny.items()},
            metres,
        )


class ConstraintsBody(Body):
    max_count: Number | None = None
    min_count: Number | None = None
    county_min: dict[str, Number] = ByCounty
    county_max: dict[str, Number] = ByCounty
    county_budget_cny: Annotated[dict[str, Money], Field(max_length=5000)] = Field(
        default_factory=dict
    )
    budget_by_year_cny: Annotated[dict[Year, Money], Field(max_length=30)] = Field(
        default_factory=dict
    )
    budget_by_source_cny: dict[Source, Money] = Field(default_factory=dict)
    lock_in: Ids = Field(default_factory=list)
    lock_out: Ids = Field(default_factory=list)
    bundles: Annotated[
        list[Annotated[list[Key], Field(min_length=1, max_length=200)]], Field(max_length=5000)
    ] = Field(default_factory=list)
    neighbour_bonus: Bonus = 0.0

    def value(self, budget: Decimal | None) -> Constraints:
        return Constraints(
            budget=None if budget is None else fen(budget),
            budget_by_year={year: fen(each) for year, each in self.budget_by_year_cny.items()},
            budget_by_source={key: fen(each) for key, each in self.budget_by_source_cny.items()},
            max_count=self.max_count,
            min_count=self.min_count,
            county_min=self.county_min,
            county_max=self.county_max,
            county_budget={key: fen(each) for key, each in self.county_budget_cny.items()},
            lock_in=self.lock_in,
            lock_out=self.lock_out,
            bundles=self.bundles,
        )


class SelectBody(Weighing):
    """Candidates of the asker's own, or those of a year by the same weights as in a ranking.

    `household_cost_cny` is what a household is taken to cost where no works have a budget yet.
    """

    candidates: Annotated[list[CandidateBody], Field(max_length=MOST_CANDIDATES)] | None = None
    budget_cny: Money | None = None
    constraints: ConstraintsBody = ConstraintsBody()
    objective: Objective = Objective.SCORE
    only_eligible: bool = True
    household_cost_cny: Money | None = None
    neighbour_bonus: Bonus = 0.0
    neighbour_distance_m: Annotated[float, Field(ge=0, le=5000)] = 500.0
    neighbours: Annotated[list[tuple[Key, Key]], Field(max_length=50_000)] = Field(
        default_factory=list
    )
    gap: Annotated[float | None, Field(ge=0, le=0.5)] = None
    seconds: Annotated[float, Field(gt=0, le=60)] = 30.0
    alternatives: Annotated[int, Field(ge=0, le=10)] = 0
    tolerance: Annotated[float, Field(gt=0, le=0.5)] = 0.01
    budgets_cny: Annotated[list[Money], Field(max_length=25)] = Field(default_factory=list)

    @property
    def household_cost(self) -> int | None:
        return None if self.household_cost_cny is None else fen(self.household_cost_cny)

    def own_candidates(self) -> list[Candidate]:
        given = self.candidates or []
        metres = in_metres({each.id: each.place for each in given if each.place})
        return [each.value(metres.get(each.id)) for each in given]

    def question(self, weights: Mapping[str, float]) -> Question:
        return Question(
            weights,
            self.task,
            only_eligible=self.only_eligible,
            household_cost=self.household_cost,
            gap=self.gap,
            seconds=self.seconds,
        )

    def task(self, candidates: Sequence[Candidate]) -> Task:
        return Task(
            candidates,
            self.constraints.value(self.budget_cny),
            self.objective,
            self.neighbour_bonus or self.constraints.neighbour_bonus,
            self.neighbour_distance_m,
            self.neighbours,
        )

    @property
    def wanted(self) -> Wanted:
        budgets = [fen(each) for each in self.budgets_cny]
        return Wanted(self.alternatives, self.tolerance, budgets)


class Greedy(Model):
    """The sorted list's choice, and by what share the optimum is better."""

    objective: float
    chosen: list[str]
    optimum_better_by: float | None


class Conflict(Model):
    name: str
    message: str


class AlternativeTold(Model):
    chosen: list[str]
    objective: float
    cost_cny: Decimal
    entered: list[str]
    left: list[str]


class StepTold(Model):
    budget_cny: Decimal
    status: Status
    gap: float
    objective: float
    cost_cny: Decimal
    chosen: list[str]
    entered: list[str]
    left: list[str]


class Out(Model):
    id: str
    name: str
    reason: str


class SelectionTold(Model):
    """`gap` is proven: nothing better than (1 + gap) times the objective exists. `conflicts` name
    a smallest set of constraints that contradict each other."""

    status: Status
    gap: float
    chosen: list[str]
    objective: float
    cost_cny: Decimal
    candidates: int
    greedy: Greedy | None
    conflicts: list[str]
    explained: list[Conflict]
    alternatives: list[AlternativeTold]
    curve: list[StepTold]
    warning: str | None = Field(description="Choices of a larger budget need not hold the smaller.")
    left_out: list[Out]
    weights: dict[str, float] | None = None
    data_date: datetime | None = None


_NOT_NESTED = Text(
    "预算增加时,较小预算下入选的小区可能落选:各预算的方案不必互相包含。",
    "With more money a community chosen before may fall out: choices need not contain each other.",
)


def told(
    found: Selection, candidates: int, out: Sequence[LeftOut], language: Language
) -> SelectionTold:
    choice = found.choice
    return SelectionTold(
        status=choice.status,
        gap=choice.gap,
        chosen=[*found.chosen],
        objective=choice.worth,
        cost_cny=yuan(found.cost),
        candidates=candidates,
        greedy=_greedy(found),
        conflicts=[*found.conflicts],
        explained=[Conflict(name=name, message=called(name)[language]) for name in found.conflicts],
        alternatives=[_alternative(each) for each in found.alternatives],
        curve=[_step(each) for each in found.curve],
        warning=_NOT_NESTED[language] if found.curve else None,
        left_out=[Out(id=each.id, name=each.name, reason=each.reason[language]) for each in out],
    )


def _greedy(found: Selection) -> Greedy | None:
    worth = found.choice.greedy_worth
    if found.greedy is None or worth is None:
        return None
    better = found.choice.worth / worth - 1 if worth else None
    return Greedy(objective=worth, chosen=[*found.greedy], optimum_better_by=better)


def _alternative(found: Alternative) -> AlternativeTold:
    return AlternativeTold(
        chosen=[*found.chosen],
        objective=found.worth,
        cost_cny=yuan(found.cost),
        entered=[*found.entered],
        left=[*found.left],
    )


def _step(found: Step) -> StepTold:
    return StepTold(
        budget_cny=yuan(found.budget),
        status=found.choice.status,
        gap=found.choice.gap,
        objective=found.choice.worth,
        cost_cny=yuan(found.cost),
        chosen=[*found.chosen],
        entered=[*found.entered],
        left=[*found.left],
    )
