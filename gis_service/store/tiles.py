"""Vector tiles (MVT) of the public layers, cut by PostGIS.

A geometry that lies wholly in the tile with its margin needs no clipping and no repair: it is
scaled and snapped. Only what crosses the edge goes through ST_AsMVTGeom. The vertices come out
the same, for a fraction of the work.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import morecantile
from pydantic import AwareDatetime
from sqlalchemy import Connection, TextClause, text

from gis_service.store.columns import plain
from gis_service.store.schema.views import OPEN
from layers import CATALOGUE
from layers.core.layer import Layer

EXTENT, COARSE_EXTENT = 4096, 1024
"""Units along the edge of a tile."""
_FINE_FROM = 8
"""Above lie provinces and cities alone, half a pixel wide of the truth: half the bytes."""
_MARGIN = 1 / 64
"""What a tile holds beyond its edge, as a share of its width."""
MAX_ZOOM = 22
MAX_FEATURES = 20_000
"""Of one layer in one tile; the largest are kept."""

_PIXELS = 512
"""Width of a tile on screen, as MapLibre draws it."""
GRID = morecantile.tms.get("WebMercatorQuad")

ValueKind = Literal["Number", "String", "Boolean"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a tile lies: zoom, column from the west, row from the north."""

    z: int
    x: int
    y: int

    def exists(self) -> bool:
        return 0 <= self.z <= MAX_ZOOM and 0 <= self.x < 1 << self.z and 0 <= self.y < 1 << self.z


def tile(db: Connection, layers: tuple[Layer, ...], address: Address) -> bytes:
    """The public rows of the layers in one tile; empty when nothing lies there."""
    drawn = tuple(layer.name for layer in layers if address.z >= layer.minzoom)
    named = tuple(
        layer.name
        for layer in layers
        if layer.named_from is not None and address.z >= layer.named_from
    )
    return bytes(db.scalar(_statement(drawn, named), _frame(address)) or b"") if drawn else b""


def names_of(layer: Layer) -> str:
    """What the points of a layer of areas are called in a tile, on which its words stand."""
    return f"{layer.name}_names"


def kind_of(layer: Layer, name: str) -> ValueKind:
    """The kind of an attribute's values in a tile. Moments travel as Unix seconds."""
    type_ = plain(layer.fields[name]).type
    if issubclass(type_, bool):
        return "Boolean"
    numbers = (int, float, Decimal, datetime, AwareDatetime)
    return "Number" if issubclass(type_, numbers) else "String"


def _frame(address: Address) -> dict[str, float]:
    box = GRID.xy_bounds(morecantile.Tile(address.x, address.y, address.z))
    width = box.right - box.left
    margin = width * _MARGIN
    extent = EXTENT if address.z >= _FINE_FROM else COARSE_EXTENT
    return {
        "extent": extent,
        "buffer": int(extent * _MARGIN),
        "west": box.left,
        "south": box.bottom,
        "east": box.right,
        "north": box.top,
        "wide_west": box.left - margin,
        "wide_south": box.bottom - margin,
        "wide_east": box.right + margin,
        "wide_north": box.top + margin,
        "dx": -box.left,
        "dy": -box.top,
        "scale": extent / width,
        "flipped": -extent / width,
        "pixel": width / _PIXELS,
    }


_WIDE = "ST_MakeEnvelope(:wide_west, :wide_south, :wide_east, :wide_north, 3857)"
_BOX = "ST_MakeEnvelope(:west, :south, :east, :north, 3857)"
_SIZE = "greatest(ST_XMax(geom_3857) - ST_XMin(geom_3857), ST_YMax(geom_3857) - ST_YMin(geom_3857))"


@lru_cache(maxsize=256)
def _statement(drawn: tuple[str, ...], named: tuple[str, ...]) -> TextClause:
    shapes = [_layer_sql(CATALOGUE[name]) for name in drawn]
    points = [_names_sql(CATALOGUE[name]) for name in named]
    parts = (f"coalesce(({part}), '')" for part in shapes + points)
    return text(f"SELECT {' || '.join(parts)}")


def _layer_sql(layer: Layer) -> str:
    columns = _columns(layer)
    return f"""
        SELECT ST_AsMVT(t, '{layer.name}', :extent, 'geom', 'id') FROM (
            SELECT CASE WHEN geom_3857 @ {_WIDE}
                THEN ST_SnapToGrid(ST_TransScale(geom_3857, :dx, :dy, :scale, :flipped), 1)
                ELSE ST_AsMVTGeom(geom_3857, {_BOX}::box2d, :extent, :buffer, true)
                END AS geom, {columns}
            FROM {OPEN}.{layer.name}
            WHERE geom_3857 && {_WIDE}
                AND (ST_Dimension(geom_3857) = 0 OR {_SIZE} >= {layer.min_pixels} * :pixel)
            ORDER BY {_SIZE} DESC, id LIMIT {MAX_FEATURES}
        ) t"""


def _names_sql(layer: Layer) -> str:
    """The middles of areas, each in the one tile it lies in."""
    return f"""
        SELECT ST_AsMVT(t, '{names_of(layer)}', :extent, 'geom', 'id') FROM (
            SELECT ST_SnapToGrid(ST_TransScale(middle, :dx, :dy, :scale, :flipped), 1) AS geom,
                {_columns(layer)}
            FROM (SELECT *, ST_Centroid(geom_3857) AS middle FROM {OPEN}.{layer.name}
                WHERE geom_3857 && {_BOX}) named
            WHERE ST_X(middle) >= :west AND ST_X(middle) < :east
                AND ST_Y(middle) >= :south AND ST_Y(middle) < :north
                AND (ST_Dimension(geom_3857) = 0 OR {_SIZE} >= {layer.min_pixels} * :pixel)
            ORDER BY {_SIZE} DESC, id LIMIT {MAX_FEATURES}
        ) t"""


def _columns(layer: Layer) -> str:
    return ", ".join(["id", *(_value(layer, name) for name in layer.tile_fields)])


def _value(layer: Layer, name: str) -> str:
    type_ = plain(layer.fields[name]).type
    if issubclass(type_, (datetime, AwareDatetime)):
        return f'extract(epoch FROM "{name}")::bigint AS "{name}"'
    if issubclass(type_, Decimal):
        return f'"{name}"::float8 AS "{name}"'
    if issubclass(type_, date):
        return f'"{name}"::text AS "{name}"'
    return f'"{name}"'
