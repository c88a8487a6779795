"""The reference systems that features are served in, each with the axis order it is defined by.

Stored is x, y = longitude, latitude in EPSG:4490. CRS84 and EPSG:4326 differ from it by less than
its own accuracy (a null transformation in PROJ), so that both are served without a change.
"""

from dataclasses import dataclass
from types import MappingProxyType

import shapely
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import SRID, in_degrees

_EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
DEGREE_DIGITS, METRE_DIGITS = 7, 3
"""A centimetre, and a millimetre."""


@dataclass(frozen=True, slots=True)
class Reference:
    """`srid` is what PostGIS computes with; `flipped` puts y before x, as the definition does."""

    uri: str
    srid: int
    flipped: bool

    @property
    def digits(self) -> int:
        return DEGREE_DIGITS if self.srid == SRID else METRE_DIGITS


CRS84 = Reference("http://www.opengis.net/def/crs/OGC/1.3/CRS84", SRID, flipped=False)
STORED = Reference(f"{_EPSG}4490", SRID, flipped=True)

REFERENCES: MappingProxyType[str, Reference] = MappingProxyType(
    {
        reference.uri: reference
        for reference in (
            CRS84,
            STORED,
            Reference(f"{_EPSG}4326", SRID, flipped=True),
            Reference(f"{_EPSG}3857", 3857, flipped=False),
            # CGCS2000 3-degree zones of Jiangxi, central meridians 114 and 117: northing, easting.
            Reference(f"{_EPSG}4547", 4547, flipped=True),
            Reference(f"{_EPSG}4548", 4548, flipped=True),
            # The same with the number of the zone before the easting.
            Reference(f"{_EPSG}4526", 4526, flipped=True),
            Reference(f"{_EPSG}4527", 4527, flipped=True),
        )
    }
)
"""By URI, CRS84 first."""


def stored(geometry: BaseGeometry, reference: Reference) -> BaseGeometry:
    """`geometry`, in `reference`'s own axis order, as the platform keeps it.

    Coordinates that have no place on the ground become infinite.
    """
    if reference.flipped:
        geometry = shapely.transform(geometry, lambda yx: yx[:, ::-1])
    return geometry if reference.srid == SRID else in_degrees(geometry, reference.srid)
