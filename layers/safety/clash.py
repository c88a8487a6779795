"""Clash: perimeters and work areas of different sites do not overlap in place and time."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from shapely.geometry.base import BaseGeometry

from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.citations import GOOD_PRACTICE
from layers.safety.finding import Finding, Result, Subject, cannot_tell, compliant
from layers.safety.scene import Perimeter, Scene, WorkArea

_TOUCH_M = 0.01
"""Neighbours that share an edge touch; an overlap is wider than twice this."""
_CHECK = SafetyCheck.CLASH
_Thing = Perimeter | WorkArea


def check(scene: Scene, _: object) -> Iterator[Finding]:
    areas = (w for w in scene.work_areas if w.period.meets(scene.during))
    things: list[_Thing] = [*scene.closures, *areas]
    pairs: Iterable[tuple[_Thing, _Thing]] = combinations(things, 2)
    if scene.drawn is not None:
        pairs = ((scene.drawn, other) for other in things[1:])
    found = [finding for a, b in pairs for finding in _clash(a, b)]
    yield from found
    if scene.judged and not found:
        message = Text("没有与其他工地重叠的作业。", "No works of other sites overlap with it.")
        yield compliant(_CHECK, GOOD_PRACTICE, message)


def _clash(a: _Thing, b: _Thing) -> Iterator[Finding]:
    same_site = a.site is not None and a.site == b.site
    if same_site or not a.period.meets(b.period) or not a.shape.intersects(b.shape):
        return
    shared = a.shape.intersection(b.shape)
    if shared.buffer(-_TOUCH_M).is_empty:
        return
    about = tuple(_subject(thing) for thing in (a, b) if thing.id is not None)
    if a.period.known and b.period.known:
        yield _finding(shared, about)
    else:
        missing = Text("起止时间", "start and end")
        yield cannot_tell(_CHECK, GOOD_PRACTICE, missing, about, shared)


def _finding(shared: BaseGeometry, about: tuple[Subject, ...]) -> Finding:
    area = round(float(shared.area), 2)
    return Finding(
        _CHECK,
        Result.NOT_COMPLIANT,
        Severity.MAJOR,
        Text(
            "与其他工地同时作业,重叠 {a:.1f} m²。",
            "Works of another site overlap by {a:.1f} m² at the same time.",
        ).format(a=area),
        GOOD_PRACTICE,
        {"overlap_m2": area},
        about,
        shared,
    )


def _subject(thing: _Thing) -> Subject:
    assert thing.id is not None
    return Subject("perimeter" if isinstance(thing, Perimeter) else "work_area", thing.id)
