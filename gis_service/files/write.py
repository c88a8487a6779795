"""Writing a file in one of the formats, whole or not at all."""

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
from gis_service.files.placing import placed
from layers.core.text import Text

Writer = Callable[[Path, Outgoing], None]


def write(path: Path, outgoing: Outgoing) -> None:
    """Writes a file in the format of its suffix. Raises FileRefused where the rows do not fit."""
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
    with placed(path) as place:
        _WRITERS[format](place, outgoing)


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
