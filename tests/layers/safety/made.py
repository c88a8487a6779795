"""Yards to test with, drawn in metres: x east, y north, one building and one gate."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import shapely
from shapely import Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import in_degrees
from layers.ledgers.exceptions import SafetyCheck
from layers.safety import CHECKS
from layers.safety.finding import Finding, Result
from layers.safety.periods import Period
from layers.safety.quiet import quiet
from layers.safety.rules import Rules
from layers.safety.scene import Building, Door, Gate, Perimeter, Scene, WorkArea

TODAY = date(2026, 11, 24)
RULES = Rules(TODAY)
NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
SLAB = Building("b1", box(20, 30, 60, 42), "1")
DOOR = Door("d1", "b1", Point(40, 42), "1-1")
GATE = Gate("g1", Point(50, 0), "South gate")


def yard(**changes: Any) -> Scene:
    """80 m by 60 m, a slab in the middle with a door to the north, a gate to the south."""
    made = Scene(community=box(0, 0, 80, 60), buildings=(SLAB,), doors=(DOOR,), gates=(GATE,))
    return replace(made, **changes)


def perimeter(west: float, south: float, east: float, north: float, **more: Any) -> Perimeter:
    return Perimeter(box(west, south, east, north), **{"id": "p1", **more})


def work(west: float, south: float, east: float, north: float, height_m: float = 18.0) -> WorkArea:
    return WorkArea(box(west, south, east, north), height_m)


def days(first: int, last: int) -> Period:
    """From the start of one day of November to the start of another, in UTC."""
    return Period(datetime(2026, 11, first, tzinfo=UTC), datetime(2026, 11, last, tzinfo=UTC))


def found(scene: Scene, check: SafetyCheck, rules: Rules = RULES) -> list[Finding]:
    [judge] = [each for each in CHECKS if each.__module__.endswith(f".{check.value}")]
    with quiet():
        return [*judge(scene, rules)]


def results(scene: Scene, check: SafetyCheck, rules: Rules = RULES) -> set[Result]:
    return {finding.result for finding in found(scene, check, rules)}


def blocked(scene: Scene, width_m: float = 1.2) -> set[Any]:
    """The doors that no strip of a width joins to a gate."""
    return {
        subject.id
        for finding in found(scene, SafetyCheck.EGRESS, Rules(TODAY, {"walk-width": width_m}))
        if finding.result is Result.NOT_COMPLIANT
        for subject in finding.subjects
    }


def polygon(shape: BaseGeometry) -> Polygon:
    assert isinstance(shape, Polygon)
    return shape


def lonlat(shape: BaseGeometry, srid: int = 4547) -> BaseGeometry:
    """A shape of a yard on the ground of Jiangxi, with the decimals that a client sends."""
    place = shapely.affinity.translate(shape, 560_000, 3_124_000)
    return shapely.transform(in_degrees(place, srid), lambda xy: np.round(xy, 7))
