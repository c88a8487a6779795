"""Whether owners decided: the arithmetic of Civil Code art. 278, exact to one owner and 0.01 m².

Two conditions, each for heads *and* for exclusive floor area. Owners with two thirds or more take
part; then, of those taking part, three quarters or more consent to a matter of items (六)-(八), and
more than half to any other. "以上" includes the bound, "过半数" excludes the half.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from layers.core.text import Term
from layers.standards import RuleValue, in_force
from layers.standards.values import VALUES

_SQUARE_METRE = 100
"""Hundredths, the finest that a title deed says."""


class Gravity(Term):
    ORDINARY = "ordinary", "一般事项", "Ordinary matter"
    MAJOR = "major", "特别事项((六)–(八)项)", "Major matter (items VI to VIII)"


_CONSENT = {Gravity.ORDINARY: "ordinary-matter", Gravity.MAJOR: "major-matter"}


@dataclass(frozen=True, slots=True)
class Share:
    """So many owners, and the exclusive floor area that they hold."""

    owners: int
    area_m2: Decimal

    def __bool__(self) -> bool:
        return bool(self.owners or self.area_m2)


@dataclass(frozen=True, slots=True)
class Missing:
    """What is short, nothing where nothing is: who still has to take part for the quorum, and how
    much consent is lacking among those who take part, or would with the quorum."""

    took_part: Share
    in_favour: Share


@dataclass(frozen=True, slots=True)
class Outcome:
    """`article` names where the consent that the matter asks for is written."""

    quorum: bool
    passed: bool
    missing: Missing
    article: str


def evaluate(
    matter: Gravity,
    owners_total: int,
    area_total_m2: Decimal,
    took_part: Share,
    in_favour: Share,
    on: date = date.max,
) -> Outcome:
    """How a vote stands, by the thresholds in force `on` a day, or by the newest.

    A whole without owners or without area decides nothing.
    """
    consent = in_force(VALUES, _CONSENT[matter], on)
    over_half = matter is Gravity.ORDINARY
    whole = Share(owners_total, area_total_m2)
    absent = _short(whole, took_part, _value(in_force(VALUES, "quorum", on)), _at_least)
    deciding = Share(took_part.owners + absent.owners, took_part.area_m2 + absent.area_m2)
    lacking = _short(deciding, in_favour, _value(consent), _more_than if over_half else _at_least)
    quorum = not absent
    return Outcome(
        quorum=quorum,
        passed=quorum and not lacking,
        missing=Missing(absent, lacking),
        article=f"{consent.source}{consent.clause}",
    )


def _value(rule: RuleValue) -> Fraction:
    assert isinstance(rule.value, Fraction)
    return rule.value


def _short(whole: Share, part: Share, share: Fraction, units: Callable[[Fraction], int]) -> Share:
    """How far a part stays behind the `share` of a whole, by heads and by area."""
    owners = units(whole.owners * share)
    hundredths = units(Fraction(whole.area_m2) * share * _SQUARE_METRE)
    behind = ceil(hundredths - Fraction(part.area_m2) * _SQUARE_METRE)
    return Share(
        max(0, owners - part.owners),
        Decimal(max(0, behind)).scaleb(-2),
    )


def _at_least(bound: Fraction) -> int:
    """The fewest whole units that reach the bound; none of nothing is not enough."""
    return max(1, ceil(bound))


def _more_than(bound: Fraction) -> int:
    """The fewest whole units that exceed the bound."""
    return floor(bound) + 1
