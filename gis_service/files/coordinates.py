"""Shapes out of columns: WKT, or a pair of numbers under names that people use for coordinates."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from gis_service.files.errors import FileRefused
from gis_service.files.mending import parsed, unreadable
from gis_service.files.reading import Reading
from gis_service.files.table import Declared, Shapes, Shaping
from layers.core.text import Text

GEOMETRY = "geometry"
"""The column that exports of this platform write: WKT behind its CRS, `SRID=4490;POINT (…)`."""

_WKT_NAMES = (GEOMETRY, "geom", "wkt", "the_geom", "图形")
_PAIRS = (
    ("lon", "lat"),
    ("lng", "lat"),
    ("long", "lat"),
    ("longitude", "latitude"),
    ("经度", "纬度"),
    ("x", "y"),
    ("easting", "northing"),
    ("东坐标", "北坐标"),
)
_WKT = re.compile(
    r"^(?:SRID=(\d{1,6});)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b.*)$", re.I | re.S
)

Columns = dict[str, Sequence[Any]]


def shaping(columns: Columns, reading: Reading) -> tuple[Columns, Shaping | None]:
    """The columns without those that hold the shape, and the shapes; none when no column does."""
    names = {name.strip().lower(): name for name in columns}
    if reading.geometry or reading.x or reading.y:
        asked = [n for n in (reading.geometry, reading.x, reading.y) if n]
        if unknown := [name for name in asked if name not in columns]:
            raise FileRefused(
                "file.column",
                Text(f"文件没有列“{unknown[0]}”。", f"The file has no column {unknown[0]!r}."),
            )
        wkt, pairs = reading.geometry, [(reading.x, reading.y)]
    else:
        wkt = next((names[name] for name in _WKT_NAMES if name in names), None)
        pairs = [(names.get(x), names.get(y)) for x, y in _PAIRS]
    if wkt is not None and ((found := _from_wkt(columns[wkt])) or all(map(_blank, columns[wkt]))):
        return _without(columns, wkt), found
    for x, y in pairs:
        if x is not None and y is not None:
            return _without(columns, x, y), _from_pair(columns[x], columns[y])
    return columns, None


def _without(columns: Columns, *taken: str) -> Columns:
    return {name: values for name, values in columns.items() if name not in taken}


def _from_wkt(cells: Sequence[Any]) -> Shaping | None:
    texts = [None if _blank(cell) else str(cell).strip() for cell in cells]
    found = [_WKT.match(text) if text else None for text in texts]
    if not any(found):
        return None
    raw = np.array([m[2] if m else t for m, t in zip(found, texts, strict=True)], dtype=object)
    srids = {m[1] for m in found if m}
    if len(srids) > 1:
        raise FileRefused(
            "crs.mixed", Text("各行坐标系不同。", "The rows are in different coordinate systems.")
        )
    shapes, repaired, broken = parsed(raw, shapely.from_wkt)
    [srid] = srids
    return Shaping(shapes, _declared(srid) if srid else None, repaired, broken)


def _declared(srid: str) -> Declared | None:
    try:
        return Declared(CRS.from_epsg(int(srid)), Text("文件声明", "declared by the file"))
    except CRSError:
        return None


def _from_pair(xs: Sequence[Any], ys: Sequence[Any]) -> Shaping:
    shapes: Shapes = np.full(len(xs), None, dtype=object)
    broken = {}
    for row, (x, y) in enumerate(zip(xs, ys, strict=True)):
        if _blank(x) and _blank(y):
            continue
        try:
            at = float(x), float(y)
        except (TypeError, ValueError):
            broken[row] = unreadable(
                Text(f"坐标不是数:{x}, {y}", f"coordinates are no numbers: {x}, {y}")
            )
        else:
            shapes[row] = shapely.Point(at)
    return Shaping(shapes, None, {}, broken)


def _blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
