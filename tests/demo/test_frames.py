import numpy as np
import pytest
import shapely

from gis_service.demo.frames import Frames
from layers.core.geometry import in_metres


@pytest.mark.parametrize(("longitude", "latitude"), [(114.92, 28.23), (110.0, 18.5), (122.5, 53.0)])
def test_a_plan_keeps_its_size_and_shape_anywhere_in_china(
    longitude: float, latitude: float
) -> None:
    """Lengths in the 3-degree zone carry its scale (up to 1.4e-4 half a zone out): take it off."""
    plan = shapely.box(-150, -150, 150, 150)
    frames = Frames(np.array([[longitude, latitude]]), np.array([0.1]), np.zeros((1, 2)))
    [placed] = frames.placed(np.array([plan], dtype=object), np.array([0]))
    corners = shapely.get_coordinates(in_metres(placed))[:4]
    wanted = shapely.get_coordinates(plan)[:4]
    distances = [np.hypot(*(c[None] - c[:, None]).transpose(2, 0, 1)) for c in (corners, wanted)]
    scale = distances[0].sum() / distances[1].sum()
    assert abs(scale - 1) < 2e-4
    assert np.abs(distances[0] / scale - distances[1]).max() < 0.01
