"""What a person may say about a file before it is read; by default nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """`source_layer` is a layer of a GeoPackage, a Shapefile of an archive or a sheet of a
    workbook. `x`, `y` or `geometry` name the columns that hold coordinates or WKT. `shapes` is
    false for a ledger, whose columns then are all attributes."""

    encoding: str | None = None
    source_layer: str | None = None
    x: str | None = None
    y: str | None = None
    geometry: str | None = None
    shapes: bool = True
