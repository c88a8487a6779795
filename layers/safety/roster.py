"""Roster: no minute of an active site without someone on duty. N(七)."""

from collections.abc import Iterator

from layers.core.moments import LOCAL
from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.citations import NOTICE
from layers.safety.finding import Finding, Result, Subject, compliant
from layers.safety.periods import gaps, minutes
from layers.safety.scene import Roster, Scene

_CHECK = SafetyCheck.ROSTER


def check(scene: Scene, _: object) -> Iterator[Finding]:
    for roster in scene.rosters or ():
        yield _finding(roster)


def _finding(roster: Roster) -> Finding:
    about = () if roster.site is None else (Subject("site", roster.site),)
    unattended = gaps(roster.shifts, roster.window)
    if not unattended:
        message = Text("值守无空档。", "Someone is on duty all the time.")
        return compliant(_CHECK, NOTICE, message, {"gap_min": 0.0}, about)
    first = unattended[0]
    assert first.starts is not None
    assert first.ends is not None
    since, until = first.starts.astimezone(LOCAL), first.ends.astimezone(LOCAL)
    total = minutes(unattended)
    return Finding(
        _CHECK,
        Result.NOT_COMPLIANT,
        Severity.MAJOR,
        Text(
            "共 {total:.0f} 分钟无人值守,最早为 {since:%Y-%m-%d %H:%M} 至 {until:%Y-%m-%d %H:%M}。",
            "Nobody is on duty for {total:.0f} minutes in all, first from {since:%Y-%m-%d %H:%M} "
            "to {until:%Y-%m-%d %H:%M}.",
        ).format(total=total, since=since, until=until),
        NOTICE,
        {"gap_min": round(total, 1), "gaps": float(len(unattended))},
        about,
    )
