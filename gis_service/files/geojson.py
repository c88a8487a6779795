"""Reading GeoJSON without GDAL: its GeoJSON reader follows links that a file names as its CRS."""

import json
import re
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError
from shapely.geometry import shape

from gis_service.files import encodings
from gis_service.files.errors import FileRefused
from gis_service.files.formats import GEOJSON
from gis_service.files.limits import LIMITS, check
from gis_service.files.mending import CLOSED, unreadable
from gis_service.files.reading import Reading
from gis_service.files.table import Declared, Shapes, Shaping, Table
from layers.core.text import Text

_CRS_NAME = re.compile(r"^(?:urn:ogc:def:crs:)?(EPSG|OGC):(?:[\d.]*:)?(\w+)$")


def read(path: Path, reading: Reading) -> Table:
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    encoding = encodings.prove([data], encodings.UTF_8, reading.encoding)
    root = _parsed("".join(encodings.decode([data], encoding.name) or []))
    features = _features(root)
    check(Text("行数", "Rows"), len(features), LIMITS.rows)
    properties = [feature.get("properties") or {} for feature in features]
    if not all(isinstance(row, dict) for row in properties):
        raise _refused("“properties”不是对象。", "Some “properties” are not an object.")
    names = dict.fromkeys(chain.from_iterable(properties))
    check(Text("列数", "Columns"), len(names), LIMITS.columns)
    return Table(
        format=GEOJSON,
        columns={name: [row.get(name) for row in properties] for name in names},
        rows=len(features),
        encoding=encoding,
        shaping=_shaping(root, features) if reading.shapes else None,
    )


def _parsed(text: str) -> dict[str, Any]:
    try:
        root = json.loads(text, parse_constant=_not_json)
    except (ValueError, RecursionError) as error:
        raise _refused(f"不是有效的 JSON:{error}", f"Not valid JSON: {error}") from error
    return root if isinstance(root, dict) else {}


def _not_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _features(root: dict[str, Any]) -> list[dict[str, Any]]:
    match root:
        case {"type": "FeatureCollection", "features": list(features)}:
            if all(isinstance(f, dict) and f.get("type") == "Feature" for f in features):
                return features
        case {"type": "Feature"}:
            return [root]
        case {"type": str(), "coordinates": list()}:
            return [{"geometry": root}]
    raise _refused("不是 GeoJSON 要素集合。", "This is JSON, but no GeoJSON features.")


def _shaping(root: dict[str, Any], features: list[dict[str, Any]]) -> Shaping:
    shapes: Shapes = np.full(len(features), None, dtype=object)
    repaired, broken = {}, {}
    for row, feature in enumerate(features):
        if (geometry := feature.get("geometry")) is None:
            continue
        try:
            shapes[row] = shape(geometry)
        except (ShapelyError, ValueError, TypeError, LookupError, AttributeError) as error:
            broken[row] = unreadable(Text(str(error), str(error)))
        else:
            if _unclosed(geometry):
                repaired[row] = CLOSED
    return Shaping(shapes, _declared(root, shapes), repaired, broken)


def _unclosed(geometry: dict[str, Any]) -> bool:
    rings = geometry.get("coordinates", [])
    if geometry["type"] == "MultiPolygon":
        rings = list(chain.from_iterable(rings))
    elif geometry["type"] != "Polygon":
        return False
    return any(ring and ring[0] != ring[-1] for ring in rings)


def _declared(root: dict[str, Any], shapes: Shapes) -> Declared | None:
    """What the `crs` member says, or RFC 7946 in its absence. A null CRS, a link and numbers that
    cannot be degrees declare nothing."""
    if "crs" not in root:
        corners = np.abs(shapely.bounds(shapes[~shapely.is_missing(shapes)]))
        if not len(corners) or (corners > (180, 90, 180, 90)).any():
            return None
        where = Text(
            "文件未写,按 GeoJSON 标准(RFC 7946)为 WGS 84;"
            "若取自高德、腾讯或百度地图,请指明 gcj02 或 bd09",
            "not written; WGS 84 by the GeoJSON standard (RFC 7946). If it comes from Amap, "
            "Tencent or Baidu, state gcj02 or bd09",
        )
        return Declared(CRS.from_authority("OGC", "CRS84"), where)
    match root["crs"]:
        case {"type": "name", "properties": {"name": str(name)}} if found := _CRS_NAME.match(name):
            try:
                crs = CRS.from_authority(*found.groups())
            except CRSError:
                return None
            return Declared(crs, Text("文件声明", "declared by the file"))
    return None


def _refused(zh: str, en: str) -> FileRefused:
    return FileRefused("file.content", Text(zh, en))
