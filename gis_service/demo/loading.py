"""Loading the demo: divisions first, then block after block of communities, in one transaction."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy import Connection, Engine

from gis_service.demo import divisions, settlements, settling
from gis_service.demo.block import Block, made_block
from gis_service.demo.divisions import Division
from gis_service.demo.library import made_library
from gis_service.demo.money import made_funding
from gis_service.demo.settling import Places
from gis_service.demo.tables import Numbers, Table
from gis_service.demo.works import made_works
from gis_service.store import bulk
from layers import CATALOGUE

Say = Callable[[str], None]

_ACTOR = "demo"
_BLOCK = 10_000
_NATION_SLABS = 11.0
_NATION_ABUNDANCE = 0.4


class Scale(StrEnum):
    """About 60, 8,000 or 300,000 made communities."""

    TOWN = "town"
    PROVINCE = "province"
    NATION = "nation"


class NotEmpty(Exception):
    """The database already holds data that a demo must not mix with."""


def loaded_scale(engine: Engine) -> Scale | None:
    with engine.connect() as connection:
        found = bulk.remembered(connection, _ACTOR)
    return Scale(found["scale"]) if found else None


def load(engine: Engine, scale: str, say: Say, seed: int = 81, today: date | None = None) -> None:
    """Fills an empty database with the made data of `scale`, as seen on the day `today`."""
    wanted = Scale(scale)
    day = today or datetime.now(ZoneInfo("Asia/Shanghai")).date()
    numbers, rows = Numbers(), Counter[str]()
    with engine.begin() as connection:
        if not bulk.is_empty(connection):
            raise NotEmpty
        with bulk.loading(connection):
            for table in tables(wanted, seed, day, numbers, say):
                bulk.append(connection, CATALOGUE[table.layer], table.columns)
                rows[table.layer] += len(table)
            say("Indexing")
        _add_up(connection, rows["communities"], say)
        about = {"scale": wanted.value, "seed": seed, "today": day.isoformat()}
        bulk.remember(connection, _ACTOR, rows, about)
        bulk.analyse(connection)


def tables(scale: Scale, seed: int, today: date, numbers: Numbers, say: Say) -> Iterator[Table]:
    """Everything that a scale holds, table by table, what is referred to before what refers."""
    is_nation = scale is Scale.NATION
    streets = divisions.streets_of_the_nation() if is_nation else divisions.streets_of_jiangxi()
    yield _division_table(numbers, [*divisions.bounded().values(), *streets])
    library = made_library(seed)
    towns = settling.demo_towns(seed, library, streets)
    yield from _in_detail(made_block(seed, 0, numbers, towns, today))
    if scale is Scale.TOWN:
        return
    if is_nation:
        others = settling.nation(seed, made_library(seed + 1, _NATION_SLABS), streets)
    else:
        others = settling.province(seed, library, streets)
    for serial, places in enumerate(_blocks(others), start=1):
        yield from _in_outline(made_block(seed, serial, numbers, places, today), is_nation)
        say(f"{min(serial * _BLOCK, len(others)):,} of {len(others):,} communities")


def _blocks(places: Places) -> Iterator[Places]:
    for start in range(0, len(places), _BLOCK):
        yield places[start : start + _BLOCK]


def _in_detail(block: Block) -> Iterator[Table]:
    yield from _in_outline(block, is_sparse=False)


def _in_outline(block: Block, is_sparse: bool) -> Iterator[Table]:
    yield settlements.communities(block)
    yield settlements.buildings(block)
    yield settlements.stage_changes(block)
    works = made_works(block, _NATION_ABUNDANCE if is_sparse else 1.0)
    yield works.table
    yield made_funding(block, works, _NATION_ABUNDANCE if is_sparse else 1.0)


def _division_table(numbers: Numbers, every: list[Division]) -> Table:
    return Table(
        "divisions",
        {
            "id": numbers.take("divisions", len(every)),
            "geometry": np.array([d.boundary for d in every], dtype=object),
            "code": [d.code for d in every],
            "name": [d.name for d in every],
            "level": [d.level for d in every],
            "system": [d.system for d in every],
            "visibility": ["published"] * len(every),
        },
    )


def _add_up(connection: Connection, communities: int, say: Say) -> None:
    for first in range(1, communities + 1, _BLOCK * 3):
        bulk.refresh_figures(connection, first, min(first + _BLOCK * 3 - 1, communities))
        say("Adding up")
