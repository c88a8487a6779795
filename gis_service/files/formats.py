"""The file formats that come in and go out: one row each. Suffix and content must agree."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gis_service.files.errors import FileRefused
from gis_service.files.limits import LIMITS, check
from layers.core.text import Text

_HEAD = 4096
_ZIP = b"PK\x03\x04"


def _starts(signature: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(signature)


def _geopackage(head: bytes) -> bool:
    return head.startswith(b"SQLite format 3\0") and head[68:72] in (b"GPKG", b"GP10", b"GP11")


def _json(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _text(head: bytes) -> bool:
    utf_16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return utf_16 or not (b"\0" in head or head.startswith((_ZIP, b"%PDF", b"\xd0\xcf\x11\xe0")))


@dataclass(frozen=True, slots=True)
class Format:
    """One file format. `driver` is GDAL's name for it, if GDAL reads and writes it.

    `shapeless` says whether it can hold rows without any shape, that is, a ledger.
    """

    name: str
    suffix: str
    looks_right: Callable[[bytes], bool]
    driver: str | None = None
    shapeless: bool = True
    whole_in_memory: bool = False


GEOJSON = Format("GeoJSON", ".geojson", _json, driver="GeoJSON", whole_in_memory=True)
SHAPEFILE = Format(
    "Shapefile", ".shp", _starts(b"\x00\x00\x27\x0a"), driver="ESRI Shapefile", shapeless=False
)
ZIPPED_SHAPEFILE = Format(
    "Shapefile (zip)", ".zip", _starts(_ZIP), driver="ESRI Shapefile", shapeless=False
)
GEOPACKAGE = Format("GeoPackage", ".gpkg", _geopackage, driver="GPKG")
FLATGEOBUF = Format("FlatGeobuf", ".fgb", _starts(b"fgb\x03fgb"), driver="FlatGeobuf")
CSV = Format("CSV", ".csv", _text, whole_in_memory=True)
XLSX = Format("XLSX", ".xlsx", _starts(_ZIP), whole_in_memory=True)

FORMATS = (GEOJSON, SHAPEFILE, ZIPPED_SHAPEFILE, GEOPACKAGE, FLATGEOBUF, CSV, XLSX)
_BY_SUFFIX = {format.suffix: format for format in FORMATS} | {".json": GEOJSON}


def named(path: Path) -> Format:
    """The format that the file's name states."""
    try:
        return _BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        known = " ".join(_BY_SUFFIX)
        raise FileRefused(
            "file.suffix",
            Text(
                f"不认识后缀“{path.suffix}”。可用:{known}",
                f"Unknown suffix {path.suffix!r}. Known: {known}",
            ),
        ) from None


def proven(path: Path) -> Format:
    """The format of an existing file whose name, size and first bytes agree."""
    format = named(path)
    if not path.is_file():
        raise FileRefused("file.missing", Text(f"没有文件 {path}。", f"There is no file {path}."))
    size = path.stat().st_size
    if size == 0:
        raise FileRefused("file.empty", Text("文件是空的。", "The file is empty."))
    limit = LIMITS.text_bytes if format.whole_in_memory else LIMITS.bytes
    check(Text("文件字节数", "Bytes of the file"), size, limit)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not format.looks_right(head):
        others = [f.name for f in FORMATS if f not in (format, CSV) and f.looks_right(head)]
        seems_zh = f",像是 {others[0]}" if others else ""
        seems_en = f"; it looks like {others[0]}" if others else ""
        raise FileRefused(
            "file.content",
            Text(
                f"后缀是 {format.suffix},内容却不是 {format.name}{seems_zh}。",
                f"The suffix is {format.suffix}, but the content is not {format.name}{seems_en}.",
            ),
        )
    return format
