"""Reading Shapefiles, plain or zipped.

GDAL takes a dbf without a .cpg for Latin-1. So it is read as Latin-1, which keeps every byte, and
decoded here once its encoding is proven.
"""

from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gis_service.files import archives, encodings, gdal
from gis_service.files.choosing import one_of
from gis_service.files.encodings import Encoding
from gis_service.files.errors import FileRefused
from gis_service.files.formats import SHAPEFILE, ZIPPED_SHAPEFILE, Format
from gis_service.files.layered import shaping
from gis_service.files.reading import Reading
from gis_service.files.table import Table
from layers.core.text import Text

_LATIN_1 = "ISO-8859-1"
_SIBLINGS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_LENGTH = slice(24, 28)
"""Where the header of a .shp has its length, in words of two bytes."""
_CODE_PAGE_BYTE, _CODE_PAGE_936 = 29, 0x4D


def read(path: Path, reading: Reading) -> Table:
    return _read(path, SHAPEFILE, reading)


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
        return _read(shp, ZIPPED_SHAPEFILE, reading)


def _read(path: Path, format: Format, reading: Reading) -> Table:
    parts = _parts(path)
    found = gdal.extract(path, format, None, _LATIN_1, shapes=reading.shapes)
    columns, encoding = _decoded(found.columns, _declared_encoding(parts), reading.encoding)
    return Table(format, {**columns}, found.rows, encoding, shaping(found), remarks=found.remarks)


def _parts(shp: Path) -> dict[str, Path]:
    """The files of the Shapefile by suffix, once they are there and whole."""
    parts = {p.suffix.lower(): p for p in shp.parent.iterdir() if p.stem == shp.stem}
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
        raise gdal.damaged(SHAPEFILE, "cut short")
    return parts


def _declared_encoding(parts: dict[str, Path]) -> str | None:
    if ".cpg" in parts:
        return encodings.codec(parts[".cpg"].read_text("latin-1")[:40])
    with parts[".dbf"].open("rb") as file:
        header = file.read(_CODE_PAGE_BYTE + 1)
    return encodings.GB18030 if header[-1:] == bytes([_CODE_PAGE_936]) else None


def _decoded(
    columns: dict[str, list[Any]], declared: str | None, stated: str | None
) -> tuple[dict[str, list[Any]], Encoding]:
    """Columns whose Latin-1 text is turned into what it says, and the encoding that it is in."""
    names = [name.encode("latin-1") for name in columns]
    texts = {
        name: [value.encode("latin-1") for value in values if isinstance(value, str)]
        for name, values in columns.items()
    }
    encoding = encodings.prove([*names, *chain.from_iterable(texts.values())], declared, stated)

    def said(cells: list[bytes]) -> list[str]:
        return encodings.decode(cells, encoding.name) or []

    decoded = {}
    for name, title in zip(columns, said(names), strict=True):
        text = iter(said(texts[name]))
        decoded[title] = [next(text) if isinstance(v, str) else v for v in columns[name]]
    return decoded, encoding
