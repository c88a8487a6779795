"""What old estates are called: after a street, a neighbourhood, or the unit that built them.

Work units built most housing of these years (单位宿舍), so their names fill the towns. The words
are common ones; where real neighbourhoods are on record, half the names are theirs.
"""

import json
import re
from collections.abc import Iterator
from importlib.resources import files

from numpy.random import Generator

_WORDS: dict[str, list[str]] = json.loads(
    files(__package__).joinpath("words.json").read_text(encoding="utf-8")
)
_UNIT_ENDINGS = ("宿舍", "家属院", "宿舍区")
_STREET_ENDINGS = ("小区", "新村", "12号院", "26号院", "38号院", "45号院", "73号院", "108号院")
_ROOT_ENDINGS = ("小区", "新村")
_PLACE_WORDS = ("社区居委会", "居委会", "村委会", "社区", "家属委员会", "生活区")


def root(village: str) -> str:
    """The bare name of a neighbourhood: 民巷社区居委会 is 民巷."""
    for word in _PLACE_WORDS:
        village = village.removesuffix(word)
    return village


def address(rng: Generator, street: str, name: str) -> str:
    """Where an estate of that name stands: on the road it is called after, or on any."""
    if court := re.fullmatch(r"(.+路)(\d+号)院", name):
        return f"{street}{court[1]}{court[2]}"
    road = next((road for road in _WORDS["streets"] if name.startswith(road)), None)
    return f"{street}{road or rng.choice(_WORDS['streets'])}{rng.integers(1, 180)}号"


def local_names(villages: list[str]) -> list[str]:
    """Names after the neighbourhoods of one street."""
    roots = dict.fromkeys(root(v) for v in villages if not v.endswith("村委会"))
    return [f"{name}{ending}" for ending in _ROOT_ENDINGS for name in roots if name]


def usual_names() -> list[str]:
    """Names that any county has, each once."""
    units = (f"{unit}{ending}" for ending in _UNIT_ENDINGS for unit in _WORDS["units"])
    streets = (f"{street}{ending}" for ending in _STREET_ENDINGS for street in _WORDS["streets"])
    return [*units, *streets]


def mixed(rng: Generator, local: list[str], usual: Iterator[str]) -> Iterator[str]:
    """Local and usual names by turns, no name twice while `usual` brings new ones."""
    given: set[str] = set()
    own = iter(local)
    while True:
        name = (next(own, None) if rng.random() < 0.5 else None) or next(usual)
        if name not in given:
            given.add(name)
            yield name
