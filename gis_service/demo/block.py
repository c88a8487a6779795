"""A block of communities made together, column by column."""

from dataclasses import dataclass
from datetime import date
from math import ceil

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from gis_service.demo.frames import Indices
from gis_service.demo.histories import Histories, made_histories
from gis_service.demo.settling import Places
from gis_service.demo.tables import Numbers
from layers.stages import Stage

_INTERNAL = 0.04
_UNSURVEYED = 0.3


@dataclass(frozen=True, slots=True)
class Block:
    """Communities `id` at `places`. Some are internal; some have no boundary yet, and so nothing
    that would be drawn within it."""

    rng: Generator
    numbers: Numbers
    today: date
    places: Places
    id: Indices
    histories: Histories
    is_public: NDArray[np.bool_]
    has_boundary: NDArray[np.bool_]
    built_year: Indices

    def __len__(self) -> int:
        return len(self.id)

    @property
    def households(self) -> Indices:
        return self.places.library.households[self.places.plan]

    def visibility(self, owner: Indices, also: NDArray[np.bool_] | bool = True) -> NDArray[np.str_]:
        """`published` for rows whose community is public, and that are so themselves."""
        return np.where(self.is_public[owner] & also, "published", "draft")


def made_block(seed: int, serial: int, numbers: Numbers, places: Places, today: date) -> Block:
    rng = default_rng([seed, 10, serial])
    count = len(places)
    histories = made_histories(rng, count, today)
    early = histories.at(Stage.SURVEYED, Stage.RESERVE)
    return Block(
        rng=rng,
        numbers=numbers,
        today=today,
        places=places,
        id=numbers.take("communities", count),
        histories=histories,
        is_public=rng.permutation(count) >= ceil(_INTERNAL * count),
        has_boundary=~(early & (rng.random(count) < _UNSURVEYED)),
        built_year=np.rint(rng.triangular(1978, 1991, 2000, count)).astype(np.int64),
    )
