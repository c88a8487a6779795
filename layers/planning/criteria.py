"""What a community is judged by: the notice's four preferences, and need.

Each criterion is measured on an absolute scale, from the worst value (0) to the best (1), so that
a score never depends on which other communities are looked at. The ends of the scales are the
platform's defaults, not law; the four preferences themselves are N(四).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layers.core.text import Term, Text

Floats = NDArray[np.float64]


class Group(Term):
    PREFERENCE = "preference", "优先条件", "Preference"
    NEED = "need", "改造需求", "Need"


class Unit(Term):
    """What a measure counts; a `SHARE` is shown as a percentage."""

    SHARE = "1", "占比", "share"
    YEARS = "a", "年", "years"
    FINDINGS = "findings", "处", "findings"
    FACILITIES = "facilities", "项", "facilities"
    HOUSEHOLDS = "households", "户", "households"
    PER_100_HOUSEHOLDS = "per_100_households", "条/百户", "per 100 households"


@dataclass(frozen=True, slots=True)
class Criterion:
    """`worst` and `best` are in `unit`; which is larger says the direction. `source` is where the
    measure comes from, `article` who asks for it. A missing value is unknown, never zero."""

    code: str
    group: Group
    title: Text
    unit: Unit
    worst: float
    best: float
    source: Text
    article: str | None = None

    @property
    def more_is_better(self) -> bool:
        return self.best > self.worst

    def utility(self, values: Floats) -> Floats:
        """0 at the worst value and beyond, 1 at the best; NaN, the unknown, stays NaN."""
        scaled = (values - self.worst) / (self.best - self.worst)
        return np.clip(scaled, 0.0, 1.0)


_N4 = "N(四)"
_SURVEY = Text("小区调查", "Survey of the community")
_P, _N = Group.PREFERENCE, Group.NEED
_SHARE = Unit.SHARE

CRITERIA: tuple[Criterion, ...] = (
    Criterion("willingness", _P, Text("改造意愿", "Willingness"), _SHARE, 0, 1, _SURVEY, _N4),
    Criterion("participation", _P, Text("参与积极性", "Participation"), _SHARE, 0, 1, _SURVEY, _N4),
    Criterion(
        "self_demolition", _P, Text("主动拆临拆违", "Self-demolition"), _SHARE, 0, 1, _SURVEY, _N4
    ),
    Criterion(
        "willingness_to_pay", _P, Text("出资意愿", "Willingness to pay"), _SHARE, 0, 1, _SURVEY, _N4
    ),
    Criterion("age", _N, Text("房龄", "Age"), Unit.YEARS, 15, 45, Text("建成年份", "Year built")),
    Criterion("safety", _N, Text("安全隐患", "Safety findings"), Unit.FINDINGS, 0, 10, _SURVEY),
    Criterion(
        "facilities", _N, Text("缺少的设施", "Missing facilities"), Unit.FACILITIES, 0, 8, _SURVEY
    ),
    Criterion("households", _N, Text("户数", "Households"), Unit.HOUSEHOLDS, 0, 800, _SURVEY),
    Criterion("elderly", _N, Text("老年人占比", "Share of elderly"), _SHARE, 0, 0.5, _SURVEY),
    Criterion(
        "reports",
        _N,
        Text("居民诉求", "Resident reports"),
        Unit.PER_100_HOUSEHOLDS,
        0,
        10,
        Text("居民诉求台账", "Ledger of reports"),
    ),
)
"""In the order in which people read them; arrays have a column for each, in this order."""

CODES = tuple(criterion.code for criterion in CRITERIA)


def utilities(measures: Floats) -> Floats:
    """A row a community, a column a criterion: measured values to utilities, NaN the unknown."""
    if not len(measures):
        return np.empty((0, len(CRITERIA)))
    columns = [each.utility(measures[:, at]) for at, each in enumerate(CRITERIA)]
    return np.ascontiguousarray(np.stack(columns, axis=1))
