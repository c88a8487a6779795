"""What anyone may send to a layer without an account, and follow by a code that only they have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reopening:
    """How a sender says that it is not settled: the status they find and leave, the attributes
    that keep the moment and their words."""

    status: str
    closed: str
    open: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Submission:
    """The way into a layer for those who have no account.

    Such a row is internal until somebody who keeps the layer publishes it. The sender fills in
    `gives` and nothing else, and may add a picture, which the attribute `picture` names; the
    service writes the moment `at`, and in the private attribute `code` the SHA-256 of the sender's
    code. By the code one reads `told`, published or not.
    A point without an `owner` given belongs to the nearest public one within `reach_m` metres.
    """

    gives: tuple[str, ...]
    picture: str
    at: str
    code: str
    told: tuple[str, ...]
    reach_m: float
    reopening: Reopening
