import numpy as np
from fast_geocn import coord
from hypothesis import given
from hypothesis import strategies as st

from gis_service.files.gcj02 import (
    bd09_from_gcj02,
    gcj02_from_true,
    true_from_bd09,
    true_from_gcj02,
)

METRES_A_DEGREE = 111_320

places = st.tuples(st.floats(74, 135), st.floats(18, 53)).map(lambda xy: np.array([xy]))


def metres_apart(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.abs(a - b).max() * METRES_A_DEGREE)


@given(places)
def test_gcj02_is_the_published_formula(xy: np.ndarray) -> None:
    assert metres_apart(gcj02_from_true(xy), np.array([coord.wgs84_to_gcj02(*xy[0])])) < 1e-6


def test_bd09_is_the_published_formula() -> None:
    # The example that the formula is usually published with: the centre of Beijing.
    found = bd09_from_gcj02(np.array([[116.404, 39.915]]))
    assert metres_apart(found, np.array([[116.41036949371029, 39.92133699351021]])) < 1e-6


@given(places)
def test_both_are_inverted_to_less_than_a_millimetre(xy: np.ndarray) -> None:
    gcj02 = gcj02_from_true(xy)
    assert metres_apart(true_from_gcj02(gcj02), xy) < 0.001
    assert metres_apart(true_from_bd09(bd09_from_gcj02(gcj02)), xy) < 0.001


def test_the_shift_in_jiangxi_is_what_the_domain_says() -> None:
    xy = np.array([[115.89, 28.68]])
    east, north = (gcj02_from_true(xy) - xy)[0] * METRES_A_DEGREE
    assert 550 < np.hypot(east * np.cos(np.radians(28.68)), north) < 660
