"""What reading any file gives: columns of values, shapes, and what is known of both."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS

from gis_service.files.encodings import Encoding
from gis_service.files.formats import Format
from layers.core.rules import Problem
from layers.core.text import Text

Shapes = NDArray[np.object_]
"""shapely geometries or None, one a row."""


@dataclass(frozen=True, slots=True)
class Declared:
    """The CRS that a file states, and where it does so."""

    crs: CRS
    where: Text


@dataclass(frozen=True, slots=True)
class Shaping:
    """The shapes of a file, x, y in its own CRS. `repaired` and `broken` say, by row index, what
    was mended and what could not be read."""

    shapes: Shapes
    declared: Declared | None
    repaired: dict[int, Text] = field(default_factory=dict)
    broken: dict[int, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file, column by column, every value as the file has it.

    `first_row` is the number that people see at the first row; `remarks` is what the reading
    library noticed.
    """

    format: Format
    columns: dict[str, Sequence[Any]]
    rows: int
    encoding: Encoding
    shaping: Shaping | None = None
    first_row: int = 1
    remarks: tuple[str, ...] = ()
