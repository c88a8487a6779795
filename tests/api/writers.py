"""What tests of writing share: a place to write in, and features as clients send them."""

from collections.abc import Mapping
from typing import Any

import httpx
from shapely import affinity
from shapely.geometry import mapping

from layers import CATALOGUE
from layers.core.geometry import from_geojson

Json = dict[str, Any]
GEOJSON = {"Content-Type": "application/geo+json"}
PATCH = {"Content-Type": "application/merge-patch+json"}


def items(layer: str, id_: int | None = None) -> str:
    path = f"/api/collections/{layer}/items"
    return path if id_ is None else f"{path}/{id_}"


def body(layer: str, *, east: float = 0.0, **properties: Any) -> Json:
    """The layer's example as GeoJSON, shifted `east` degrees."""
    declared = CATALOGUE[layer]
    shape = None
    if declared.example_geometry is not None:
        shape = mapping(affinity.translate(from_geojson(dict(declared.example_geometry)), east))
    return {
        "type": "Feature",
        "geometry": shape,
        "properties": {**declared.example, **properties},
    }


def created(client: httpx.Client, layer: str, sent: Mapping[str, Any]) -> tuple[int, str]:
    """Its id and ETag."""
    answer = client.post(items(layer), json=sent, headers=GEOJSON)
    assert answer.status_code == 201, answer.text
    return answer.json()["id"], answer.headers["ETag"]


def codes(answer: httpx.Response) -> set[str]:
    return {problem["code"] for problem in answer.json()["problems"]}
