"""Who lives in the demo towns: one household a flat. Private altogether, made names or not."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from gis_service.demo.frames import Floats, Indices
from gis_service.demo.ground import Ground
from gis_service.demo.tables import Numbers, Table

_SURNAMES = tuple("李王张刘陈杨黄吴周徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程")
_STAIRS_AND_WALLS = 0.85


@dataclass(frozen=True, slots=True)
class People:
    """`first[i]:first[i + 1]` are the households of the i-th ground."""

    table: Table
    first: Indices

    def of(self, ground: Ground) -> slice:
        return slice(self.first[ground.index], self.first[ground.index + 1])

    def ids(self, ground: Ground) -> Indices:
        return self.table["id"][self.of(ground)]

    def areas(self, ground: Ground) -> Floats:
        return self.table["area_m2"][self.of(ground)]


def made_people(rng: Generator, numbers: Numbers, grounds: list[Ground]) -> People:
    """Households where the buildings are surveyed; elsewhere nobody has listed them yet."""
    flats = [
        (ground.community, building, room, area)
        for ground in grounds
        if ground.has_boundary
        for building, room, area in _flats(ground)
    ]
    community, building, room, area = zip(*flats, strict=True)
    home = np.array(community)
    table = Table(
        "households",
        {
            "id": numbers.take("households", len(flats)),
            "community": home,
            "building": building,
            "room": room,
            "area_m2": np.round(area, 2),
            "owner_name": np.char.add(rng.choice(_SURNAMES, len(flats)), "某"),
            "visibility": np.full(len(flats), "draft"),
        },
    )
    every = [ground.community for ground in grounds]
    return People(table, np.append(np.searchsorted(home, every), len(home)))


def _flats(ground: Ground) -> Iterator[tuple[int, str, float]]:
    """(building id, room, area in m²) of each flat: two on a landing, one a little larger."""
    for slab, building in enumerate(ground.estate.buildings):
        flat = building.shape.area * _STAIRS_AND_WALLS / max(building.units * 2, 1)
        for unit in range(1, building.units + 1):
            for floor in range(1, building.floors + 1):
                for side, size in ((1, 0.96), (2, 1.04)):
                    room = f"{slab + 1}-{unit}-{floor}0{side}"
                    yield ground.buildings[slab], room, flat * size
