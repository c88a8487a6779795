"""Writing through GDAL, as a stream of Arrow batches: memory does not grow with the file."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyogrio.raw

from gis_service.files import formats
from gis_service.files.errors import FileRefused
from gis_service.files.formats import Format
from gis_service.files.outgoing import Batch, Outgoing
from gis_service.files.short_names import short_names
from layers.core.geometry import SRID, Kind
from layers.core.text import Text

_TYPES: dict[type, pa.DataType] = {
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    # Yuan and cents are exact in a double up to 15 digits; no GIS format keeps decimals.
    Decimal: pa.float64(),
    date: pa.date32(),
    datetime: pa.timestamp("ms", "UTC"),
}
_LAYER_OPTIONS = {
    # To a tenth of a millimetre.
    formats.GEOJSON: {"COORDINATE_PRECISION": "9"},
    # The index of FlatGeobuf does not admit rows without a shape.
    formats.FLATGEOBUF: {"SPATIAL_INDEX": "NO"},
}
_ZONELESS = (formats.SHAPEFILE, formats.FLATGEOBUF)
"""Formats that lose the zone of a moment: there it is written as ISO 8601 text."""

_GEOMETRY = "geometry"
_DBF_BYTES = 254


def write(format: Format, path: Path, outgoing: Outgoing) -> None:
    of_dbf = format is formats.SHAPEFILE
    if of_dbf and outgoing.kind and len(outgoing.kind.accepts) > 1:
        raise FileRefused(
            "export.mixed",
            Text(
                "此图层点、线、面混合,Shapefile 只容一种;可用 .gpkg。",
                "This layer mixes kinds of shape, of which a Shapefile holds one; take .gpkg.",
            ),
        )
    titles = short_names(outgoing.titles).values() if of_dbf else outgoing.titles
    types = _TYPES | ({datetime: pa.string()} if format in _ZONELESS else {})
    fields = [
        pa.field(title, types[type_]) for title, type_ in zip(titles, outgoing.types, strict=True)
    ]
    if outgoing.kind:
        fields.append(pa.field(_GEOMETRY, pa.binary()))
    schema = pa.schema(fields)
    failures: list[Exception] = []

    def batches() -> Iterator[pa.RecordBatch]:
        # An exception would be lost on its way through GDAL: the stream ends, and it is raised
        # afterwards.
        try:
            yield from _batches(schema, outgoing, of_dbf)
        except Exception as error:
            failures.append(error)

    pyogrio.raw.write_arrow(
        pa.RecordBatchReader.from_batches(schema, batches()),
        path,
        layer=outgoing.name,
        driver=format.driver,
        encoding="UTF-8",
        layer_options=_LAYER_OPTIONS.get(format, {}),
        **_geometry_options(format, outgoing.kind),
    )
    if failures:
        raise failures[0]


def _geometry_options(format: Format, kind: Kind | None) -> dict[str, Any]:
    if kind is None:
        return {"geometry_type": None}
    # GeoJSON is WGS 84 by its standard, which CGCS2000 is within centimetres.
    srid = 4326 if format is formats.GEOJSON else SRID
    [*kinds] = kind.accepts
    return {
        "geometry_name": _GEOMETRY,
        "geometry_type": kinds[0] if len(kinds) == 1 else "Unknown",
        "crs": f"EPSG:{srid}",
    }


def _batches(schema: pa.Schema, outgoing: Outgoing, of_dbf: bool) -> Iterator[pa.RecordBatch]:
    for rows in outgoing.batches:
        if not rows:
            continue
        if of_dbf:
            _check_lengths(rows)
        columns = [
            pa.array([_plain(value, field.type) for value in values], field.type)
            for values, field in zip(zip(*rows, strict=True), schema, strict=True)
        ]
        yield pa.record_batch(columns, schema=schema)


def _plain(value: Any, type_: pa.DataType) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime) and type_ == pa.string():
        return value.isoformat()
    return value


def _check_lengths(rows: Batch) -> None:
    for row in rows:
        for value in row:
            if isinstance(value, str) and len(value.encode()) > _DBF_BYTES:
                raise FileRefused(
                    "export.too_long",
                    Text(
                        f"“{value[:20]}…”超过 Shapefile 的 {_DBF_BYTES} 字节上限;可用 .gpkg。",
                        f"“{value[:20]}…” is over the {_DBF_BYTES} bytes that a Shapefile "
                        "holds; take .gpkg.",
                    ),
                )
