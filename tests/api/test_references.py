"""Coordinates in each reference system, in its own axis order, against pyproj."""

import numpy as np
import pytest
import shapely
from httpx import Client
from pyproj import CRS, Transformer
from shapely.geometry import shape

from gis_service.store.references import REFERENCES
from layers.core.layer import Layer
from tests.api.layers import each_drawn

pytestmark = pytest.mark.usefixtures("ids")
# PROJ itself gives the coordinates in the order that the definition of the system has.
TRANSFORMERS = {
    uri: Transformer.from_crs(
        CRS.from_user_input("OGC:CRS84"), CRS.from_user_input(uri), always_xy=False
    )
    for uri in REFERENCES
}


@each_drawn
@pytest.mark.parametrize("uri", REFERENCES)
def test_coordinates_are_those_of_proj(client: Client, layer: Layer, uri: str) -> None:
    here = f"/api/collections/{layer.name}/items"
    [plain] = client.get(here).json()["features"]
    [moved] = client.get(here, params={"crs": uri}).json()["features"]
    wanted = shapely.transform(
        shape(plain["geometry"]),
        lambda xy: np.column_stack(TRANSFORMERS[uri].transform(xy[:, 0], xy[:, 1])),
    )
    tolerance = 2e-7 if CRS.from_user_input(uri).is_geographic else 0.02
    assert shape(moved["geometry"]).equals_exact(wanted, tolerance)


@each_drawn
@pytest.mark.parametrize("uri", REFERENCES)
def test_a_box_in_any_reference_finds_what_is_in_it(client: Client, layer: Layer, uri: str) -> None:
    here = f"/api/collections/{layer.name}/items"
    [moved] = client.get(here, params={"crs": uri}).json()["features"]
    a, b, c, d = shape(moved["geometry"]).bounds
    margin = 1e-5 if CRS.from_user_input(uri).is_geographic else 1.0
    around = f"{a - margin},{b - margin},{c + margin},{d + margin}"
    beside = f"{c + margin},{d + margin},{c + 2 * margin},{d + 2 * margin}"
    found = client.get(here, params={"bbox": around, "bbox-crs": uri}).json()
    assert found["numberReturned"] == 1
    found = client.get(here, params={"bbox": beside, "bbox-crs": uri}).json()
    assert found["numberReturned"] == 0


def test_a_box_that_has_no_ground_is_400(client: Client) -> None:
    answer = client.get(
        "/api/collections/buildings/items",
        params={
            "bbox": "1e20,1e20,2e20,2e20",
            "bbox-crs": "http://www.opengis.net/def/crs/EPSG/0/4548",
        },
    )
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["field"] == "bbox"
