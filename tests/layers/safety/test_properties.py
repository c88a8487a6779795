"""What holds for every yard, not just for those that we thought of."""

from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import ndimage
from shapely import Point, Polygon, box
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import in_degrees, in_metres, zone_srid
from layers.ledgers.exceptions import SafetyCheck
from layers.safety import examine
from layers.safety.drop_zone import fall_zone
from layers.safety.finding import Result
from layers.safety.ground import Ground
from layers.safety.propose import proposed
from layers.safety.quiet import quiet
from layers.safety.scene import Building, Door, Perimeter, Scene, WorkArea
from layers.safety.zones import _replaced, placed
from tests.layers.safety.made import RULES, blocked, found, polygon, yard

MANY = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
SOME = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

metres = st.floats(0.5, 40, allow_nan=False)
heights = st.one_of(st.floats(0, 60), st.sampled_from([2.0, 5.0, 15.0, 30.0]))


@st.composite
def polygons(draw: st.DrawFn) -> Polygon:
    """Any polygon that sees all of itself from one point; some have a sliver for a spike."""
    n = draw(st.integers(3, 12))
    radii = draw(st.lists(metres, min_size=n, max_size=n))
    turn = draw(st.floats(0, 6))
    angles = turn + np.arange(n) * 2 * np.pi / n
    return Polygon(
        [(r * np.cos(a), r * np.sin(a)) for r, a in zip(radii, angles, strict=True)]
    ).buffer(0)


@st.composite
def boxes(draw: st.DrawFn) -> Polygon:
    """A rectangle somewhere in a yard, turned or not."""
    x, y = draw(st.floats(-5, 85)), draw(st.floats(-5, 65))
    w, h = draw(st.floats(0.5, 45)), draw(st.floats(0.5, 25))
    return rotate(box(x, y, x + w, y + h), draw(st.sampled_from([0, 0, 30, 45, 77])))


yards = st.lists(boxes(), min_size=0, max_size=5).map(
    lambda shapes: tuple(Perimeter(shape, id=f"p{i}") for i, shape in enumerate(shapes))
)


@given(polygons(), heights, st.floats(0, 10), st.floats(74, 134), st.floats(18, 50))
@MANY
def test_what_is_proposed_is_compliant_wherever_it_is_sent(
    shape: Polygon, height: float, allowance: float, lon: float, lat: float
) -> None:
    """Through GeoJSON with seven decimals, and measured in a neighbouring zone as well."""
    srid = zone_srid(lon)
    x, y = in_metres(Point(lon, lat), srid).coords[0]
    area = polygon(translate(shape, x, y))
    radius = RULES.fall_radius(height).metres
    west, south, _, north = area.bounds
    beside = Building("b1", box(west - 12, south, west, north))
    for buildings in ((), (beside,)):
        sent = proposed(WorkArea(area, height), radius, allowance, buildings, srid)
        assert sent.is_valid
        assert isinstance(sent, Polygon)
        received = shapely.from_geojson(shapely.to_geojson(sent))
        for zone in (srid, zone_srid(lon + 1.6)):
            drawn = Perimeter(
                polygon(in_metres(received, zone)),
                work=WorkArea(polygon(in_metres(in_degrees(area, srid), zone)), height),
            )
            around = tuple(
                replace(b, shape=polygon(in_metres(in_degrees(b.shape, srid), zone)))
                for b in buildings
            )
            [finding] = found(Scene(drawn=drawn, buildings=around), SafetyCheck.DROP_ZONE)
            assert finding.result is Result.COMPLIANT, finding


@given(polygons(), st.floats(0.01, 10), st.floats(0.01, 10))
@MANY
def test_a_larger_radius_asks_for_no_less(shape: Polygon, one: float, other: float) -> None:
    small, large = sorted((one, other))
    work = WorkArea(shape)
    assert fall_zone(work, large, ()).buffer(1e-3).covers(fall_zone(work, small, ()))


@given(polygons(), st.floats(2, 40), st.floats(0, 8), st.floats(0.05, 3))
@MANY
def test_more_perimeter_leaves_no_more_uncovered(
    shape: Polygon, height: float, reach: float, more: float
) -> None:
    def bare(distance: float) -> float:
        drawn = Perimeter(shape.buffer(distance), work=WorkArea(shape, height))
        [finding] = found(Scene(drawn=drawn), SafetyCheck.DROP_ZONE)
        return float(finding.values.get("uncovered_m2", 0.0))

    assert bare(reach + more) <= bare(reach)


@given(yards, st.integers(0, 4), st.floats(0.1, 5))
@MANY
def test_a_larger_perimeter_never_frees_a_door(
    closed: tuple[Perimeter, ...], which: int, more: float
) -> None:
    doors = tuple(Door(f"d{i}", "b1", Point(24 + 8 * i, 42)) for i in range(5))
    scene = yard(doors=doors, perimeters=closed)
    larger = tuple(
        replace(p, shape=p.shape.buffer(more)) if i == which else p for i, p in enumerate(closed)
    )
    extra = (*closed, Perimeter(box(55, 20, 65, 50), id="extra"))
    assert blocked(scene) <= blocked(replace(scene, perimeters=larger))
    assert blocked(scene) <= blocked(replace(scene, perimeters=extra))


@given(yards, st.floats(0.6, 3), st.floats(0.1, 2))
@SOME
def test_a_wider_walk_blocks_no_fewer_doors(
    closed: tuple[Perimeter, ...], width: float, more: float
) -> None:
    scene = yard(perimeters=closed)
    assert blocked(scene, width) <= blocked(scene, width + more)


@given(yards, st.floats(0, 360), st.sampled_from([(75.5, 39), (114.2, 28), (115.6, 25), (131, 47)]))
@SOME
def test_where_a_yard_lies_changes_nothing(
    closed: tuple[Perimeter, ...], degrees: float, place: tuple[float, float]
) -> None:
    """Turned, moved, sent in degrees and measured in another zone, it has the same findings."""
    scene = yard(perimeters=closed)
    srid = zone_srid(place[0])
    x, y = in_metres(Point(place), srid).coords[0]

    def sent(shape: BaseGeometry) -> BaseGeometry:
        turned = rotate(shape, degrees, origin=(40, 30))
        return in_degrees(translate(turned, x, y), srid)

    there = placed(_replaced(scene, sent))
    here, elsewhere = (_told(each) for each in (scene, there.scene))
    near_the_edge = blocked(scene, 1.17) != blocked(scene, 1.23)
    assert near_the_edge or here == elsewhere


def _told(scene: Scene) -> set[Any]:
    return {
        (finding.check, finding.result, tuple(sorted(str(s.id) for s in finding.subjects)))
        for finding in examine(scene, RULES)
    }


@given(yards)
@SOME
def test_a_raster_agrees(closed: tuple[Perimeter, ...]) -> None:
    """An independent judge: clearances on a grid of 10 cm, flooded from the gate.

    A grid can be wrong by its cell, so it is asked about a walk a little narrower and a little
    wider than the engine is.
    """
    scene = yard(perimeters=closed)
    is_blocked = bool(blocked(scene))
    with quiet():
        free = Ground(scene, 1.2).free(closed)
    if is_blocked:
        assert not _flooded(free, 1.5, lenient=False)
    else:
        assert _flooded(free, 0.9, lenient=True)


def _flooded(free: BaseGeometry, width_m: float, lenient: bool) -> bool:
    """Whether a disc can roll from the gate to the door, where it must touch both, or nearly so."""
    cell = 0.1
    xs, ys = np.meshgrid(np.arange(-2, 82, cell), np.arange(-2, 62, cell))
    shapely.prepare(free)
    clearance = ndimage.distance_transform_edt(shapely.contains_xy(free, xs, ys)) * cell
    clear = clearance >= width_m / 2
    labels, _ = ndimage.label(clear, np.ones((3, 3)))
    reach = width_m / 2 + 3 * cell if lenient else clearance

    def at(place: Point) -> set[int]:
        near = np.hypot(xs - place.x, ys - place.y) <= reach
        return {*labels[near & clear].tolist()} - {0}

    return bool(at(Point(50, 0)) & at(Point(40, 42)))
