from datetime import date
from fractions import Fraction

import pytest

from layers.standards import RuleValue, Status, in_force
from layers.standards.values import VALUES

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("height_m", "radius_m"),
    [
        (0, None),
        (1.99, None),
        (2, 3),
        (5, 3),
        (5.01, 4),
        (15, 4),
        (15.01, 5),
        (30, 5),
        (30.01, 6),
        (100, 6),
    ],
)
def test_the_fall_radius_follows_the_steps_of_the_standard(
    height_m: float, radius_m: float | None
) -> None:
    assert in_force(VALUES, "fall-radius", TODAY).at(height_m) == radius_m


def test_the_standard_of_2025_holds_from_may_2026() -> None:
    assert in_force(VALUES, "fall-radius", date(2026, 4, 30)).version == "GB/T 3608-2008"
    assert in_force(VALUES, "fall-radius", date(2026, 5, 1)).version == "GB 3608-2025"


def test_a_table_that_nobody_saw_says_so() -> None:
    now = in_force(VALUES, "fall-radius", TODAY)
    assert now.needs_review
    assert now.status is Status.SECONDARY


def test_before_a_rule_there_is_none() -> None:
    with pytest.raises(LookupError):
        in_force(VALUES, "publicity-days", date(2000, 1, 1))


def test_thresholds_of_the_civil_code_are_exact() -> None:
    assert in_force(VALUES, "quorum", TODAY).value == Fraction(2, 3)
    assert in_force(VALUES, "major-matter", TODAY).value == Fraction(3, 4)
    assert in_force(VALUES, "ordinary-matter", TODAY).value == Fraction(1, 2)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{value.code} {value.version}")
def test_every_value_names_its_source_and_has_a_value_or_steps(value: RuleValue) -> None:
    assert value.source
    assert value.clause
    assert (value.value is None) != (value.steps == ())
