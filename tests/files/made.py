"""Files to test with, as people make them."""

from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray

SHANGGAO = (114.92, 28.23)
"""In 上高县, west of 115.5°E: zone 38."""


def boxes(count: int = 3, corner: tuple[float, float] = SHANGGAO) -> NDArray[np.object_]:
    """Footprints in a row, each some 10 m by 30 m."""
    west = corner[0] + 0.0002 * np.arange(count)
    south = corner[1]
    footprints = [shapely.box(x, south, x + 0.0001, south + 0.0003) for x in west]
    return np.array(footprints, dtype=object)


def frame(
    columns: dict[str, Any] | None = None,
    shapes: NDArray[np.object_] | None = None,
    crs: int | None = 4490,
) -> geopandas.GeoDataFrame:
    if shapes is None:
        shapes = boxes()
    return geopandas.GeoDataFrame(
        {"楼号": ["1", "2", "甲3"][: len(shapes)]} if columns is None else columns,
        geometry=shapes,
        crs=crs,
    )


def shapefile(
    path: Path, made: geopandas.GeoDataFrame, encoding: str = "GBK", cpg: str | None = None
) -> Path:
    """A Shapefile; its .cpg says what `cpg` says, and is left out without."""
    made.to_file(path, encoding=encoding)
    path.with_suffix(".cpg").unlink(missing_ok=True)
    if cpg is not None:
        path.with_suffix(".cpg").write_text(cpg)
    return path
