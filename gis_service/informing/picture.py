"""What a map for sharing shows: the public rows of an area, or of one community, at one moment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from gis_service.errors import BadParameter, NotFound
from gis_service.informing.catalogue import catalogue
from gis_service.informing.closures import closures_of, closures_today
from gis_service.informing.legend import themes
from gis_service.informing.models import Catalogue, Closure
from gis_service.settings import Settings
from gis_service.store import streaming
from gis_service.store.boxes import Box
from gis_service.store.cql import Filter
from gis_service.store.selection import Selection
from layers import CATALOGUE
from layers.core.access import PUBLIC
from layers.core.text import Text
from layers.divisions import Level

MOST = 20_000
"""Communities in one file; a browser draws no more with pleasure."""

_BORDER_DEGREES = 0.002
"""About 200 m: borders are for orientation only."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One feature: its public attributes, and its shape if it has one."""

    attributes: Mapping[str, Any]
    shape: BaseGeometry | None


@dataclass(frozen=True, slots=True)
class Picture:
    title: Text
    communities: Sequence[Shown]
    closures: Sequence[Closure]
    catalogue: Catalogue
    moment: datetime
    divisions: Sequence[Shown] = ()
    buildings: Sequence[Shown] = ()
    facilities: Sequence[Shown] = ()


def area(db: Connection, settings: Settings, within: str, now: datetime) -> Picture:
    """The communities of the division `within` ("" for all) and what is closed there today."""
    if within and not within.isdecimal():
        raise BadParameter("within", Text("应为区划代码。", "It is the code of a division."))
    part = Selection(filter=Filter(f"division LIKE '{within}%'"))
    communities = [*_some(db, "communities", part)]
    if not communities:
        raise NotFound(Text("此处没有小区。", "There are no communities here."))
    shapes = [shown.shape for shown in communities if shown.shape is not None]
    west, south, east, north = map(float, shapely.total_bounds(shapes) if shapes else [0] * 4)
    return Picture(
        title=Text("老旧小区改造一张图", "Renewal One Map"),
        communities=communities,
        closures=closures_today(db, (west, south, east, north), now),
        catalogue=catalogue(db, settings, themes(db)),
        moment=now,
        divisions=[*_borders(db, (west, south, east, north))],
    )


def estate(db: Connection, settings: Settings, community: int, now: datetime) -> Picture:
    """One community with its buildings, facilities and perimeters. Raises NotFound."""
    found = [*_some(db, "communities", Selection({"id": community}))]
    if not found:
        raise NotFound(Text("没有这个小区。", "There is no such community."))
    [one] = found
    return Picture(
        title=Text(one.attributes["name"], one.attributes["name"]),
        communities=found,
        closures=closures_of(db, community, now),
        catalogue=catalogue(db, settings, themes(db)),
        moment=now,
        buildings=[*_some(db, "buildings", Selection({"community": community}))],
        facilities=[*_some(db, "facilities", Selection({"community": community}))],
    )


def _borders(db: Connection, box: Box) -> Iterator[Shown]:
    around = Selection({"level": Level.COUNTY.value}, ground=shapely.box(*box))
    for border in _some(db, "divisions", around):
        if border.shape is not None:
            yield Shown(border.attributes, border.shape.simplify(_BORDER_DEGREES))


def _some(db: Connection, name: str, selection: Selection) -> Iterator[Shown]:
    layer = CATALOGUE[name]
    names = streaming.names(layer, PUBLIC)
    count = 0
    for batch in streaming.batches(db, layer, PUBLIC, selection):
        count += len(batch)
        if count > MOST:
            raise BadParameter(
                "within",
                Text(
                    f"超过 {MOST:,} 个,请用 --within 指定区划。",
                    f"More than {MOST:,}: name a division by --within.",
                ),
            )
        for row in batch:
            wkb = row[-1]
            shape = shapely.from_wkb(bytes(wkb)) if wkb is not None else None
            yield Shown(dict(zip(names, row[:-1], strict=True)), shape)
