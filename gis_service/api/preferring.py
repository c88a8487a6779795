"""Content negotiation: what a client likes best of what there is (RFC 9110, 12.4.2)."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Offer = TypeVar("Offer", bound=str)


def preferred(
    header: str, offers: Iterable[Offer], matches: Callable[[str, str], bool]
) -> Offer | None:
    """The offer with the highest weight in `header`; the earlier offer wins a tie.

    `matches` says whether a range of the header covers an offer. None when nothing is acceptable.
    """
    ranges = [_weighed(part) for part in header.split(",") if part.strip()]
    best: Offer | None = None
    best_weight = 0.0
    for offer in offers:
        weight = max((w for pattern, w in ranges if matches(pattern, offer)), default=0.0)
        if weight > best_weight:
            best, best_weight = offer, weight
    return best


def _weighed(part: str) -> tuple[str, float]:
    """A range, with its parameters apart from the weight, and its weight."""
    pattern, *parameters = (piece.strip() for piece in part.split(";"))
    weight = next((p[2:] for p in parameters if p[:2].lower() == "q="), "1")
    kept = ";".join((pattern, *(p for p in parameters if p[:2].lower() != "q=")))
    try:
        return kept, float(weight)
    except ValueError:
        return kept, 0.0
