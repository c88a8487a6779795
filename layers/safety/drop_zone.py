"""Drop zone: the perimeter covers all ground that a falling object can reach. GB 3608.

That is the work area grown by the fall radius of its height, less the building that the work is
on: what falls inside a building is not the perimeter's business. A neighbour's building stays in,
for its doors and its roof lie in the fall.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Finding, Result, Subject, cannot_tell, compliant
from layers.safety.rules import Demand, Rules
from layers.safety.scene import Building, Perimeter, Scene, WorkArea

TOLERANCE_M = 0.01
ON_BUILDING_M = 1.0
"""A scaffold stands up to this far from the wall it serves."""
ARC = 16
"""Chords a quarter of a circle: within 1 cm of it at a radius of 6 m."""
_SPECK_M2 = 1e-4
_CHECK = SafetyCheck.DROP_ZONE


def check(scene: Scene, rules: Rules) -> Iterator[Finding]:
    for perimeter in scene.judged:
        about = () if perimeter.id is None else (Subject("perimeter", perimeter.id),)
        work = perimeter.work
        if work is None or work.height_m is None:
            citation = rules.fall_radius(0.0).citation
            missing = (
                Text("作业区", "the work area")
                if work is None
                else Text("作业高度", "the working height")
            )
            yield cannot_tell(_CHECK, citation, missing, about, perimeter.shape)
        else:
            demand = rules.fall_radius(work.height_m)
            yield _covered(perimeter, work, demand, scene.buildings, about)


def fall_zone(work: WorkArea, radius_m: float, buildings: Iterable[Building]) -> BaseGeometry:
    """The ground within the fall radius of the work, less the building that the work is on."""
    shapes = np.array([building.shape for building in buildings], dtype=object)
    own = shapes[shapely.dwithin(shapes, work.shape, ON_BUILDING_M).astype(bool)]
    return work.shape.buffer(radius_m, quad_segs=ARC).difference(shapely.union_all(own))


def _covered(
    perimeter: Perimeter,
    work: WorkArea,
    demand: Demand,
    buildings: tuple[Building, ...],
    about: tuple[Subject, ...],
) -> Finding:
    required = fall_zone(work, demand.metres, buildings)
    bare = required.difference(perimeter.shape.buffer(TOLERANCE_M))
    if bare.area <= _SPECK_M2:
        message = Text(
            "警戒区覆盖作业区及其外 {r:g} m。",
            "The perimeter covers the work and {r:g} m around it.",
        ).format(r=demand.metres)
        return compliant(_CHECK, demand.citation, message, {"required_m": demand.metres}, about)
    found = round(float(bare.distance(work.shape)), 2)
    return Finding(
        _CHECK,
        Result.NOT_COMPLIANT,
        Severity.CRITICAL,
        Text(
            "坠落范围有 {a:.1f} m² 未被警戒区覆盖:应外扩 {r:g} m,实际最窄 {found:.2f} m。",
            "{a:.1f} m² of the drop zone are not covered: {r:g} m around the work are required, "
            "the perimeter keeps {found:.2f} m.",
        ).format(a=bare.area, r=demand.metres, found=found),
        demand.citation,
        {
            "required_m": demand.metres,
            "found_m": found,
            "uncovered_m2": round(float(bare.area), 2),
        },
        about,
        bare,
    )
