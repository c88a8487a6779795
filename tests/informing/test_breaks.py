from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gis_service.informing.breaks import natural_breaks

COUNTS = st.dictionaries(st.integers(0, 100), st.integers(1, 5000), min_size=5, max_size=9)


def spread(values: list[float], often: list[int], bounds: list[float]) -> float:
    """Sum of squared distances from the means of the classes that `bounds` make."""
    classes = np.searchsorted(bounds, values)
    each = [np.repeat(values, often)[np.repeat(classes, often) == c] for c in set(classes)]
    return float(sum(((one - one.mean()) ** 2).sum() for one in each))


@given(COUNTS)
def test_no_other_classes_lie_closer_about_their_means(counts: dict[int, int]) -> None:
    values = [number / 100 for number in sorted(counts)]
    often = [counts[number] for number in sorted(counts)]
    found = natural_breaks(values, often, 4)
    best = min(spread(values, often, list(bounds)) for bounds in combinations(values[:-1], 3))
    assert spread(values, often, found) <= best + 1e-6


def test_values_in_heaps_are_parted_between_the_heaps() -> None:
    values = [0.0, 0.01, 0.02, 0.4, 0.41, 0.9, 0.92]
    assert natural_breaks(values, [9, 1, 9, 5, 5, 30, 1], 3) == [0.02, 0.41]
