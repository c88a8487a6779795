"""The safety engine: what a perimeter must cover, and what it must leave open. N(七).

Pure: a scene of shapes in metres and the rule values of a day go in, findings come out.
"""

from collections.abc import Callable, Iterable

from layers.safety import (
    clash,
    drop_zone,
    egress,
    fire_lane,
    place,
    reception,
    roster,
    storage,
)
from layers.safety.excusing import excused
from layers.safety.finding import Finding, Result
from layers.safety.quiet import quiet
from layers.safety.rules import Rules
from layers.safety.scene import Scene

Check = Callable[[Scene, Rules], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    drop_zone.check,
    egress.check,
    fire_lane.check,
    storage.check,
    clash.check,
    place.check,
    roster.check,
    reception.check,
)

_ORDER = {Result.NOT_COMPLIANT: 0, Result.CANNOT_TELL: 1, Result.COMPLIANT: 2}


def examine(scene: Scene, rules: Rules) -> list[Finding]:
    """Every finding on a scene in metres, check by check, the worst of each first."""
    found: list[Finding] = []
    with quiet():
        for check in CHECKS:
            found += sorted(check(scene, rules), key=lambda finding: _ORDER[finding.result])
    asked = scene.drawn
    site, perimeter = (asked.site, asked.id) if asked else (None, None)
    return [*excused(found, scene.exceptions, rules.on, site, perimeter)]
