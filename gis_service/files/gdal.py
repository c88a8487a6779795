"""GDAL as the reader of three binary formats, column by column through Arrow.

The signature of each was checked before, so that no other of GDAL's drivers (virtual formats,
network services) can take the file for its own. Whatever goes wrong in it is a damaged file.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
from numpy.typing import NDArray

from gis_service.files.errors import FileRefused
from gis_service.files.formats import Format
from gis_service.files.limits import LIMITS, check
from layers.core.text import Text

_REMARKS = 10
_OF_RINGS = "Non closed ring"
"""Open rings are closed, and told of row by row."""


@dataclass(frozen=True, slots=True)
class Extract:
    """`wkb` is none for a table without shapes; `remarks` are GDAL's own, on what it met."""

    columns: dict[str, list[Any]]
    rows: int
    wkb: NDArray[np.object_] | None
    crs: str | None
    remarks: tuple[str, ...]


def layers(path: Path, format: Format) -> list[str]:
    with _damage_told(format):
        return [str(name) for name, _ in pyogrio.list_layers(path)]


def extract(
    path: Path, format: Format, layer: str | None, encoding: str | None, *, shapes: bool
) -> Extract:
    with _damage_told(format) as remarks:
        about = pyogrio.read_info(path, layer=layer, encoding=encoding)
        if about["driver"] != format.driver:
            raise damaged(format, about["driver"])
        check(Text("行数", "Rows"), about["features"], LIMITS.rows)
        check(Text("列数", "Columns"), len(about["fields"]), LIMITS.columns)
        meta, arrow = pyogrio.raw.read_arrow(
            path,
            layer=layer,
            encoding=encoding,
            read_geometry=shapes,
            max_features=LIMITS.rows,
        )
        columns = {name: arrow[name].to_pylist() for name in meta["fields"]}
        wkb = None
        if shapes and meta["geometry_type"] is not None:
            [geometry] = [name for name in arrow.column_names if name not in columns]
            wkb = np.array(arrow[geometry].to_pylist(), dtype=object)
    return Extract(columns, arrow.num_rows, wkb, meta["crs"], tuple(remarks))


def damaged(format: Format, why: object) -> FileRefused:
    return FileRefused(
        "file.content",
        Text(f"{format.name} 文件已损坏:{why}", f"The {format.name} file is damaged: {why}"),
    )


@contextmanager
def _damage_told(format: Format) -> Iterator[list[str]]:
    """Errors become refusals; GDAL's warnings are gathered in the list, once the block ends."""
    remarks: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield remarks
        except FileRefused:
            raise
        except Exception as error:  # Broken bytes make GDAL and its bindings raise anything.
            raise damaged(format, error) from error
    said = dict.fromkeys(str(warning.message) for warning in caught)
    remarks += [remark for remark in said if not remark.startswith(_OF_RINGS)][:_REMARKS]
