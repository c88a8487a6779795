"""All tables of a demo: divisions first, the demo towns in full, then the rest block by block."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum

import numpy as np

from gis_service.demo import divisions, settlements, settling
from gis_service.demo.block import Block, made_block
from gis_service.demo.conduct import Conduct
from gis_service.demo.consent import Consent
from gis_service.demo.danger import Fronts
from gis_service.demo.divisions import Division
from gis_service.demo.facilities import made_facilities
from gis_service.demo.ground import grounds
from gis_service.demo.library import made_library
from gis_service.demo.money import made_funding
from gis_service.demo.people import made_people
from gis_service.demo.premises import made_premises
from gis_service.demo.proof import made_proof
from gis_service.demo.settling import Places
from gis_service.demo.sites import made_sites, reception_points
from gis_service.demo.surveys import made_surveys
from gis_service.demo.tables import Numbers, Table
from gis_service.demo.voices import made_voices
from gis_service.demo.works import made_works
from layers.sites import SiteStatus

Say = Callable[[str], None]

_BLOCK = 10_000
_NATION_SLABS = 12.3
_NATION_ABUNDANCE = 0.4
_FEW_ITEMS = 0.35
_ANSWERING, _ANSWERING_FEW = (0.4, 0.75), (0.06, 0.16)
"""Shares of the households that answer a survey; at large scales fewer, for rows count there."""


class Scale(StrEnum):
    """About 60, 8,000 or 300,000 made communities."""

    TOWN = "town"
    PROVINCE = "province"
    NATION = "nation"


def made_tables(scale: Scale, seed: int, today: date, say: Say) -> Iterator[Table]:
    """Everything that a scale holds. The same seed and day make the same tables."""
    numbers = Numbers()
    is_nation = scale is Scale.NATION
    streets = divisions.streets_of_the_nation() if is_nation else divisions.streets_of_jiangxi()
    yield division_table(numbers, [*divisions.bounded().values(), *streets])
    library = made_library(seed)
    towns = settling.demo_towns(seed, library, streets)
    yield from _everything(made_block(seed, 0, numbers, towns, today))
    say(f"{len(towns):,} communities in full detail")
    if scale is Scale.TOWN:
        return
    if is_nation:
        others = settling.nation(seed, made_library(seed + 1, _NATION_SLABS), streets)
    else:
        others = settling.province(seed, library, streets)
    for serial, places in enumerate(_blocks(others), start=1):
        block = made_block(seed, serial, numbers, places, today)
        yield from _figures_only(block) if is_nation else for_cards(block)
        say(f"{min(serial * _BLOCK, len(others)):,} / {len(others):,} communities")


def _blocks(places: Places) -> Iterator[Places]:
    for start in range(0, len(places), _BLOCK):
        yield places[start : start + _BLOCK]


def _figures_only(block: Block) -> Iterator[Table]:
    """What the themes of a map of the nation need."""
    yield settlements.communities(block)
    yield settlements.buildings(block)
    yield settlements.stage_changes(block)
    works = made_works(block, _NATION_ABUNDANCE)
    yield works.table
    yield made_funding(block, works, _NATION_ABUNDANCE)


def for_cards(block: Block) -> Iterator[Table]:
    """What the card of a community, its gates and the performance of its county need besides."""
    yield settlements.communities(block)
    yield settlements.buildings(block)
    yield settlements.stage_changes(block)
    works = made_works(block)
    yield works.table
    yield made_funding(block, works)
    sites = made_sites(block, works)
    yield sites.table
    yield reception_points(block, sites)
    yield from made_facilities(block, works)
    [more] = block.rng.spawn(1)
    yield from made_proof(more, block, works)
    yield from made_voices(more, block, works, _FEW_ITEMS)
    yield from made_surveys(more, block, _ANSWERING_FEW)


def _everything(block: Block) -> Iterator[Table]:
    """Every layer and ledger of the catalogue."""
    yield settlements.communities(block)
    buildings = settlements.buildings(block)
    yield buildings
    yield settlements.stage_changes(block)
    works = made_works(block)
    yield works.table
    yield made_funding(block, works)
    sites = made_sites(block, works)
    yield sites.table
    receptions = reception_points(block, sites)
    yield receptions
    yield from made_facilities(block, works)
    every = grounds(block, buildings)
    yield from made_premises(block.numbers, every)
    people = made_people(block.rng, block.numbers, every)
    yield people.table
    consent, conduct = Consent(block, works, people), Conduct(block, works, people)
    # Generators of their own: what other ledgers draw does not move the works elsewhere.
    at_the_fronts, in_the_talks = block.rng.spawn(2)
    yield from made_voices(in_the_talks, block, works)
    yield from made_surveys(in_the_talks, block, _ANSWERING)
    fronts = Fronts(at_the_fronts, block.numbers, block.today)
    for ground in every:
        consent.add(ground)
        conduct.add(ground)
    open_sites = np.isin(sites.table["status"], [SiteStatus.ACTIVE, SiteStatus.SUSPENDED])
    for row in np.flatnonzero(open_sites):
        ground, site = every[sites.owner[row]], int(sites.table["id"][row])
        fronts.add(ground, site)
        conduct.add_on_site(ground, site, int(receptions["id"][row]))
    for ledger in (consent, conduct, fronts):
        yield from ledger.tables()


def division_table(numbers: Numbers, every: list[Division]) -> Table:
    return Table(
        "divisions",
        {
            "id": numbers.take("divisions", len(every)),
            "geometry": [division.boundary for division in every],
            "code": [division.code for division in every],
            "name": [division.name for division in every],
            "level": [division.level for division in every],
            "system": [division.system for division in every],
            "visibility": ["published"] * len(every),
        },
    )
