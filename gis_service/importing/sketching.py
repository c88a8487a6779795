"""The areas of a file, for someone to go on drawing with. Nothing of it is stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import Polygon
from sqlalchemy import Connection

from gis_service.files import crs
from gis_service.files.errors import FileRefused
from gis_service.files.limits import check
from gis_service.files.read import read
from gis_service.files.reading import Reading
from gis_service.files.table import Shapes
from gis_service.importing.report import Position, Row
from gis_service.importing.shapes import mend
from gis_service.importing.touchstone import touchstone
from layers.core.geometry import Kind
from layers.core.text import Text

MOST_AREAS = 500
MOST_VERTICES = 50_000
"""What a phone can still paint and a person still choose from."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person may say of the file; `near` is the box of degrees that they look at."""

    crs: str = crs.AUTO
    swap_axes: bool = False
    encoding: str | None = None
    source_layer: str | None = None
    near: Box | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """One area, in CGCS2000 degrees, and the number of its row in the file."""

    row: int
    shape: Polygon


@dataclass(frozen=True, slots=True)
class Sketch:
    """`left_out` counts the shapes that are no areas, or lie elsewhere."""

    position: Position
    areas: tuple[Area, ...]
    left_out: int


def sketch(db: Connection, source: Path, asked: Asked) -> Sketch:
    """Reads the areas of a file, closed lines among them.

    Raises FileRefused when it cannot be taken, Undecided when a person must say more.
    """
    table = read(source, Reading(encoding=asked.encoding, source_layer=asked.source_layer))
    if table.shaping is None:
        raise FileRefused("file.no_shapes", Text("没有任何图形。", "No row has a shape."))
    placed = crs.place(table.shaping, asked.crs, asked.swap_axes, touchstone(db))
    mend(placed.shapes, Kind.POLYGON, [Row(number) for number in range(table.rows)])
    found = placed.shapes[~(shapely.is_missing(placed.shapes) | placed.outside)]
    areas = [*_areas(placed.shapes, table.first_row, asked.near)]
    check(Text("图形数", "Shapes"), len(areas), MOST_AREAS)
    vertices = sum(shapely.get_num_coordinates(area.shape) for area in areas)
    check(Text("顶点数", "Vertices"), int(vertices), MOST_VERTICES)
    return Sketch(
        position=Position(
            crs=placed.candidate.name,
            swapped_axes=placed.candidate.swapped,
            how=placed.how,
            places=placed.places,
            warnings=placed.warnings,
        ),
        areas=tuple(areas),
        left_out=len(found) - len({area.row for area in areas}),
    )


def _areas(shapes: Shapes, first_row: int, near: Box | None) -> Iterator[Area]:
    """Each area by itself: what has several parts may be several places to work in."""
    there = shapely.is_valid(shapes)
    if near is not None:
        there &= shapely.intersects(shapes, shapely.box(*near))
    for index in np.flatnonzero(there):
        for part in shapely.get_parts(shapes[index]):
            if isinstance(part, Polygon) and not part.is_empty:
                yield Area(first_row + int(index), shapely.force_2d(part))
