"""A library of estate plans with their parts laid end to end, so that many can be built at once."""

from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng
from numpy.typing import NDArray
from shapely.geometry import Point

from gis_service.demo.estates import Estate
from gis_service.demo.frames import Floats, Indices, Shapes
from gis_service.demo.plans import planned

_PLANS = 400
SPOTS = 3
"""Places in each estate where a facility may stand."""


@dataclass(frozen=True, slots=True)
class Buildings:
    """Buildings of all plans, plan after plan: those of plan p are `first[p]:first[p + 1]`."""

    first: Indices
    shape: Shapes
    number: NDArray[np.str_]
    use: NDArray[np.str_]
    floors: Indices
    units: Indices
    height_m: Floats
    households: Indices

    def count(self, plan: Indices) -> Indices:
        return np.diff(self.first)[plan]

    def of(self, plan: Indices) -> tuple[Indices, Indices]:
        """For estates built to `plan`: the owner of each building, and its place in the library."""
        count = self.count(plan)
        owner = np.repeat(np.arange(len(plan)), count)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
        return owner, self.first[plan][owner] + within


@dataclass(frozen=True, slots=True)
class Library:
    """The plans, what each one holds, and the places of its first gate, forecourt and spots."""

    plans: list[Estate]
    size_m: Floats
    middle: Floats
    plot: Shapes
    forecourt: Shapes
    spots: Shapes
    slabs: Indices
    households: Indices
    floor_area_m2: Floats
    buildings: Buildings


def made_library(seed: int, slabs: float = 9.1) -> Library:
    rng = default_rng([seed, 0])
    plans = [planned(rng, slabs) for _ in range(_PLANS)]
    bounds = np.array([plan.plot.bounds for plan in plans])
    return Library(
        plans=plans,
        size_m=bounds[:, 2:] - bounds[:, :2],
        middle=(bounds[:, 2:] + bounds[:, :2]) / 2,
        plot=_objects([plan.plot for plan in plans]),
        forecourt=_objects([plan.forecourt for plan in plans]),
        spots=np.array([_spots(plan) for plan in plans], dtype=object),
        slabs=np.array([sum(b.units > 0 for b in plan.buildings) for plan in plans]),
        households=np.array([plan.households for plan in plans]),
        floor_area_m2=np.array(
            [sum(b.shape.area * b.floors for b in plan.buildings) for plan in plans]
        ),
        buildings=_buildings(plans),
    )


def _buildings(plans: list[Estate]) -> Buildings:
    every = [building for plan in plans for building in plan.buildings]
    return Buildings(
        first=np.cumsum([0, *(len(plan.buildings) for plan in plans)]),
        shape=_objects([b.shape for b in every]),
        number=np.array([number for plan in plans for number in _numbers(plan)]),
        use=np.array([b.use for b in every]),
        floors=np.array([b.floors for b in every]),
        units=np.array([b.units for b in every]),
        height_m=np.array([b.height_m for b in every]),
        households=np.array([b.households for b in every]),
    )


def _numbers(plan: Estate) -> list[str]:
    """What people call each building: slabs by number, the rest by what they are."""
    numbers, slab = [], 0
    for building in plan.buildings:
        slab += building.units > 0
        numbers.append(f"{slab}栋" if building.units else building.name)
    return numbers


def _spots(plan: Estate) -> list[Point]:
    ground = [*plan.greens, *plan.parking]
    places = [area.representative_point() for area in ground[:SPOTS]]
    return (places + [plan.forecourt] * SPOTS)[:SPOTS]


def _objects(values: list[object]) -> Shapes:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
