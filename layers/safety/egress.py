"""Egress: every unit door of an occupied building still reaches a gate. N(七).

On the free ground of every set of perimeters that are closed at one time, a strip as wide as the
rule demands must lead from each door to a gate.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety import strips
from layers.safety.finding import Finding, Result, cannot_tell, compliant, subjects
from layers.safety.ground import Ground
from layers.safety.periods import together
from layers.safety.rules import Demand, Rules
from layers.safety.scene import Building, Door, Id, Scene

TOLERANCE_M = 0.01
"""Coordinates with seven decimals of a degree are half a centimetre off on either side."""
DEEP_M = 1.0
"""A door drawn deeper inside its building than this could belong to any of its walls."""
_CHECK = SafetyCheck.EGRESS


@dataclass(frozen=True, slots=True)
class _Blocked:
    """Doors behind one narrow spot of the ground that is free at some time."""

    doors: tuple[Door, ...]
    free: BaseGeometry
    found_m: float


def check(scene: Scene, rules: Rules) -> Iterator[Finding]:
    walk = rules["walk-width"]
    buildings = {building.id: building for building in scene.buildings}
    occupied = {id_: b for id_, b in buildings.items() if b.occupied}
    vacant = buildings.keys() - occupied.keys()
    doors = [door for door in scene.doors if door.building not in vacant]
    if not occupied and not doors:
        return
    with_door = {door.building for door in doors}
    if bare := [b for b in occupied.values() if b.id not in with_door]:
        missing = Text("单元门的记录", "records of unit doors")
        yield cannot_tell(_CHECK, walk.citation, missing, subjects("building", bare))
    known = [door for door in _on_walls(doors, buildings) if door.shape is not None]
    placed = {door.id for door in known}
    if lost := [door for door in doors if door.id not in placed]:
        missing = Text("单元门的准确位置", "positions of unit doors")
        yield cannot_tell(_CHECK, walk.citation, missing, subjects("door", lost))
    if not known:
        return
    if scene.community is None:
        missing = Text("小区边界", "the boundary of the community")
        yield cannot_tell(_CHECK, walk.citation, missing)
        return
    ground = Ground(scene, walk.metres)
    if not ground.gates:
        missing = Text("开放且够宽的小区出入口", "an open gate that is wide enough")
        yield cannot_tell(_CHECK, walk.citation, missing)
        return
    yield from _judged(scene, ground, known, walk)


def _judged(scene: Scene, ground: Ground, doors: list[Door], walk: Demand) -> Iterator[Finding]:
    width = walk.metres - TOLERANCE_M
    least = ground.free(scene.closures)
    always = strips.open_rooms(least, ground.gate_places, width)
    # Less closed ground never blocks more doors: only these can be blocked at some time.
    suspects = _behind(always, doors, width)
    blocked: dict[Id, _Blocked] = {}
    if suspects:
        sets = together(scene.closures, scene.during)
        for free in [least] if len(sets) == 1 else map(ground.free, sets):
            for spot in _narrow_spots(free, ground, suspects, width):
                blocked |= {d.id: _worse(spot, blocked.get(d.id)) for d in spot.doors}
        before = strips.open_rooms(ground.standing, ground.gate_places, width)
        for spot in {id(each): each for each in blocked.values()}.values():
            yield _finding(spot, ground, walk, before)
    if free_doors := [door for door in doors if door.id not in blocked]:
        yield compliant(
            _CHECK,
            walk.citation,
            Text(
                "{n} 个单元门有净宽不小于 {w:.2f} m 的通道到达出入口。",
                "{n} unit doors reach a gate on ground at least {w:.2f} m wide.",
            ).format(n=len(free_doors), w=walk.metres),
            {"required_m": walk.metres},
            subjects("door", free_doors),
            _walkable(always, width) if blocked else None,
        )


def _worse(spot: _Blocked, other: _Blocked | None) -> _Blocked:
    return spot if other is None or spot.found_m < other.found_m else other


def _on_walls(doors: list[Door], buildings: Mapping[Id, Building]) -> list[Door]:
    """Doors drawn inside their building at its wall; without a place if too deep for that."""
    homes = np.array([_home(door, buildings) for door in doors], dtype=object)
    places = _places(doors)
    inside = np.flatnonzero(shapely.covers(homes, places).astype(bool))
    ways = shapely.shortest_line(shapely.boundary(homes[inside]), places[inside])
    placed = [*doors]
    for i, way in zip(inside, ways, strict=True):
        wall = Point(way.coords[0]) if way.length <= DEEP_M else None
        placed[i] = replace(doors[i], shape=wall)
    return placed


def _home(door: Door, buildings: Mapping[Id, Building]) -> BaseGeometry | None:
    home = None if door.building is None else buildings.get(door.building)
    return None if home is None else home.shape


def _behind(ways: strips.Shapes, doors: Iterable[Door], width_m: float) -> list[Door]:
    doors = list(doors)
    free = strips.reached(ways, _places(doors), width_m)
    return [door for door, is_free in zip(doors, free, strict=True) if not is_free]


def _narrow_spots(
    free: BaseGeometry, ground: Ground, suspects: list[Door], width_m: float
) -> Iterator[_Blocked]:
    ways = strips.open_rooms(free, ground.gate_places, width_m)
    if not (doors := _behind(ways, suspects, width_m)):
        return
    widths = strips.widest(free, ground.gate_places, _places(doors), width_m)
    for found in sorted(set(widths)):
        alike = tuple(d for d, width in zip(doors, widths, strict=True) if width == found)
        yield _Blocked(alike, free, found)


def _finding(blocked: _Blocked, ground: Ground, walk: Demand, before: strips.Shapes) -> Finding:
    """`before` are the rooms open to people if nothing were closed."""
    places = _places(blocked.doors)
    spot = None
    if blocked.found_m:
        spot = strips.narrowest(blocked.free, ground.gate_places, places[0], blocked.found_m)
    by_works = strips.reached(before, places, walk.metres - TOLERANCE_M).any()
    cause = (
        Text("", "")
        if by_works
        else Text("未施工时已如此。", " It is so without the works as well.")
    )
    return Finding(
        _CHECK,
        Result.NOT_COMPLIANT,
        Severity.CRITICAL if by_works else Severity.MAJOR,
        Text(
            "{n} 个单元门到出入口的通道净宽仅 {found:.2f} m,应不小于 {w:.2f} m。{cause}",
            "{n} unit doors are left a way of {found:.2f} m to a gate; {w:.2f} m are required."
            "{cause}",
        ).format(n=len(blocked.doors), found=blocked.found_m, w=walk.metres, cause=cause),
        walk.citation,
        {"required_m": walk.metres, "found_m": blocked.found_m},
        subjects("door", blocked.doors),
        shapely.GeometryCollection([*([spot] if spot else []), *places]),
    )


def _walkable(ways: strips.Shapes, width_m: float) -> BaseGeometry:
    """The ground on which the strips may lie: the escape routes that remain."""
    return shapely.union_all(shapely.buffer(ways, width_m / 2, quad_segs=2)).simplify(0.05)


def _places(doors: Iterable[Door]) -> strips.Shapes:
    return np.array([door.shape for door in doors], dtype=object)
