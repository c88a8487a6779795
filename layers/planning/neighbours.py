"""Neighbours: pairs of candidates so near to each other that renovating both is worth more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from layers.planning.candidates import Candidate, Objective
from layers.planning.constraints import Chosen
from layers.planning.criteria import Floats

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """p pairs: the places of both, and what it is worth to choose them together."""

    first: Indices
    second: Indices
    bonus: Floats

    def __len__(self) -> int:
        return len(self.first)

    def worth(self, chosen: Chosen) -> float:
        return float(self.bonus[chosen[self.first] & chosen[self.second]].sum())


def pairs(
    candidates: Sequence[Candidate],
    objective: Objective,
    bonus: float,
    *,
    distance_m: float = 0.0,
    named: Iterable[tuple[str, str]] = (),
) -> Pairs:
    """Those within a distance, and those named. The bonus is a score; where scores count by
    households, that of a mean of both. Raises KeyError for what is no candidate."""
    if bonus == 0:
        named, distance_m = (), 0.0
    place = {candidate.id: at for at, candidate in enumerate(candidates)}
    found = {_ordered(place[a], place[b]) for a, b in named if a != b}
    found |= set(_near(candidates, distance_m)) if distance_m > 0 else set()
    both = np.array(sorted(found), dtype=np.int64).reshape(-1, 2)
    first, second = both[:, 0], both[:, 1]
    worth = np.full(len(both), bonus)
    if objective is Objective.SCORE_HOUSEHOLDS:
        households = np.array([each.households for each in candidates], dtype=float)
        worth = worth * (households[first] + households[second]) / 2
    return Pairs(first, second, worth)


def in_metres(degrees: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Longitude and latitude as metres in a plane true along each parallel, which is enough to
    tell who is a neighbour."""
    return {
        id_: (111_320 * float(np.cos(np.radians(lat))) * lon, 110_574 * lat)
        for id_, (lon, lat) in degrees.items()
    }


def _near(candidates: Sequence[Candidate], distance_m: float) -> Iterable[tuple[int, int]]:
    placed = [at for at, each in enumerate(candidates) if each.position is not None]
    if len(placed) < 2:
        return []
    tree = cKDTree([candidates[at].position for at in placed])
    return [_ordered(placed[a], placed[b]) for a, b in tree.query_pairs(distance_m)]


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
