"""How a county does, on a scale of 100 points with the grades of the Jiangxi method of 2022.

The method's own table of indicators was not seen. The indicators here are what the notice itself
commands and the ledgers can prove, each with its article; that they weigh the same is a default of
the platform, not law. One without data is none: the score is then a range, from no points for it to
all of them, and a grade is told only where the whole range has the same.

Satisfaction counts the communities with answers enough to be told of, each by itself: a sum that
held the others too would tell of them by its difference to the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from layers.core.text import Term, Text
from layers.divisions import CODE_LENGTHS
from layers.standards import in_force
from layers.standards.values import VALUES
from layers.statistics import wilson

POINTS = 100.0


class Grade(Term):
    EXCELLENT = "excellent", "优秀", "Excellent"
    GOOD = "good", "良好", "Good"
    PASS = "pass", "合格", "Pass"
    POOR = "poor", "不合格", "Poor"


class Grain(Term):
    """What the rows of a report are."""

    PROVINCE = "province", "省", "Provinces"
    CITY = "city", "设区市", "Cities"
    COUNTY = "county", "县(市、区)", "Counties"
    STREET = "street", "街道(乡镇)", "Streets and towns"
    COMMUNITY = "community", "小区", "Communities"

    @classmethod
    def of(cls, digits: int) -> "Grain":
        return tuple(cls)[CODE_LENGTHS.index(digits)]

    @property
    def digits(self) -> int | None:
        """Of the code of such a division; a community has none."""
        return dict(zip(Grain, CODE_LENGTHS, strict=False)).get(self)


class Count(Term):
    """What is counted beside the indicators."""

    COMMUNITIES = "communities", "小区数", "Communities"
    LEFT_OUT = "left_out", "未计入的答卷", "Answers left out"
    RESPONSE = "response", "答卷率", "Response rate"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A share that ought to be one. `sampled` is one of answers, which has an interval."""

    code: str
    title: Text
    article: str
    note: Text
    sampled: bool = False


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        "organisation",
        Text("业主组织与管理模式", "Organisation and management"),
        "N(四)",
        Text(
            "列入计划的小区中,业主组织成立且后续管理模式、标准已确定的占比",
            "Of the communities in the plan, those with an organisation, mode and standard",
        ),
    ),
    Indicator(
        "consensus",
        Text("协商取得共识", "Consensus of the owners"),
        "N(四)",
        Text(
            "表决通过以后各阶段的小区中,表决结果有效的占比",
            "Of the communities past approval, those whose vote stands",
        ),
    ),
    Indicator(
        "comments",
        Text("公示意见答复", "Comments answered"),
        "N(五)",
        Text("公示意见中已答复的占比", "Of the comments on publicity, those answered"),
    ),
    Indicator(
        "checks",
        Text("三检合格", "Checks passed"),
        "N(八)",
        Text("工序检查中合格的占比", "Of the checks of working steps, those passed"),
    ),
    Indicator(
        "acceptance",
        Text("验收合格", "Acceptances passed"),
        "N(八)",
        Text("验收中合格的占比", "Of the acceptances, those passed"),
    ),
    Indicator(
        "satisfaction",
        Text("群众满意度", "Satisfaction"),
        "N(八)",
        Text(
            "答卷中满意的占比;答卷不足 5 份的小区不计入",
            "Of the answers, those satisfied; without communities that have fewer than 5",
        ),
        sampled=True,
    ),
    Indicator(
        "management",
        Text("长效管理", "Lasting management"),
        "N(九)",
        Text(
            "已验收的小区中,进入长效管理的占比",
            "Of the communities accepted, those under lasting management",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """So many `good` ones of all that there are."""

    good: int
    of: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One indicator of one division; `share` is None where there are no data, or too few answers to
    be told. The interval is that of a share seen in a sample."""

    indicator: Indicator
    share: float | None
    of: int
    interval: tuple[float, float] | None

    @property
    def points(self) -> float | None:
        return None if self.share is None else self.share * POINTS / len(INDICATORS)


@dataclass(frozen=True, slots=True)
class Performance:
    """`low` and `high` are the same where every indicator has data. `response` is the share of
    the households asked that answered, None where nobody noted how many were asked; `left_out`
    the answers of communities that have too few."""

    measured: tuple[Measured, ...]
    low: float
    high: float
    grade: Grade | None
    response: float | None
    left_out: int


def performance(seen: Mapping[str, Seen]) -> Performance:
    """The performance of a division, from what was seen of each indicator by its code."""
    measured = tuple(_measured(each, seen.get(each.code, Seen(0, 0))) for each in INDICATORS)
    low = sum(each.points or 0.0 for each in measured)
    unknown = sum(each.points is None for each in measured)
    high = low + unknown * POINTS / len(INDICATORS)
    grades = {grade_of(low), grade_of(high)}
    is_known = len(grades) == 1 and unknown < len(INDICATORS)
    asked = seen.get(Count.RESPONSE, Seen(0, 0))
    return Performance(
        measured,
        low,
        high,
        grades.pop() if is_known else None,
        response=asked.good / asked.of if asked.of else None,
        left_out=seen.get(Count.LEFT_OUT, Seen(0, 0)).of,
    )


def grade_of(points: float) -> Grade:
    """Over 95 is excellent; 85 and 75 belong to the better grade. Rounded to 0.01 points first, so
    that no grade hangs on how a computer adds."""
    told = round(points, 2)
    if told > _bound("grade-excellent"):
        return Grade.EXCELLENT
    if told >= _bound("grade-good"):
        return Grade.GOOD
    return Grade.PASS if told >= _bound("grade-pass") else Grade.POOR


def _measured(indicator: Indicator, seen: Seen) -> Measured:
    fewest = _bound("survey-minimum") if indicator.sampled else 1
    if seen.of < fewest:
        return Measured(indicator, None, seen.of, None)
    share = seen.good / seen.of
    return Measured(
        indicator, share, seen.of, wilson(share, seen.of) if indicator.sampled else None
    )


def _bound(code: str) -> float:
    value = in_force(VALUES, code, date.max).value
    assert value is not None
    return float(value)
