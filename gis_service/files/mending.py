"""What is said of shapes that were mended, or could not be read."""

from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray

from gis_service.files.table import Shapes
from layers.core.rules import Problem
from layers.core.text import Text

CLOSED = Text("已闭合多边形的环。", "A ring of the polygon was closed.")


def unreadable(why: Text) -> Problem:
    message = Text("图形无法读取:{why}", "The geometry cannot be read: {why}").format(why=why)
    return Problem("geometry.unreadable", message, "geometry")


def parsed(
    raw: NDArray[np.object_], parse: Callable[..., Shapes]
) -> tuple[Shapes, dict[int, Text], dict[int, Problem]]:
    """Shapes of WKB or WKT: open rings closed, and what is beyond reading named, by row index."""
    shapes = parse(raw, on_invalid="ignore")
    repaired, broken = {}, {}
    for row in np.flatnonzero(shapely.is_missing(shapes)):
        if raw[row] is None:
            continue
        shapes[row] = parse(raw[row], on_invalid="fix")
        if shapes[row] is None:
            broken[int(row)] = unreadable(Text("数据损坏", "damaged data"))
        else:
            repaired[int(row)] = CLOSED
    return shapes, repaired, broken
