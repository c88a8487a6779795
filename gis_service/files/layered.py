"""Reading GeoPackage and FlatGeobuf: one layer, its text in UTF-8 by the format's rule."""

from pathlib import Path

import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from gis_service.files import encodings, gdal
from gis_service.files.choosing import one_of
from gis_service.files.formats import Format
from gis_service.files.mending import parsed
from gis_service.files.reading import Reading
from gis_service.files.table import Declared, Shaping, Table
from layers.core.text import Text


def read(format: Format, path: Path, reading: Reading) -> Table:
    names = gdal.layers(path, format)
    if not names:
        raise gdal.damaged(format, "no layer in it")
    layer = one_of(names, reading.source_layer)
    found = gdal.extract(path, format, layer, None, shapes=reading.shapes)
    return Table(
        format=format,
        columns={**found.columns},
        rows=found.rows,
        encoding=encodings.STANDARD,
        shaping=shaping(found),
        remarks=found.remarks,
    )


def shaping(found: gdal.Extract) -> Shaping | None:
    if found.wkb is None:
        return None
    shapes, repaired, broken = parsed(found.wkb, shapely.from_wkb)
    return Shaping(shapes, _declared(found.crs), repaired, broken)


def _declared(crs: str | None) -> Declared | None:
    if crs is None:
        return None
    try:
        stated = CRS.from_user_input(crs)
    except CRSError:
        return None
    if stated.is_engineering or stated.name.lower().startswith(("undefined", "unknown")):
        return None
    return Declared(stated, Text("文件声明", "declared by the file"))
