"""Reading any file that a person brings."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import shapely

from gis_service.files import cells, formats, geojson, layered, shapefile
from gis_service.files.errors import FileRefused
from gis_service.files.formats import Format
from gis_service.files.limits import LIMITS, check
from gis_service.files.reading import Reading
from gis_service.files.table import Table
from layers.core.text import Text

_READERS: dict[Format, Callable[[Path, Reading], Table]] = {
    formats.GEOJSON: geojson.read,
    formats.SHAPEFILE: shapefile.read,
    formats.ZIPPED_SHAPEFILE: shapefile.read_zipped,
    formats.GEOPACKAGE: partial(layered.read, formats.GEOPACKAGE),
    formats.FLATGEOBUF: partial(layered.read, formats.FLATGEOBUF),
    formats.CSV: cells.read_csv,
    formats.XLSX: cells.read_xlsx,
}


def read(path: Path, reading: Reading) -> Table:
    """The rows of a file. Raises `FileRefused`, or `Undecided` when a person must say more."""
    table = _READERS[formats.proven(path)](path, reading)
    if table.rows == 0:
        raise FileRefused("file.empty", Text("文件里没有数据行。", "The file holds no rows."))
    if table.shaping is not None:
        vertices = int(shapely.get_num_coordinates(table.shaping.shapes).sum())
        check(Text("顶点数", "Vertices"), vertices, LIMITS.vertices)
    return table
