from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from layers.core.rules import Severity
from layers.ledgers.exceptions import SafetyCheck
from layers.safety import examine
from layers.safety.excusing import grave
from layers.safety.finding import Result, verdict
from layers.safety.scene import SafetyException
from tests.layers.safety.made import RULES, perimeter, work, yard

SHORT = yard(drawn=perimeter(20, 26, 60, 30, site=7, work=work(20, 28.5, 60, 30)))
"""A perimeter that does not cover its drop zone."""

EXCEPTION = SafetyException(
    SafetyCheck.DROP_ZONE, "安全网已满铺", "周某", date(2026, 12, 31), site=7
)


def test_what_is_grave_forbids_to_publish() -> None:
    findings = examine(SHORT, RULES)
    assert verdict(findings) is Result.NOT_COMPLIANT
    assert grave(findings)


def test_an_exception_lets_publish_and_hides_nothing() -> None:
    findings = examine(replace(SHORT, exceptions=(EXCEPTION,)), RULES)
    assert not grave(findings)
    assert verdict(findings) is Result.NOT_COMPLIANT
    [excused] = [f for f in findings if f.check is SafetyCheck.DROP_ZONE]
    assert excused.result is Result.NOT_COMPLIANT
    assert excused.severity is Severity.MINOR
    assert excused.exception == EXCEPTION
    for word in ("安全网已满铺", "周某", "2026-12-31"):
        assert word in excused.message.zh
        assert word in excused.message.en


@pytest.mark.parametrize(
    "change",
    [
        {"check": SafetyCheck.EGRESS},
        {"ends": date(2026, 11, 23)},
        {"site": 8},
        {"perimeter": "p2"},
    ],
)
def test_an_exception_is_for_one_check_site_and_time(change: dict[str, Any]) -> None:
    other = replace(EXCEPTION, **change)
    assert grave(examine(replace(SHORT, exceptions=(other,)), RULES))


@pytest.mark.parametrize("change", [{"ends": RULES.on}, {"perimeter": "p1"}, {"site": None}])
def test_an_exception_stands_through_its_last_day(change: dict[str, Any]) -> None:
    own = replace(EXCEPTION, **change)
    assert not grave(examine(replace(SHORT, exceptions=(own,)), RULES))


def test_a_minor_finding_or_an_open_question_does_not_forbid() -> None:
    outside = yard(drawn=perimeter(-1, 26, 60, 40))
    findings = examine(outside, RULES)
    assert {f.result for f in findings} >= {Result.NOT_COMPLIANT, Result.CANNOT_TELL}
    assert grave(findings) == [
        f for f in findings if f.severity in (Severity.MAJOR, Severity.CRITICAL)
    ]
