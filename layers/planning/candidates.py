"""Candidates: what a choice is made among. Money is whole fen, so that sums are exact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from layers.core.text import Term
from layers.ledgers.funding import Source
from layers.ledgers.works import WorkCategory

FEN = 100

PROFITABLE = frozenset(
    {
        WorkCategory.PARKING,
        WorkCategory.CHARGING,
        WorkCategory.ELDERLY_CARE,
        WorkCategory.CHILDCARE,
        WorkCategory.MARKET,
    }
)
"""Items that earn money; what private capital may pay for. N(三)."""

FOR_PROFITABLE_ITEMS = frozenset({Source.PRIVATE_CAPITAL})
"""Sources that pay for nothing else. N(三)."""


class Objective(Term):
    SCORE = "score", "总得分", "Score"
    SCORE_HOUSEHOLDS = "score_households", "得分×户数", "Score by households"


@dataclass(frozen=True, slots=True)
class Candidate:
    """`profitable` is the part of `cost` that private capital may pay; `by_year` the parts of it
    that fall due in each year, where it is spread. Both in fen. `position` is in metres."""

    id: str
    cost: int
    score: float
    county: str = ""
    households: int = 0
    profitable: int = 0
    by_year: Mapping[int, int] = field(default_factory=dict)
    position: tuple[float, float] | None = None

    def value(self, objective: Objective) -> float:
        return self.score * (self.households if objective is Objective.SCORE_HOUSEHOLDS else 1)


def fen(yuan: Decimal) -> int:
    return int((yuan * FEN).to_integral_value())


def yuan(fen_: int) -> Decimal:
    return Decimal(fen_).scaleb(-2)
