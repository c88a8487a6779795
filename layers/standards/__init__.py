"""Rule values as data: what a rule demands, who says so, since when, and how sure we are.

A value is never a bare constant in a rule. `in_force` picks the version that holds on a day.
A county may set what the platform marks as a default; a standard's value it may not.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from layers.core.text import Term, Text


class Status(Term):
    """How a value came to us."""

    VERIFIED = "verified", "已核原文", "Primary text read"
    SECONDARY = "secondary", "二手来源", "Seen on secondary pages only"
    MEMORY = "memory", "待核", "From memory, unverified"


@dataclass(frozen=True, slots=True)
class Step:
    """For values that depend on a measure: `value` holds above `above`, up to the next step."""

    above: float
    value: float


@dataclass(frozen=True, slots=True)
class RuleValue:
    """One version of one rule value. `steps` replaces `value` where it depends on a measure.

    `area` is the prefix of division codes for which a county set a value of its own.
    """

    code: str
    version: str
    title: Text
    unit: str
    source: str
    clause: str
    effective_from: date
    status: Status
    value: float | Fraction | None = None
    steps: tuple[Step, ...] = ()
    needs_review: bool = False
    area: str = ""

    def at(self, measure: float) -> float | None:
        """The stepped value at a measure, or None below the first step.

        The first step includes its own bound: GB/T 3608 speaks of work at 2 m *and above*.
        """
        if not self.steps or measure < self.steps[0].above:
            return None
        passed = [step.value for step in self.steps[1:] if measure > step.above]
        return passed[-1] if passed else self.steps[0].value


def in_force(values: tuple[RuleValue, ...], code: str, on: date, division: str = "") -> RuleValue:
    """The version of `code` that holds on a day in a division: that of the smallest area which
    has one of its own, and of these the newest that has taken effect.

    Raises LookupError when no version had taken effect then.
    """
    known = [
        v
        for v in values
        if v.code == code and v.effective_from <= on and division.startswith(v.area)
    ]
    if not known:
        raise LookupError(f"No version of {code} in force on {on:%Y-%m-%d}")
    return max(known, key=lambda v: (len(v.area), v.effective_from))
