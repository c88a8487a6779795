"""Honest shares: an interval beside every share that comes from a sample."""

from math import sqrt

Z_95 = 1.959963984540054


def wilson(share: float, answers: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share seen in `answers` > 0 answers.

    Source: E. B. Wilson, JASA 22 (1927) 209-212, without continuity correction.
    """
    z2 = Z_95 * Z_95
    centre = (share + z2 / (2 * answers)) / (1 + z2 / answers)
    half = (
        Z_95
        * sqrt(share * (1 - share) / answers + z2 / (4 * answers * answers))
        / (1 + z2 / answers)
    )
    return max(0.0, centre - half), min(1.0, centre + half)
