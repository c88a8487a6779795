"""A map on paper: shapes drawn to scale, north up, in millimetres of the sheet.

Shapes become an SVG drawing; what is written on the map is told beside it, for the template to
set: it is text that people wrote, and the type of the sheet has it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import floor, hypot, log10
from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gis_service.printing.legible import Svg
from layers.core.geometry import in_metres, zone_srid

_FINEST_MM = 0.05
"""What nobody sees on paper is left out of the drawing."""
_APART_MM = 3.0
"""Of two labels of a kind that are nearer than this only the first is written."""
_SCALE_BAR_SHARE = 0.3
"""Of the width, at most; the bar is the longest round length within it."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours as CSS has them; widths and dashes in millimetres."""

    fill: str = "none"
    stroke: str = "none"
    width: float = 0.2
    opacity: float = 1.0
    dash: str = ""

    @property
    def attributes(self) -> str:
        pairs = {
            "fill": self.fill,
            "stroke": self.stroke,
            "stroke-width": self.width,
            "fill-opacity": self.opacity,
            "stroke-dasharray": self.dash,
        }
        return " ".join(f"{name}={quoteattr(str(value))}" for name, value in pairs.items() if value)


@dataclass
class Canvas:
    """`width` and `height` in millimetres; `ground` (degrees) is what has to be on it."""

    width: float
    height: float
    ground: BaseGeometry
    margin: float = 4.0
    _zone: int = 0
    _drawn: list[str] = field(default_factory=list)
    _labels: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._zone = zone_srid(self.ground.centroid.x)
        west, south, east, north = in_metres(self.ground, self._zone).bounds
        room = self.width - 2 * self.margin, self.height - 2 * self.margin
        across, up = max(east - west, 1.0), max(north - south, 1.0)
        self.metres_per_mm = max(across / room[0], up / room[1])
        self._middle = np.array([(west + east) / 2, (south + north) / 2])

    def shape(self, shape: BaseGeometry, paint: Paint) -> None:
        """An area or a line."""
        placed = shapely.simplify(self._placed(shape), _FINEST_MM)
        path = " ".join(_paths(placed))
        if path:
            self._drawn.append(f'<path d="{path}" fill-rule="evenodd" {paint.attributes}/>')

    def dot(self, point: BaseGeometry, radius: float, paint: Paint) -> None:
        """A circle in the middle of a shape."""
        x, y = self._where(point)
        self._drawn.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius}" {paint.attributes}/>')

    def label(self, point: BaseGeometry, text: str, kind: str) -> None:
        """Words in the middle of a shape; the template knows how each kind looks."""
        x, y = self._where(point)
        inside = 0 <= x <= self.width and 0 <= y <= self.height
        others = (each for each in self._labels if each["kind"] == kind)
        if inside and all(hypot(x - each["x"], y - each["y"]) > _APART_MM for each in others):
            self._labels.append({"x": round(x, 2), "y": round(y, 2), "text": text, "kind": kind})

    def drawn(self) -> dict[str, Any]:
        """What a template needs of it."""
        bar = _round_length(self.width * _SCALE_BAR_SHARE * self.metres_per_mm)
        frame = f"0 0 {self.width:g} {self.height:g}"
        inside = "".join(self._drawn)
        return {
            "svg": Svg(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}">{inside}</svg>'),
            "width": self.width,
            "height": self.height,
            "labels": self._labels,
            "bar": {"mm": round(bar / self.metres_per_mm, 2), "metres": bar},
        }

    def _placed(self, shape: BaseGeometry) -> BaseGeometry:
        return shapely.transform(in_metres(shape, self._zone), self._to_paper)

    def _to_paper(self, metres: np.ndarray) -> np.ndarray:
        east, north = ((metres - self._middle) / self.metres_per_mm).T
        return np.column_stack([self.width / 2 + east, self.height / 2 - north])

    def _where(self, shape: BaseGeometry) -> tuple[float, float]:
        point = shapely.point_on_surface(self._placed(shape))
        return point.x, point.y


def _paths(shape: BaseGeometry) -> Iterator[str]:
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon):
            for ring in (part.exterior, *part.interiors):
                yield f"M{_points(ring)}Z"
        elif isinstance(part, shapely.LineString):
            yield f"M{_points(part)}"


def _points(line: BaseGeometry) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in shapely.get_coordinates(line))


def _round_length(most: float) -> int:
    """The longest of 1, 2 and 5 times a power of ten."""
    power = 10 ** floor(log10(most))
    return int(max(step * power for step in (1, 2, 5) if step * power <= most) or 1)
