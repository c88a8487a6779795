"""Where many shapes stand among the stored ones: inside which, and equal to which."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection, text

from gis_service.store.columns import SCHEMA
from layers.core.geometry import SRID
from layers.core.layer import Layer

_METRES_A_DEGREE = 111_320

_CONTAINING = """
SELECT place.number, ground.id
FROM (
    SELECT number, ST_SetSRID(ST_GeomFromWKB(wkb), :srid) AS point
    FROM unnest(CAST(:points AS bytea[])) WITH ORDINALITY AS given (wkb, number)
) AS place
JOIN {table} AS ground ON ST_DWithin(ground.geometry, place.point, :slack)
WHERE ST_Covers(ground.geometry, place.point) OR NOT EXISTS (
    SELECT FROM {table} AS better WHERE ST_Covers(better.geometry, place.point)
)
"""

_EQUAL = """
SELECT given.number, min(stored.id)
FROM unnest(CAST(:shapes AS bytea[])) WITH ORDINALITY AS given (wkb, number)
JOIN {table} AS stored ON stored.geometry ~= ST_SetSRID(ST_GeomFromWKB(given.wkb), :srid)
WHERE ST_Equals(stored.geometry, ST_SetSRID(ST_GeomFromWKB(given.wkb), :srid))
GROUP BY given.number
"""


def containing(
    db: Connection, layer: Layer, shapes: Sequence[BaseGeometry], slack_m: float
) -> list[list[int]]:
    """For each shape the features of `layer` that hold a point of its inside; where none does,
    those that come within `slack_m` of it."""
    points = shapely.to_wkb(shapely.point_on_surface(shapes), output_dimension=2)
    found: list[list[int]] = [[] for _ in shapes]
    rows = db.execute(
        text(_CONTAINING.format(table=f"{SCHEMA}.{layer.name}")),
        {"points": list(points), "srid": SRID, "slack": slack_m / _METRES_A_DEGREE},
    )
    for number, id_ in rows:
        found[number - 1].append(id_)
    return found


def equal(db: Connection, layer: Layer, shapes: Sequence[BaseGeometry]) -> dict[int, int]:
    """By index of shape, the id of a stored feature of the layer with the very same shape."""
    rows = db.execute(
        text(_EQUAL.format(table=f"{SCHEMA}.{layer.name}")),
        {"shapes": list(shapely.to_wkb(shapes, output_dimension=2)), "srid": SRID},
    )
    return {number - 1: id_ for number, id_ in rows}
