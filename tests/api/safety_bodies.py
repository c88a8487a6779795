"""Bodies that outside clients send to the safety engine."""

import json
from typing import Any

import shapely
from shapely import Point, box
from shapely.geometry.base import BaseGeometry

from tests.layers.safety.made import lonlat

Json = dict[str, Any]


def geo(geometry: BaseGeometry) -> Json:
    """A shape in metres as the GeoJSON of a client."""
    told: Json = json.loads(shapely.to_geojson(lonlat(geometry)))
    return told


WORK = box(20, 28.5, 60, 30)
PERIOD = {"starts": "2026-11-24T08:00:00+08:00", "ends": "2026-12-01T18:00:00+08:00"}


def body() -> Json:
    """The scene of the contract: compliant throughout."""
    return {
        "scene": {
            "community": geo(box(0, 0, 80, 60)),
            "buildings": [
                {"id": "b1", "geometry": geo(box(20, 30, 60, 42)), "height_m": 18, "occupied": True}
            ],
            "gates": [{"id": "g1", "geometry": geo(Point(70, 0))}],
            "doors": [{"id": "d1", "building": "b1", "geometry": geo(Point(40, 42))}],
            "lanes": [
                {
                    "id": "l1",
                    "geometry": geo(shapely.LineString([(70, 0), (70, 60)])),
                    "width_m": 4.5,
                }
            ],
            "storage": [
                {
                    "id": "s1",
                    "geometry": geo(box(2, 52, 6, 56)),
                    "material": "flammable",
                    "enclosed": True,
                }
            ],
            "facilities": [],
            "passages": [],
            "utilities": [{"id": "h1", "kind": "hydrant", "geometry": geo(Point(74, 30))}],
            "perimeters": [],
        },
        "perimeter": {
            "geometry": geo(WORK.buffer(5.05).difference(box(20, 30, 60, 42))),
            "work_area": geo(WORK),
            "working_height_m": 18,
            **PERIOD,
        },
        "parameters": {"walk_width_m": 1.2, "lane_width_m": 4.0},
    }
