"""Which communities there are at each scale, where they stand, and what they are called.

The sixty of the demo towns are the same at every scale and come first.
"""

from dataclasses import dataclass
from itertools import cycle
from zlib import crc32

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from gis_service.demo import divisions, names
from gis_service.demo.divisions import Division
from gis_service.demo.frames import Frames, Indices
from gis_service.demo.library import Library
from gis_service.demo.towns import Town, laid_out

DEMO_TOWNS = {"360923": 30, "360102": 9, "360103": 9, "360104": 6, "360111": 6}
_PROVINCE, _NATION = 8_000, 300_000
_JIANGXI = "36"
_WITHOUT_PROGRAMME = ("71", "81", "82")
_PLACES_IN_DEMO_COUNTY = 80
_ESTATES_A_STREET = 15


@dataclass(frozen=True, slots=True)
class Places:
    """Communities column by column: a plan of `library` in a frame, with a code and a name."""

    library: Library
    plan: Indices
    frames: Frames
    street: NDArray[np.object_]
    street_name: NDArray[np.object_]
    code: NDArray[np.object_]
    name: NDArray[np.object_]
    address: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.plan)

    def __getitem__(self, which: slice) -> "Places":
        return Places(
            self.library,
            self.plan[which],
            self.frames[which],
            self.street[which],
            self.street_name[which],
            self.code[which],
            self.name[which],
            self.address[which],
        )


def demo_towns(seed: int, library: Library, streets: list[Division]) -> Places:
    return _settled(seed, library, DEMO_TOWNS, streets)


def province(seed: int, library: Library, streets: list[Division]) -> Places:
    """The other communities of Jiangxi."""
    return _settled(seed, library, _shares(seed, _PROVINCE, _JIANGXI), streets)


def nation(seed: int, library: Library, streets: list[Division]) -> Places:
    """The other communities of the mainland."""
    return _settled(seed, library, _shares(seed, _NATION, ""), streets)


def _shares(seed: int, total: int, prefix: str) -> dict[str, int]:
    """How many of `total` each county has; the demo towns have theirs already."""
    counties = [
        code
        for code, division in divisions.bounded().items()
        if division.level == "county"
        and code.startswith(prefix)
        and not code.startswith(_WITHOUT_PROGRAMME)
        and code not in DEMO_TOWNS
    ]
    is_urban = np.array([divisions.bounded()[code].name.endswith("区") for code in counties])
    weight = default_rng([seed, 1]).lognormal(0, 0.45, len(counties)) * np.where(is_urban, 1.5, 1)
    missing = total - sum(DEMO_TOWNS.values())
    wanted = np.rint(weight / weight.sum() * missing).astype(int)
    return dict(zip(counties, wanted.tolist(), strict=True))


def _settled(
    seed: int, library: Library, wanted: dict[str, int], streets: list[Division]
) -> Places:
    of_county: dict[str, list[Division]] = {}
    for street in streets:
        of_county.setdefault(street.code[:6], []).append(street)
    towns, signs = [], []
    for county, number in wanted.items():
        rng = default_rng([seed, crc32(county.encode())])
        boundary = divisions.bounded()[county].boundary
        assert boundary is not None
        reserve = _PLACES_IN_DEMO_COUNTY if county in DEMO_TOWNS else 0
        town = laid_out(rng, boundary, county, max(number, reserve), library.size_m)
        town = Town(town.plan[:number], town.origin[:number], town.turn)
        towns.append(town)
        signs.append(_signs(rng, town, of_county[county]))
    plan = np.concatenate([town.plan for town in towns])
    frames = Frames(
        np.concatenate([town.origin for town in towns]),
        np.concatenate([np.full(len(town.plan), town.turn) for town in towns]),
        library.middle[plan],
    )
    return Places(library, plan, frames, *np.concatenate(signs, axis=1))


def _signs(rng: Generator, town: Town, streets: list[Division]) -> NDArray[np.object_]:
    """Street code and name, own code, name and address of each estate of a town, (5, n)."""
    number = len(town.plan)
    used = min(len(streets), max(1, round(number / _ESTATES_A_STREET)))
    # Streets (街道, numbered before towns) divide the town among them as slices of a cake.
    middle = np.mean(town.origin, axis=0)
    angle = np.arctan2(*(town.origin - middle).T)
    slice_of = np.empty(number, dtype=int)
    slice_of[np.argsort(angle, kind="stable")] = np.arange(number) * used // max(number, 1)
    signs = np.empty((5, number), dtype=object)
    usual = cycle(rng.permutation(names.usual_names()).tolist())
    for s, street in enumerate(streets[:used]):
        local = names.local_names(divisions.villages().get(street.code, []))
        titles = names.mixed(rng, local, usual)
        for order, i in enumerate(np.flatnonzero(slice_of == s), start=1):
            name = next(titles)
            address = names.address(rng, street.name, name)
            signs[:, i] = street.code, street.name, f"{street.code}-{order:03d}", name, address
    return signs
