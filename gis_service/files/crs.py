"""Proving where a file's coordinates are: declared and checked, or proven, or asked.

The touchstone is the map of administrative divisions. A system that puts the file outside every
division is wrong; when just one puts it inside, it is proven. GCJ-02, BD-09 and true coordinates
lie within 1.2 km of each other and mostly in the same county: that is asked, never guessed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from gis_service.files import candidates
from gis_service.files.candidates import Candidate
from gis_service.files.errors import Choice, FileRefused, Undecided
from gis_service.files.gcj02 import Degrees
from gis_service.files.table import Declared, Shapes, Shaping
from layers.core.text import Text

AUTO = "auto"

_SAMPLE = 500
_FITS = 0.95
"""Share of rows that must land in a division. A few strays are refused row by row."""

_ASTRAY = 0.5
"""Below this share a stated CRS is refused as such."""

_EDGE_DEGREES = 0.005
"""About 500 m: how far published division borders are generalised."""

_SAME_DEGREES = 1e-5
"""About 1 m: candidates that agree within it are one and the same."""


@dataclass(frozen=True, slots=True)
class Division:
    code: str
    name: str
    shape: BaseGeometry

    @property
    def label(self) -> str:
        return f"{self.name} {self.code}".strip()


Box = tuple[float, float, float, float]
Divisions = Callable[[Box], Sequence[Division]]
"""The finest divisions with a boundary that meet a box of longitude and latitude."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the rows lie. `shapes` are CGCS2000 longitude and latitude; `outside` marks the rows
    that lie in no division."""

    candidate: Candidate
    how: Text
    shapes: Shapes
    outside: NDArray[np.bool_]
    places: tuple[str, ...]
    warnings: tuple[Text, ...]


def place(shaping: Shaping, asked: str, swap_axes: bool, divisions: Divisions) -> Placed:
    """The shapes in CGCS2000, once their CRS is declared and checked, or proven.

    `asked` is `auto` or what a person says the CRS is, which goes before what the file says.
    """
    present = ~(shapely.is_missing(shaping.shapes) | shapely.is_empty(shaping.shapes))
    points = shapely.get_coordinates(shapely.centroid(shaping.shapes[present]))
    if not len(points):
        raise FileRefused("file.no_shapes", Text("没有任何图形。", "No row has a shape."))
    stated = _stated(shaping.declared, asked, swap_axes)
    sample = points[:: -(-len(points) // _SAMPLE)]
    chosen, how = _checked(*stated, sample, divisions) if stated else _proven(sample, divisions)
    landed = _landing(chosen.true(points), divisions)
    outside = np.zeros(len(shaping.shapes), dtype=bool)
    outside[present] = landed == ""
    return Placed(
        candidate=chosen,
        how=how,
        shapes=shapely.transform(shaping.shapes, chosen.true),
        outside=outside,
        places=tuple(str(name) for name in np.unique(landed) if name),
        warnings=tuple(candidates.warnings(chosen, stated=stated is not None)),
    )


def _stated(
    declared: Declared | None, asked: str, swap_axes: bool
) -> tuple[Candidate, Text] | None:
    if asked != AUTO:
        given = candidates.candidate(asked, swap_axes)
        how = Text("由操作者指明", "stated by the operator")
        if declared and given.crs != declared.crs:
            own = candidates.of_crs(declared.crs).name
            how = Text(f"{how.zh}(文件声明为 {own})", f"{how.en} (the file declares {own})")
        return given, how
    if declared:
        return candidates.of_crs(declared.crs, swap_axes), declared.where
    return None


def _checked(
    stated: Candidate, how: Text, sample: Degrees, divisions: Divisions
) -> tuple[Candidate, Text]:
    share, _ = _fit(stated, sample, divisions)
    if share >= _ASTRAY:
        return stated, how
    if not divisions((-180, -90, 180, 90)):
        raise FileRefused(
            "crs.unchecked",
            Text(
                "库中没有行政区划界线,无法核对坐标;请先导入行政区划。",
                "No division boundary is loaded to check coordinates against; import those first.",
            ),
        )
    x, y = stated.true(sample)[0]
    fitting = _fitting(sample, divisions)
    maybe_zh = ";".join(f"{c.label.zh} → {where}" for c, where in fitting)
    maybe_en = "; ".join(f"{c.label.en} → {where}" for c, where in fitting)
    raise FileRefused(
        "crs.outside",
        Text(
            "按 {crs}({how}),数据落在 {x:.4f}, {y:.4f},不在任何行政区划内。{maybe}",
            "As {crs} ({how}) the data lie at {x:.4f}, {y:.4f}, outside every division.{maybe}",
        ).format(
            crs=stated.label,
            how=how,
            x=x,
            y=y,
            maybe=Text(
                f"可能是:{maybe_zh}。" if fitting else "",
                f" It may be: {maybe_en}." if fitting else "",
            ),
        ),
    )


def _proven(sample: Degrees, divisions: Divisions) -> tuple[Candidate, Text]:
    fitting = _fitting(sample, divisions)
    if len(fitting) == 1:
        [(only, where)] = fitting
        return only, Text(
            f"文件未声明;仅此坐标系使数据落在行政区划内({where})",
            f"not declared; proven, as the only one that puts the data in a division ({where})",
        )
    if not fitting:
        raise FileRefused(
            "crs.unknown",
            Text(
                "文件未声明坐标系,且没有一种常用坐标系使数据落在行政区划内。",
                "The file declares no CRS, and no usual one puts the data in a division.",
            ),
        )
    raise Undecided(
        "crs.undecided",
        Text(
            "文件未声明坐标系,有多种可能,请指明。",
            "The file declares no CRS and several are possible; please state which.",
        ),
        [
            Choice(c.options, Text(f"落在{where}", f"puts the data in {where}"))
            for c, where in fitting
        ],
    )


def _fitting(sample: Degrees, divisions: Divisions) -> list[tuple[Candidate, str]]:
    """The candidates that put the sample in divisions, each with where; one of each kind."""
    found: list[tuple[Candidate, str, Degrees]] = []
    for tried in candidates.all_candidates():
        share, where = _fit(tried, sample, divisions)
        if share < _FITS:
            continue
        true = tried.true(sample)
        if all(np.abs(true - other).max() > _SAME_DEGREES for _, _, other in found):
            found.append((tried, where, true))
    return [(tried, where) for tried, where, _ in found]


def _fit(tried: Candidate, sample: Degrees, divisions: Divisions) -> tuple[float, str]:
    """The share of the sample that lands in a division, and the names of the most frequent."""
    landed = _landing(tried.true(sample), divisions)
    names, counts = np.unique(landed[landed != ""], return_counts=True)
    most = [str(names[i]) for i in np.argsort(-counts)[:3]]
    return float((landed != "").mean()), "、".join(most)


def _landing(points: Degrees, divisions: Divisions) -> NDArray[np.str_]:
    """The division that each longitude, latitude lies in, as "name code"; "" for none."""
    landed = np.full(len(points), "", dtype="<U64")
    sane = np.flatnonzero(
        np.isfinite(points).all(axis=1) & (np.abs(points) <= (180, 90)).all(axis=1)
    )
    if not len(sane):
        return landed
    at = points[sane]
    at_points: Shapes = np.asarray(shapely.points(at))
    tree = STRtree(at_points)
    west, south = at.min(axis=0) - _EDGE_DEGREES
    east, north = at.max(axis=0) + _EDGE_DEGREES
    near = divisions((west, south, east, north))
    for division in near:
        landed[sane[tree.query(division.shape, "dwithin", distance=_EDGE_DEGREES)]] = division.label
    for division in near:
        landed[sane[tree.query(division.shape, "intersects")]] = division.label
    return landed
