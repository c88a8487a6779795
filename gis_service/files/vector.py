"""Reading Shapefile, GeoPackage and FlatGeobuf through GDAL, as Arrow columns.

The signature of each of the three was checked before, so that no other of GDAL's drivers (virtual
formats, network services) can take the file for its own. Text of a Shapefile is read as Latin-1,
which keeps every byte, and decoded here once its encoding is proven.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyarrow as pa
import pyogrio.raw
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS
from pyproj.exceptions import CRSError

from gis_service.files import archives, encodings
from gis_service.files.choosing import one_of
from gis_service.files.encodings import Encoding
from gis_service.files.errors import FileRefused
from gis_service.files.formats import SHAPEFILE, ZIPPED_SHAPEFILE, Format
from gis_service.files.limits import LIMITS, check
from gis_service.files.mending import parsed
from gis_service.files.reading import Reading
from gis_service.files.table import Declared, Shaping, Table
from layers.core.text import Text

_LATIN_1 = "ISO-8859-1"
_SIBLINGS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_LENGTH = slice(24, 28)
"""Where the header of a .shp has its length, in words of two bytes."""
_CODE_PAGE_BYTE, _CODE_PAGE_936 = 29, 0x4D


def read_zipped(path: Path, reading: Reading) -> Table:
    """Reads one Shapefile of an archive, unpacked to a private place for that long."""
    with archives.opened(path) as archive, TemporaryDirectory() as place:
        files = {e.filename: e for e in archive.infolist() if not e.filename.startswith("__MACOSX")}
        shps = [name for name in files if name.lower().endswith(".shp")]
        if not shps:
            raise FileRefused(
                "file.content",
                Text("压缩包里没有 .shp 文件。", "The archive holds no .shp file."),
            )
        stem = one_of([Path(name).stem for name in shps], reading.source_layer)
        parts = [
            entry
            for name, entry in files.items()
            if Path(name).stem == stem and Path(name).suffix.lower() in _SIBLINGS
        ]
        archives.unpack(archive, parts, Path(place))
        [shp] = [p for p in Path(place).iterdir() if p.suffix.lower() == ".shp"]
        return _read(shp, ZIPPED_SHAPEFILE, None, reading)


def read_shapefile(path: Path, reading: Reading) -> Table:
    return _read(path, SHAPEFILE, None, reading)


def read_layered(format: Format, path: Path, reading: Reading) -> Table:
    """Reads one layer of a GeoPackage or FlatGeobuf."""
    try:
        names = [str(name) for name, _ in pyogrio.list_layers(path)]
    except DataSourceError as error:
        raise _damaged(format, error) from error
    if not names:
        raise _damaged(format, "no layer in it")
    return _read(path, format, one_of(names, reading.source_layer), reading)


def _read(path: Path, format: Format, layer: str | None, reading: Reading) -> Table:
    of_dbf = layer is None
    declared_encoding = _checked_parts(path, reading) if of_dbf else None
    try:
        information = pyogrio.read_info(path, layer=layer, encoding=_LATIN_1 if of_dbf else None)
        if information["driver"] != format.driver:
            raise _damaged(format, information["driver"])
        check(Text("行数", "Rows"), information["features"], LIMITS.rows)
        check(Text("列数", "Columns"), len(information["fields"]), LIMITS.columns)
        meta, arrow = pyogrio.raw.read_arrow(
            path,
            layer=layer,
            encoding=_LATIN_1 if of_dbf else None,
            read_geometry=reading.shapes,
            max_features=LIMITS.rows,
        )
    except (DataSourceError, DataLayerError, pa.ArrowException, UnicodeDecodeError) as error:
        raise _damaged(format, error) from error
    columns = {name: arrow[name].to_pylist() for name in meta["fields"]}
    encoding = encodings.STANDARD
    if of_dbf:
        columns, encoding = _decoded(columns, declared_encoding)
    shaping = None
    if reading.shapes and meta["geometry_type"] is not None:
        [geometry] = [name for name in arrow.column_names if name not in meta["fields"]]
        raw = np.array(arrow[geometry].to_pylist(), dtype=object)
        shapes, repaired, broken = parsed(raw, shapely.from_wkb)
        shaping = Shaping(shapes, _declared(meta["crs"]), repaired, broken)
    return Table(format, columns, arrow.num_rows, encoding, shaping)


def _checked_parts(shp: Path, reading: Reading) -> str | None:
    """What is said of the letters of a Shapefile's dbf, once its parts are there and whole."""
    parts = {p.suffix.lower(): p for p in shp.parent.glob(f"{_escaped(shp.stem)}.*")}
    if missing := [suffix for suffix in (".shx", ".dbf") if suffix not in parts]:
        names = " ".join(missing)
        raise FileRefused(
            "file.siblings",
            Text(
                f"Shapefile 缺少同名的 {names} 文件。",
                f"The Shapefile lacks its {names} file of the same name.",
            ),
        )
    with shp.open("rb") as file:
        words = int.from_bytes(file.read(_LENGTH.stop)[_LENGTH], "big")
    if shp.stat().st_size < 2 * words:
        raise _damaged(SHAPEFILE, "cut short")
    if reading.encoding:
        return encodings.codec(reading.encoding)
    if ".cpg" in parts:
        return encodings.codec(parts[".cpg"].read_text("latin-1")[:40])
    with parts[".dbf"].open("rb") as file:
        header = file.read(_CODE_PAGE_BYTE + 1)
    return encodings.GB18030 if header[-1:] == bytes([_CODE_PAGE_936]) else None


def _escaped(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)


def _decoded(
    columns: dict[str, list[Any]], declared: str | None
) -> tuple[dict[str, list[Any]], Encoding]:
    """Columns whose Latin-1 text is turned into what it says, and the encoding that it is in."""
    names = [name.encode("latin-1") for name in columns]
    texts = {
        name: [value.encode("latin-1") for value in values if isinstance(value, str)]
        for name, values in columns.items()
    }
    encoding = encodings.prove(
        [*names, *(cell for cells in texts.values() for cell in cells)], declared
    )

    def said(cells: list[bytes]) -> list[str]:
        return encodings.decode(cells, encoding.name) or []

    decoded = {}
    for name, title in zip(columns, said(names), strict=True):
        text = iter(said(texts[name]))
        decoded[title] = [next(text) if isinstance(v, str) else v for v in columns[name]]
    return decoded, encoding


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


def _damaged(format: Format, why: object) -> FileRefused:
    return FileRefused(
        "file.content",
        Text(f"{format.name} 文件已损坏:{why}", f"The {format.name} file is damaged: {why}"),
    )
