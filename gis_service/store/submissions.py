"""What people without an account sent: added, told of and opened again by functions alone."""

import json
from collections.abc import Mapping
from typing import Any, cast

import shapely
from shapely import Point
from sqlalchemy import Connection, text

from layers.core.geometry import SRID
from layers.core.layer import Layer
from layers.core.rules import Feature

_DEGREE_M = 90_000
"""No degree in China is shorter: a box of so many degrees holds the circle."""


def add(
    db: Connection,
    layer: Layer,
    feature: Feature,
    code_sha256: str,
    picture: tuple[bytes, bytes] | None,
) -> int | None:
    """The id of the new internal row; None when it refers to what is not public.

    A `picture` is kept with it: the content, and its thumbnail.
    """
    shape = feature.geometry
    given = json.dumps(feature.attributes.model_dump(mode="json"), ensure_ascii=False)
    statement = text(f"""
        SELECT open.submit_{layer.name}(
            CAST(:given AS jsonb), ST_SetSRID(ST_GeomFromText(:shape), {SRID}), :code,
            CAST(:content AS bytea), CAST(:thumbnail AS bytea))""")
    content, thumbnail = picture or (None, None)
    values = {
        "given": given,
        "shape": shape and shapely.to_wkt(shape),
        "code": code_sha256,
        "content": content,
        "thumbnail": thumbnail,
    }
    return cast(int | None, db.scalar(statement, values))


def told(db: Connection, layer: Layer, code: str) -> Mapping[str, Any] | None:
    """What the holder of the code may know of their row; None where there is none."""
    found = db.scalar(text(f"SELECT open.told_{layer.name}(:code)"), {"code": code})
    return cast(Mapping[str, Any] | None, found)


def reopen(db: Connection, layer: Layer, code: str, reason: str) -> bool:
    """Whether a settled row with that code is open again."""
    values = {"code": code, "reason": reason}
    return bool(db.scalar(text(f"SELECT open.reopen_{layer.name}(:code, :reason)"), values))


def pictures_today(db: Connection) -> int:
    """How many pictures people without an account have sent within a day."""
    return cast(int, db.scalar(text("SELECT open.pictures_today()")))


def nearest(db: Connection, layer: str, point: Point, reach_m: float) -> int | None:
    """The nearest public feature of a layer within `reach_m` metres of a point in degrees."""
    statement = text(f"""
        SELECT id FROM open.{layer},
            ST_SetSRID(ST_MakePoint(:x, :y), {SRID}) AS here
        WHERE geometry && ST_Expand(here, :degrees)
            AND ST_DWithin(geometry::geography, here::geography, :reach_m)
        ORDER BY geometry::geography <-> here::geography, id LIMIT 1""")
    values = {"x": point.x, "y": point.y, "reach_m": reach_m, "degrees": reach_m / _DEGREE_M}
    return cast(int | None, db.scalar(statement, values))
