"""Storage siting: material is enclosed, and clear of works, wires, lanes and doors.

Distances by class of material after GB 50720 3.2.1; enclosure after N(七). A store drawn as a
point is taken to be a heap of `HEAP_M` around it where ground it covers matters, and the point
itself where a distance is measured.
"""

from collections.abc import Callable, Iterator, Mapping

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.material_storage import Material
from layers.safety.citations import FIRE_LAW, NOTICE, Citation
from layers.safety.finding import Finding, Result, Subject, cannot_tell, compliant
from layers.safety.rules import Rules
from layers.safety.scene import Scene, Storage
from layers.utilities import UtilityKind

HEAP_M = 1.0
_TOLERANCE_M = 0.01
_CHECK = SafetyCheck.STORAGE
_GRAVE = {
    Material.FLAMMABLE: Severity.CRITICAL,
    Material.COMBUSTIBLE: Severity.MAJOR,
    Material.OTHER: Severity.MINOR,
}
Siting = Callable[[Storage, Scene, Rules], Iterator[Finding]]


def check(scene: Scene, rules: Rules) -> Iterator[Finding]:
    for store in scene.storage:
        found = [finding for siting in SITINGS for finding in siting(store, scene, rules)]
        yield from found
        if not found:
            demand = rules[f"storage-{store.material}"]
            distance = _from_works(store, scene)
            message = Text(
                "堆放点距作业区 {found:.1f} m,封闭且不占道。",
                "The store is {found:.1f} m from the works, enclosed and in nobody's way.",
            ).format(found=distance)
            values = {"required_m": demand.metres, "found_m": round(distance, 2)}
            yield compliant(_CHECK, demand.citation, message, values, _about(store))


def _away_from_works(store: Storage, scene: Scene, rules: Rules) -> Iterator[Finding]:
    demand = rules[f"storage-{store.material}"]
    if not scene.works:
        missing = Text("作业区", "the work area")
        yield cannot_tell(_CHECK, demand.citation, missing, _about(store), store.shape)
        return
    found = _from_works(store, scene)
    if found >= demand.metres - _TOLERANCE_M:
        return
    closest = min((work.shape for work in scene.works), key=store.shape.distance)
    yield Finding(
        _CHECK,
        Result.NOT_COMPLIANT,
        _GRAVE[store.material],
        Text(
            "{material}材料距作业区 {found:.2f} m,应不小于 {r:g} m。",
            "{material} material is {found:.2f} m from the works; {r:g} m are required.",
        ).format(material=store.material.label, found=found, r=demand.metres),
        demand.citation,
        {"required_m": demand.metres, "found_m": round(found, 2)},
        _about(store),
        shapely.shortest_line(store.shape, closest),
    )


def _enclosed(store: Storage, scene: Scene, rules: Rules) -> Iterator[Finding]:
    if store.enclosed is None:
        missing = Text("是否封闭管理", "whether the store is enclosed")
        yield cannot_tell(_CHECK, NOTICE, missing, _about(store), store.shape)
    elif not store.enclosed:
        message = Text("材料未封闭管理。", "The material is not enclosed.")
        severity = Severity.MAJOR if store.material is Material.FLAMMABLE else Severity.MINOR
        yield _breach(message, severity, store.shape, NOTICE, _about(store))


def _clear_of_wires(store: Storage, scene: Scene, rules: Rules) -> Iterator[Finding]:
    """The notice and the standard speak of what lies under a line, and name no distance beside."""
    demand = rules[f"storage-{store.material}"]
    for line in scene.utilities:
        if line.kind is UtilityKind.POWER_LINE and _heap(store).intersects(line.shape):
            message = Text("堆放点在架空电力线下。", "The store lies under a power line.")
            about = (*_about(store), Subject("utility", line.id, line.name))
            yield _breach(message, Severity.MAJOR, line.shape, demand.citation, about)


def _clear_of_lanes(store: Storage, scene: Scene, rules: Rules) -> Iterator[Finding]:
    heap = _heap(store)
    for lane in scene.lanes:
        strip = lane.shape.buffer((lane.width_m or 0.0) / 2, cap_style="flat")
        # A lane of unknown width is a line: standing across it is standing on it.
        on = heap.intersection(strip if lane.width_m else lane.shape)
        if on.buffer(-_TOLERANCE_M).is_empty if lane.width_m else on.is_empty:
            continue
        message = Text("堆放点占用车道。", "The store stands on a lane.")
        about = (*_about(store), Subject("lane", lane.id, lane.name))
        yield _breach(message, Severity.MAJOR, on, FIRE_LAW, about)


def _clear_of_doors(store: Storage, scene: Scene, rules: Rules) -> Iterator[Finding]:
    walk = rules["walk-width"]
    heap = _heap(store)
    for door in scene.doors:
        if door.shape is None or not shapely.dwithin(heap, door.shape, walk.metres - _TOLERANCE_M):
            continue
        found = round(float(heap.distance(door.shape)), 2)
        message = Text(
            "堆放点距单元门仅 {found:.2f} m。", "The store is {found:.2f} m in front of a door."
        ).format(found=found)
        about = (*_about(store), Subject("door", door.id, door.name))
        values = {"required_m": walk.metres, "found_m": found}
        yield _breach(message, Severity.MAJOR, store.shape, NOTICE, about, values)


SITINGS: tuple[Siting, ...] = (
    _away_from_works,
    _enclosed,
    _clear_of_wires,
    _clear_of_lanes,
    _clear_of_doors,
)


def _breach(
    message: Text,
    severity: Severity,
    shape: BaseGeometry,
    citation: Citation,
    about: tuple[Subject, ...],
    values: Mapping[str, float] | None = None,
) -> Finding:
    result = Result.NOT_COMPLIANT
    return Finding(_CHECK, result, severity, message, citation, values or {}, about, shape)


def _from_works(store: Storage, scene: Scene) -> float:
    return min(float(store.shape.distance(work.shape)) for work in scene.works)


def _heap(store: Storage) -> BaseGeometry:
    return store.shape.buffer(HEAP_M) if isinstance(store.shape, Point) else store.shape


def _about(store: Storage) -> tuple[Subject, ...]:
    return (Subject("storage", store.id, store.name),)
