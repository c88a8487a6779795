"""The boundaries of administrative divisions, as the touchstone of where a file's data lie."""

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection, func, select

from gis_service.store.tables import TABLES
from layers.core.geometry import SRID
from layers.divisions import LAYER

Box = tuple[float, float, float, float]


def finest(db: Connection, box: Box, within: str) -> list[tuple[str, str, BaseGeometry]]:
    """Code, name and shape of the divisions that meet a box of longitude and latitude, lie in the
    division `within` ("" for all), and have no part with a boundary of its own."""
    division, part = TABLES[LAYER.name], TABLES[LAYER.name].alias("part")
    parts = select(part.c.code).where(
        part.c.geometry.is_not(None),
        part.c.code != division.c.code,
        part.c.code.startswith(division.c.code),
    )
    query = select(division.c.code, division.c.name, func.ST_AsBinary(division.c.geometry)).where(
        division.c.geometry.op("&&")(func.ST_MakeEnvelope(*box, SRID)),
        division.c.code.startswith(within, autoescape=True),
        ~parts.exists(),
    )
    return [(code, name, shapely.from_wkb(bytes(wkb))) for code, name, wkb in db.execute(query)]
