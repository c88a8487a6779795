"""Writing a file in one of the formats, whole or not at all."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from gis_service.files import formats, write_cells, write_vector
from gis_service.files.errors import FileRefused
from gis_service.files.formats import Format
from gis_service.files.outgoing import Outgoing
from layers.core.text import Text

Writer = Callable[[Path, Outgoing], None]


def write(path: Path, outgoing: Outgoing) -> None:
    """Writes beside the target first and moves into place, so that no half file ever stands."""
    format = formats.named(path)
    if outgoing.kind is None and not format.shapeless:
        raise FileRefused(
            "export.shapeless",
            Text(
                f"台账没有图形,不能写成 {format.name};可用 .csv .xlsx .gpkg .geojson。",
                f"A ledger has no shape and does not fit in {format.name}; "
                "take .csv .xlsx .gpkg .geojson.",
            ),
        )
    if not path.parent.is_dir():
        raise FileRefused(
            "file.missing", Text(f"没有文件夹 {path.parent}。", f"No folder {path.parent}.")
        )
    with TemporaryDirectory(dir=path.parent, prefix=".onemap-") as place:
        _WRITERS[format](Path(place) / path.name, outgoing)
        for part in sorted(Path(place).iterdir(), key=lambda part: part.suffix == path.suffix):
            os.replace(part, path.parent / part.name)


def _write_zipped(path: Path, outgoing: Outgoing) -> None:
    stem = path.name.removesuffix(path.suffix).removesuffix(".shp")
    with TemporaryDirectory() as place, ZipFile(path, "w", ZIP_DEFLATED) as archive:
        write_vector.write(
            formats.SHAPEFILE, Path(place) / f"{stem}.shp", replace(outgoing, name=stem)
        )
        for part in sorted(Path(place).iterdir()):
            archive.write(part, part.name)


_WRITERS: dict[Format, Writer] = {
    formats.GEOJSON: partial(write_vector.write, formats.GEOJSON),
    formats.SHAPEFILE: partial(write_vector.write, formats.SHAPEFILE),
    formats.ZIPPED_SHAPEFILE: _write_zipped,
    formats.GEOPACKAGE: partial(write_vector.write, formats.GEOPACKAGE),
    formats.FLATGEOBUF: partial(write_vector.write, formats.FLATGEOBUF),
    formats.CSV: write_cells.write_csv,
    formats.XLSX: write_cells.write_xlsx,
}
