"""Fire lane: engines still come within reach of every building. GB 50720 3.3, 消防法 28.

Three things are told apart: a building that no lane reaches any more, a lane that a perimeter or a
store narrows below its clear width (which the law forbids even where a way round remains), and a
hydrant that somebody covered. The reach counts from the middle of the lane in a straight line.
"""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.citations import FIRE_LAW
from layers.safety.finding import Finding, Result, cannot_tell, compliant, subjects
from layers.safety.narrowing import Narrow, narrowed
from layers.safety.network import Network
from layers.safety.periods import together
from layers.safety.rules import Rules
from layers.safety.scene import Building, Lane, Scene
from layers.utilities import UtilityKind

_CHECK = SafetyCheck.FIRE_LANE
_REACHED_M = 0.01
NOTHING = shapely.Polygon()


def check(scene: Scene, rules: Rules) -> Iterator[Finding]:
    if not scene.buildings and not scene.lanes:
        return
    stores: list[BaseGeometry] = [store.shape for store in scene.storage]
    sets = together(scene.closures, scene.during)
    closed = [shapely.union_all([*(p.shape for p in each), *stores]) for each in sets]
    bad = [*_covered_hydrants(scene), *_narrowed_lanes(scene, rules, closed)]
    yield from bad
    yield from _reach(scene, rules, closed, clean=not bad)


def _reach(
    scene: Scene, rules: Rules, closed: list[BaseGeometry], clean: bool
) -> Iterator[Finding]:
    width, reach = rules["fire-lane-width"], rules["fire-reach"]
    if not scene.buildings:
        return
    if not scene.lanes:
        missing = Text("消防车道的记录", "records of fire lanes")
        yield cannot_tell(_CHECK, reach.citation, missing)
        return
    known = [lane for lane in scene.lanes if _fit(lane, rules)]
    network = Network(scene, known, width.metres)
    far = {b.id: b for each in closed for b in _far(scene, network, each, reach.metres)}
    unsure = [lane for lane in scene.lanes if lane.width_m is None]
    if far and unsure:
        hoped = Network(scene, [*known, *(_wide(lane, rules) for lane in unsure)], width.metres)
        lost = {b.id for each in closed for b in _far(scene, hoped, each, reach.metres)}
        if open_questions := [building for id_, building in far.items() if id_ not in lost]:
            missing = Text("车道净宽", "the clear width of lanes")
            about = (*subjects("lane", unsure), *subjects("building", open_questions))
            yield cannot_tell(_CHECK, width.citation, missing, about)
        far = {id_: building for id_, building in far.items() if id_ in lost}
    yield from _out_of_reach(scene, network, [*far.values()], rules)
    if far or (unsure and not known):
        return
    if not len(network.entries):
        missing = Text("与车道相接的小区出入口", "a gate at a fire lane")
        yield cannot_tell(_CHECK, reach.citation, missing, subjects("lane", known))
    elif clean:
        yield compliant(
            _CHECK,
            reach.citation,
            Text(
                "净宽 {w:g} m 的车道距各楼栋均不超过 {r:g} m。",
                "A lane {w:g} m wide comes within {r:g} m of every building.",
            ).format(w=width.metres, r=reach.metres),
            {"required_m": width.metres, "reach_m": reach.metres},
            subjects("lane", known),
        )


def _fit(lane: Lane, rules: Rules) -> bool:
    """Whether an engine could use the lane if nothing stood on it."""
    wide = lane.width_m is not None and lane.width_m >= rules["fire-lane-width"].metres
    height = rules["fire-lane-height"].metres
    return wide and (lane.clear_height_m is None or lane.clear_height_m >= height)


def _wide(lane: Lane, rules: Rules) -> Lane:
    width = rules["fire-lane-width"].metres
    return Lane(lane.id, lane.shape, width, lane.clear_height_m, lane.name)


def _distances(scene: Scene, network: Network, closed: BaseGeometry) -> np.ndarray:
    pieces = network.open(closed)
    shapes = np.array([building.shape for building in scene.buildings], dtype=object)
    if not len(pieces):
        return np.full(len(shapes), np.inf)
    return np.asarray(shapely.distance(shapes[:, None], pieces[None, :]).min(axis=1))


def _far(
    scene: Scene, network: Network, closed: BaseGeometry, reach_m: float
) -> Iterator[Building]:
    distances = _distances(scene, network, closed)
    for building, distance in zip(scene.buildings, distances, strict=True):
        if distance > reach_m + _REACHED_M:
            yield building


def _out_of_reach(
    scene: Scene, network: Network, far: list[Building], rules: Rules
) -> Iterator[Finding]:
    """One finding for what the works cut off, one for what no lane ever reached."""
    reach = rules["fire-reach"]
    never = {b.id for b in _far(scene, network, NOTHING, reach.metres)} if far else set()
    for before in (False, True):
        chosen = [building for building in far if (building.id in never) is before]
        if not chosen:
            continue
        lived_in = any(building.occupied for building in chosen)
        grave = Severity.MAJOR if before else Severity.CRITICAL
        cause = (
            Text("未施工时已如此。", " It is so without the works as well.")
            if before
            else Text("", "")
        )
        yield Finding(
            _CHECK,
            Result.NOT_COMPLIANT,
            grave if lived_in else Severity.MINOR,
            Text(
                "{n} 栋楼 {r:g} m 内没有净宽 {w:g} m 且通往出入口的车道。{cause}",
                "{n} buildings have no lane {w:g} m wide from a gate within {r:g} m.{cause}",
            ).format(n=len(chosen), r=reach.metres, w=rules["fire-lane-width"].metres, cause=cause),
            reach.citation,
            {"required_m": rules["fire-lane-width"].metres, "reach_m": reach.metres},
            subjects("building", chosen),
            shapely.GeometryCollection([building.shape for building in chosen]),
        )


def _narrowed_lanes(scene: Scene, rules: Rules, closed: list[BaseGeometry]) -> Iterator[Finding]:
    width = rules["fire-lane-width"].metres
    for lane in scene.lanes:
        if not _fit(lane, rules):
            continue
        spots = [spot for each in closed if (spot := narrowed(lane, each)) is not None]
        worst = min(spots, key=lambda spot: spot.found_m, default=None)
        if worst is not None and worst.found_m < width - _REACHED_M:
            yield _cut(lane, worst, width)


def _cut(lane: Lane, spot: Narrow, width_m: float) -> Finding:
    return Finding(
        _CHECK,
        Result.NOT_COMPLIANT,
        Severity.MAJOR,
        Text(
            "消防车道{name}净宽仅剩 {found:.2f} m,应不小于 {w:g} m。",
            "Fire lane {name} is left {found:.2f} m wide; {w:g} m are required.",
        ).format(name=lane.name or lane.id, found=spot.found_m, w=width_m),
        FIRE_LAW,
        {"required_m": width_m, "found_m": spot.found_m},
        subjects("lane", [lane]),
        shapely.GeometryCollection([spot.bite, *([spot.left] if spot.left else [])]),
    )


def _covered_hydrants(scene: Scene) -> Iterator[Finding]:
    covers = [*(p.shape for p in scene.closures), *(s.shape for s in scene.storage)]
    hydrants = [u for u in scene.utilities if u.kind is UtilityKind.HYDRANT]
    covered = [h for h in hydrants if any(cover.intersects(h.shape) for cover in covers)]
    if covered:
        yield Finding(
            _CHECK,
            Result.NOT_COMPLIANT,
            Severity.CRITICAL,
            Text("{n} 个消火栓被占压。", "{n} hydrants are covered.").format(n=len(covered)),
            FIRE_LAW,
            {},
            subjects("hydrant", covered),
            shapely.GeometryCollection([hydrant.shape for hydrant in covered]),
        )
