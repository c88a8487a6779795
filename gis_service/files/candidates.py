"""The coordinate systems that a file from China may be in, and the way from each to CGCS2000."""

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from gis_service.errors import BadParameter
from gis_service.files.errors import FileRefused
from gis_service.files.gcj02 import Degrees, true_from_bd09, true_from_gcj02
from layers.core.geometry import SRID
from layers.core.text import Text

_SHIFTED = {"gcj02": true_from_gcj02, "bd09": true_from_bd09}
_OLD_DATUMS = ("Beijing 1954", "New Beijing", "Xian 1980")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A coordinate system in one axis order. `name` is `EPSG:n`, `gcj02`, `bd09` or a CRS's own
    name; `swapped` says that the file has latitude or northing first."""

    name: str
    crs: CRS | None
    swapped: bool = False

    def true(self, xy: Degrees) -> Degrees:
        """Longitude, latitude in CGCS2000; not finite where the system does not reach."""
        ordered = xy[:, ::-1] if self.swapped else xy
        if self.crs is not None:
            return np.column_stack(_to_cgcs2000(self.crs).transform(ordered[:, 0], ordered[:, 1]))
        with np.errstate(invalid="ignore", divide="ignore"):
            return _SHIFTED[self.name](np.where(_in_degrees(ordered), ordered, np.nan))

    @property
    def options(self) -> dict[str, str]:
        """The options that state this candidate."""
        return {"crs": self.name} | ({"swap_axes": "true"} if self.swapped else {})

    @property
    def label(self) -> Text:
        kind = self.crs.name if self.crs and self.crs.name != self.name else ""
        zh, en = (f"{self.name}({kind})", f"{self.name} ({kind})") if kind else (self.name,) * 2
        return Text(f"{zh},轴序颠倒", f"{en}, axes swapped") if self.swapped else Text(zh, en)


def candidate(name: str, swapped: bool = False) -> Candidate:
    """The candidate that an option names: `gcj02`, `bd09`, or anything that PROJ knows by code."""
    if name.lower() in _SHIFTED:
        return Candidate(name.lower(), None, swapped)
    authority, _, code = name.partition(":")
    try:
        return of_crs(CRS.from_authority(authority, code), swapped)
    except CRSError:
        raise BadParameter(
            "crs",
            Text(
                f"不认识坐标系“{name}”。可用:auto、EPSG:n、gcj02、bd09。",
                f"Unknown CRS {name!r}. Use auto, EPSG:n, gcj02 or bd09.",
            ),
        ) from None


def of_crs(crs: CRS, swapped: bool = False) -> Candidate:
    authority = crs.to_authority()
    return Candidate(":".join(authority) if authority else crs.name, crs, swapped)


def warnings(chosen: Candidate, *, stated: bool) -> list[Text]:
    """What is inexact about the way from the chosen system to CGCS2000."""
    crs = chosen.crs
    if crs is None:
        return [
            Text(
                "偏移坐标按公开公式还原,误差约 1 米。",
                "Shifted coordinates are restored by the published formula, to about 1 m.",
            )
        ]
    datum = crs.geodetic_crs.datum.name if crs.geodetic_crs and crs.geodetic_crs.datum else ""
    if any(old in datum for old in _OLD_DATUMS):
        return [
            Text(
                f"{datum} 没有公开的精确转换参数,位置可能偏差数十至上百米。",
                f"{datum} has no exact public transformation: positions may be off by some tens "
                "of metres, up to a hundred.",
            )
        ]
    if "World Geodetic System 1984" in datum:
        return [
            Text("WGS 84 视同 CGCS2000(相差厘米级)。", "WGS 84 is taken as CGCS2000 (centimetres).")
        ]
    if crs.is_projected and not stated:
        return [
            Text(
                "同一分带的北京 54、西安 80 坐标与此相差不过百米,无法由位置分辨。",
                "Beijing 1954 and Xian 1980 in the same zone differ by some tens of metres, which "
                "the place cannot tell.",
            )
        ]
    return []


@cache
def all_candidates() -> tuple[Candidate, ...]:
    """What undeclared coordinates are tried as, in both axis orders: degrees true and shifted, Web
    Mercator, and every 3-degree and 6-degree zone of CGCS2000 with and without its number."""
    zones = [*range(4534, 4555), *range(4513, 4534), *range(4491, 4502), *range(4502, 4513)]
    straight = [
        candidate(name)
        for name in ("EPSG:4490", "gcj02", "bd09", "EPSG:3857", *(f"EPSG:{n}" for n in zones))
    ]
    return (*straight, *(Candidate(c.name, c.crs, swapped=True) for c in straight))


@lru_cache(maxsize=200)
def _to_cgcs2000(crs: CRS) -> Transformer:
    try:
        return Transformer.from_crs(crs, SRID, always_xy=True)
    except ProjError as error:
        raise FileRefused(
            "crs.unknown",
            Text(f"无法由 {crs.name} 转换坐标。", f"There is no way from {crs.name}: {error}"),
        ) from error


def _in_degrees(xy: Degrees) -> np.ndarray:
    return ((np.abs(xy[:, 0]) <= 180) & (np.abs(xy[:, 1]) <= 90))[:, None]
