"""Counties: their borders, for the ground of a map, and their names."""

from collections.abc import Iterable, Sequence

import shapely
from sqlalchemy import Connection

from gis_service.printing.choice import Border
from gis_service.printing.rows import rows
from gis_service.store.cql import Filter
from gis_service.store.selection import Selection
from layers import divisions
from layers.core.access import PUBLIC
from layers.divisions import Level

_FINE_DEGREES = 0.002
"""About 200 m: they are for orientation only."""


def around(db: Connection, places: Sequence[tuple[float, float]]) -> list[Border]:
    """Of the counties that places (longitude, latitude) lie in or between."""
    if not places:
        return []
    ground = shapely.MultiPoint(places).envelope
    selection = Selection({"level": Level.COUNTY.value}, ground=ground)
    return [
        Border(row["name"], shapely.simplify(row.shape, _FINE_DEGREES))
        for row in rows(db, divisions.LAYER, PUBLIC, selection)
        if row.shape is not None
    ]


def names(db: Connection, codes: Iterable[str]) -> dict[str, str]:
    """What divisions are called, by code."""
    quoted = ", ".join(f"'{code}'" for code in sorted(set(codes)) if code.isdecimal())
    if not quoted:
        return {}
    chosen = Selection(filter=Filter(f"code IN ({quoted})"))
    return {row["code"]: row["name"] for row in rows(db, divisions.LAYER, PUBLIC, chosen)}
