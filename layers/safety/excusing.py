"""Exceptions: what somebody answers for does not hold a perimeter up, and is never hidden.

An excused finding stays "not compliant" and says why it stands, who approved it and until when;
its severity falls to minor.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from layers.core.rules import Severity
from layers.core.text import Text
from layers.safety.finding import Finding, Result
from layers.safety.scene import Id, SafetyException

HIGH = frozenset({Severity.MAJOR, Severity.CRITICAL})


def excused(
    findings: Iterable[Finding],
    exceptions: Iterable[SafetyException],
    on: date,
    site: Id | None = None,
    perimeter: Id | None = None,
) -> Iterator[Finding]:
    """The findings about a perimeter of a site, with the exceptions that stand on a day."""
    standing = [e for e in exceptions if _stands(e, on, site, perimeter)]
    for finding in findings:
        reason = next((e for e in standing if e.check is finding.check), None)
        if finding.result is not Result.NOT_COMPLIANT or reason is None:
            yield finding
        else:
            yield _excuse(finding, reason)


def grave(findings: Iterable[Finding]) -> list[Finding]:
    """What stands against publishing: each "not compliant" of high severity without an exception.
    What cannot be told is for the publisher to look into, and does not forbid."""
    return [
        finding
        for finding in findings
        if finding.result is Result.NOT_COMPLIANT
        and finding.severity in HIGH
        and finding.exception is None
    ]


def _stands(exception: SafetyException, on: date, site: Id | None, perimeter: Id | None) -> bool:
    own_site = exception.site is None or exception.site == site
    own = exception.perimeter is None or exception.perimeter == perimeter
    return own_site and own and on <= exception.ends


def _excuse(finding: Finding, reason: SafetyException) -> Finding:
    why = Text(
        "{message}例外:{reason}({approver} 批准,至 {ends:%Y-%m-%d})。",
        "{message} Exception: {reason} (approved by {approver}, until {ends:%Y-%m-%d}).",
    ).format(
        message=finding.message, reason=reason.reason, approver=reason.approver, ends=reason.ends
    )
    lowered = min(finding.severity, Severity.MINOR, key=[*Severity].index)
    return replace(finding, message=why, severity=lowered, exception=reason)
