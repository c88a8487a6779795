"""Sites of works that are near, under way or done, and where their residents are received."""

from dataclasses import dataclass

import numpy as np

from gis_service.demo.block import Block
from gis_service.demo.frames import Indices
from gis_service.demo.histories import Days
from gis_service.demo.tables import Table
from gis_service.demo.works import Programme
from layers.sites import SiteStatus
from layers.stages import Stage

HOTLINE = "12345(示例)"
"""The government's citizen line: the one number that a made reception point may name."""

_CONTRACTORS = ("示例建设一公司", "示例建工二公司", "示例市政工程公司", "示例房屋修缮公司")
_MANAGERS = ("王工", "刘工", "陈工", "周工", "吴工")
_HOURS = "每日 8:30–11:30、14:30–17:30"


@dataclass(frozen=True, slots=True)
class Sites:
    """`owner` is the place in the block of each site's community."""

    table: Table
    owner: Indices


def made_sites(block: Block, works: Programme) -> Sites:
    histories = block.histories
    owner = np.flatnonzero(
        histories.reached(Stage.APPROVED) & block.has_boundary & ~np.isnat(works.begins)
    )
    status = np.select(
        [
            histories.at(Stage.APPROVED),
            histories.at(Stage.UNDER_WORKS),
            histories.at(Stage.SUSPENDED),
        ],
        [SiteStatus.PREPARING, SiteStatus.ACTIVE, SiteStatus.SUSPENDED],
        SiteStatus.CLOSED,
    )[owner]
    library, plan = block.places.library, block.places.plan[owner]
    table = Table(
        "sites",
        {
            "id": block.numbers.take("sites", len(owner)),
            "geometry": block.places.frames.placed(library.plot[plan], owner),
            "community": block.id[owner],
            "name": block.places.name[owner] + "改造工程",
            "contractor": block.rng.choice(_CONTRACTORS, len(owner)),
            "contact_name": block.rng.choice(_MANAGERS, len(owner)),
            "status": status,
            "starts": works.begins[owner],
            "ends": works.ends[owner],
            "visibility": block.visibility(owner),
        },
    )
    return Sites(table, owner)


def reception_points(block: Block, sites: Sites) -> Table:
    """One on the forecourt of each site, from the first day of the works to the last."""
    owner = sites.owner
    library, plan = block.places.library, block.places.plan[owner]
    closes: Days = np.where(
        sites.table["status"] == SiteStatus.CLOSED,
        sites.table["ends"],
        np.datetime64("NaT", "D"),
    )
    return Table(
        "reception_points",
        {
            "id": block.numbers.take("reception_points", len(owner)),
            "geometry": block.places.frames.placed(library.forecourt[plan], owner),
            "site": sites.table["id"],
            "name": block.places.name[owner] + "居民接待点",
            "hours": np.full(len(owner), _HOURS),
            "phone": np.full(len(owner), HOTLINE),
            "opens": sites.table["starts"],
            "closes": closes,
            "visibility": block.visibility(owner),
        },
    )
