"""Mending shapes where nothing is lost by it, and saying so."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis_service.files.table import Shapes
from gis_service.importing.report import Row
from layers.core.geometry import Kind, fitted
from layers.core.text import Text

_AREA_CHANGE = 0.001
"""Greatest relative change of area for a repair to count as lossless."""


def mend(shapes: Shapes, kind: Kind, rows: Sequence[Row]) -> None:
    """Mends in place: closed lines become polygons, invalid areas valid ones of the same area."""
    if kind.has_area and "LineString" not in kind.accepts:
        for index in _where(shapely.is_closed(shapes) & _is_line(shapes)):
            if len(shapes[index].coords) > 3:
                shapes[index] = shapely.Polygon(shapes[index])
                rows[index].repairs.append(
                    Text("由闭合线生成多边形。", "A closed line was made a polygon.")
                )
    for index in _where(~shapely.is_valid(shapes) & ~shapely.is_missing(shapes)):
        if (valid := _made_valid(shapes[index], kind)) is not None:
            why = shapely.is_valid_reason(shapes[index])
            shapes[index] = valid
            rows[index].repairs.append(
                Text(f"图形无效({why}),已修复,面积不变。", f"Mended, same area: {why}.")
            )


def _is_line(shapes: Shapes) -> NDArray[np.bool_]:
    return np.equal(shapely.get_type_id(shapes), shapely.GeometryType.LINESTRING)


def _where(mask: NDArray[np.bool_]) -> list[int]:
    return [int(index) for index in np.flatnonzero(mask)]


def _made_valid(shape: BaseGeometry, kind: Kind) -> BaseGeometry | None:
    if not np.isfinite(shape.bounds).all():
        return None
    valid = fitted(shapely.make_valid(shape, method="structure", keep_collapsed=False), kind)
    same = abs(valid.area - shape.area) <= _AREA_CHANGE * shape.area
    return valid if valid.geom_type in kind.accepts and same and not valid.is_empty else None
