"""GEOS divides by zero on its way over parallel edges, and minds it itself.

The processor's flag stays up, and NumPy would warn of it wherever shapely is called.
"""

import numpy as np


def quiet() -> np.errstate:
    return np.errstate(divide="ignore", invalid="ignore")
