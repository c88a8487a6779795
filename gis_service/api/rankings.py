"""The bodies of a ranking: what is asked, and rows that keep every contribution."""

from datetime import datetime
from typing import Annotated, Any, Self

import numpy as np
from pydantic import Field, PlainSerializer, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError, to_json

from gis_service.api.scenes import Body
from gis_service.informing.model import Model
from gis_service.ranking import Judged, Ranking, Stability
from gis_service.store.cql import LANGUAGES, Filter
from layers.core.text import Language
from layers.planning.candidates import yuan
from layers.planning.criteria import CODES, CRITERIA
from layers.planning.omission import Agreement
from layers.stages import Stage

MOST_CANDIDATES = 10_000
MOST_SCORES = 100_000_000
"""Communities times draws: a few seconds of work."""
DRAWS = 1000

Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Amount = Annotated[float, Field(allow_inf_nan=False)]
Weight = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]
Rounded = Annotated[float, PlainSerializer(lambda value: round(value, 6), return_type=float)]


class Weighing(Body):
    """Weights by criterion, or the name of a set of them, the platform's or a saved one; else those
    of the bureau."""

    year: Annotated[int | None, Field(ge=2000, le=2100)] = None
    weights: dict[str, Weight] | None = None
    set: Annotated[str, Field(max_length=64)] | None = None
    filter: Annotated[str, Field(max_length=4000)] | dict[str, Any] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if self.weights is not None and self.set is not None:
            raise PydanticCustomError("weights_twice", "either weights or set, not both")
        return self

    @property
    def chosen(self) -> Filter | None:
        """CQL2 over communities, as text or as JSON."""
        if self.filter is None:
            return None
        if isinstance(self.filter, str):
            return Filter(self.filter)
        return Filter(to_json(self.filter).decode(), LANGUAGES[1])


class Measured(Body):
    """A community of the asker's own; a measure left out is unknown."""

    id: Id
    name: Annotated[str, Field(max_length=200)] = ""
    county: Annotated[str, Field(max_length=64)] = ""
    households: Annotated[int | None, Field(ge=0, le=1_000_000)] = None
    measures: dict[str, Amount | None]

    @field_validator("measures")
    @classmethod
    def _known(cls, measures: dict[str, Any]) -> dict[str, Any]:
        if unknown := measures.keys() - set(CODES):
            named = {"names": ", ".join(sorted(unknown))}
            raise PydanticCustomError("criterion_unknown", "no such criterion: {names}", named)
        return measures

    def value(self) -> Judged:
        found = [self.measures.get(code) for code in CODES]
        values = np.array([np.nan if each is None else each for each in found])
        return Judged(self.id, self.name, values, self.county, households=self.households)


class RankBody(Weighing):
    """`draws` of weights tell how firm the order is; `top` is about how many will be chosen."""

    candidates: Annotated[list[Measured], Field(max_length=MOST_CANDIDATES)] | None = None
    draws: Annotated[int | None, Field(ge=0, le=20_000)] = None
    top: Annotated[int, Field(ge=1, le=100_000)] = 20
    concentration: Annotated[float, Field(ge=0, le=10_000)] = 20.0
    seed: Annotated[int, Field(ge=0, lt=1 << 32)] = 0
    limit: Annotated[int, Field(ge=1, le=20_000)] = MOST_CANDIDATES


class Criterion(Model):
    """`worst` scores 0 and `best` 1; sliders score with these as the service does."""

    code: str
    group: str
    title: str
    unit: str
    unit_title: str
    worst: float
    best: float
    source: str
    article: str | None


class Missing(Model):
    code: str
    article: str
    message: str


class Row(Model):
    """`range` is where the score may lie once the `unknown` is known. `eligible` is None for a
    community of the asker's own: no gate was asked."""

    rank: int
    id: str
    name: str
    county: str
    division: str
    stage: Stage | None
    score: Rounded
    range: tuple[Rounded, Rounded]
    contributions: dict[str, Rounded]
    measures: dict[str, Rounded | None]
    unknown: list[str]
    topsis: Rounded
    eligible: bool | None
    missing: list[Missing]
    households: int | None
    cost_cny: str | None
    place: tuple[Rounded, Rounded] | None = Field(
        description="Longitude and latitude of its middle, where it has a boundary."
    )
    rank_acceptability: list[tuple[int, Rounded]] = Field(
        description="Last rank of a bin, and how often the community comes to lie in it."
    )
    in_top: Rounded | None = Field(description="How often it is among the first `top`.")
    central_weights: dict[str, Rounded] | None = Field(
        description="Mean weights of the draws in which it is among the first `top`."
    )


class Likeness(Model):
    """Of two orders: 1 is the same. `kept` of the first `top` are the same."""

    kendall: float | None
    spearman: float | None
    kept: int
    top: int

    @classmethod
    def of(cls, found: Agreement) -> "Likeness":
        return cls(**{name: getattr(found, name) for name in cls.model_fields})


class Firmness(Model):
    """`intervals`: within which each weight leaves the first `top` as they are, the others in
    proportion. `without`: the order without a criterion against the order with it."""

    draws: int
    top: int
    intervals: dict[str, tuple[Rounded, Rounded]]
    without: dict[str, Likeness]
    topsis: Likeness


class RankingTold(Model):
    year: int
    matched: int
    rows: list[Row]
    weights: dict[str, Rounded]
    criteria: list[Criterion]
    stability: Firmness | None
    data_date: datetime | None


def told(
    ranking: Ranking, language: Language, year: int, limit: int, data_date: datetime | None
) -> RankingTold:
    ranks = ranking.scores.rank
    return RankingTold(
        year=year,
        matched=len(ranking.judged),
        rows=[_row(ranking, at, int(ranks[at]), language) for at in ranking.order[:limit]],
        weights=by_code(ranking.weights),
        criteria=criteria(language),
        stability=None if ranking.stability is None else _firmness(ranking.stability),
        data_date=data_date,
    )


def criteria(language: Language) -> list[Criterion]:
    return [
        Criterion(
            code=each.code,
            group=each.group,
            title=each.title[language],
            unit=each.unit,
            unit_title=each.unit.label[language],
            worst=each.worst,
            best=each.best,
            source=each.source[language],
            article=each.article,
        )
        for each in CRITERIA
    ]


def _row(ranking: Ranking, at: int, rank: int, language: Language) -> Row:
    each, scores, firm = ranking.judged[at], ranking.scores, ranking.stability
    found = firm and firm.acceptability
    return Row(
        rank=rank,
        id=each.id,
        name=each.name,
        county=each.county,
        division=each.division,
        stage=each.stage,
        score=float(scores.score[at]),
        range=(float(scores.low[at]), float(scores.high[at])),
        contributions=by_code(scores.contributions[at]),
        measures={
            code: None if np.isnan(value) else value
            for code, value in by_code(each.measures).items()
        },
        unknown=[code for code, is_ in zip(CODES, scores.unknown[at], strict=True) if is_],
        topsis=float(ranking.topsis[at]),
        eligible=None if each.missing is None else not each.missing,
        missing=[
            Missing(code=item.code, article=item.article, message=item.message[language])
            for item in each.missing or ()
        ],
        households=each.households,
        cost_cny=None if each.cost is None else str(yuan(each.cost)),
        place=each.place,
        rank_acceptability=[]
        if not found
        else [
            (edge, float(share))
            for edge, share in zip(found.bins, found.shares[at], strict=True)
            if share
        ],
        in_top=None if not found else float(found.in_top[at]),
        central_weights=None
        if not found or np.isnan(found.central[at]).any()
        else by_code(found.central[at]),
    )


def by_code(values: Any) -> dict[str, float]:
    return dict(zip(CODES, np.asarray(values).tolist(), strict=True))


def _firmness(found: Stability) -> Firmness:
    return Firmness(
        draws=found.acceptability.draws,
        top=found.acceptability.top,
        intervals=dict(found.intervals),
        without={code: Likeness.of(each) for code, each in found.omissions.items()},
        topsis=Likeness.of(found.topsis),
    )
