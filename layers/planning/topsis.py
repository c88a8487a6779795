"""A second view: TOPSIS, how near a community is to the ideal and how far from its opposite.

C.-L. Hwang & K. Yoon, Multiple Attribute Decision Making (1981). The ideal is the best end of each
absolute scale, not the best of those looked at: so this view, too, knows no rank reversal.
"""

import numpy as np

from layers.planning.criteria import Floats
from layers.planning.scoring import MIDDLE


def closeness(utilities: Floats, weights: Floats) -> Floats:
    """1 is the ideal in every criterion, 0 the opposite. Arrays as in `scoring.score`."""
    known = np.where(np.isnan(utilities), MIDDLE, utilities)
    to_ideal = np.sqrt((((1 - known) * weights) ** 2).sum(axis=1))
    from_worst = np.sqrt(((known * weights) ** 2).sum(axis=1))
    share: Floats = from_worst / (to_ideal + from_worst)
    return share
