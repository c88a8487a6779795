"""Who pays for it: money by source, planned >= committed >= received >= spent.

Four plans in ten are covered in full, and nine in ten of what is finished; the others have a gap.
Money is committed in the course of approval, received as the works begin, spent as they go on.
"""

import numpy as np
from numpy.random import Generator

from gis_service.demo.block import Block
from gis_service.demo.frames import Floats, Indices
from gis_service.demo.histories import Histories
from gis_service.demo.tables import Table
from gis_service.demo.works import Programme
from layers.ledgers.funding import Source
from layers.stages import Stage

# (source, how often it takes part, its weight where it does)
_SOURCES = (
    (Source.CENTRAL_GRANT, 0.95, 4.0),
    (Source.PROVINCIAL_GRANT, 0.8, 1.1),
    (Source.LOCAL_BUDGET, 0.95, 2.2),
    (Source.SPECIAL_BOND, 0.3, 2.0),
    (Source.POLICY_LOAN, 0.12, 1.5),
    (Source.PRIVATE_CAPITAL, 0.12, 0.6),
    (Source.RESIDENTS_DIRECT, 0.6, 0.35),
    (Source.RESIDENTS_FUND_USE, 0.25, 0.3),
    (Source.RESIDENTS_COMMON_INCOME, 0.12, 0.15),
    (Source.UTILITIES, 0.4, 0.7),
)
_COVERED_IN_FULL, _PAID_IN_FULL = 0.4, 0.9

# (least, most) share of the money planned that is committed, and of that, received.
_COMMITTED = {
    Stage.PLANNED: (0.35, 0.7),
    Stage.PUBLICISED: (0.45, 0.8),
    Stage.APPROVED: (0.6, 0.95),
    Stage.UNDER_WORKS: (0.8, 1.0),
    Stage.ACCEPTED: (0.95, 1.0),
    Stage.SATISFACTION_SURVEYED: (0.97, 1.0),
    Stage.MANAGED: (1.0, 1.0),
}
_RECEIVED = {
    Stage.PLANNED: (0.0, 0.1),
    Stage.PUBLICISED: (0.0, 0.25),
    Stage.APPROVED: (0.2, 0.5),
    Stage.UNDER_WORKS: (0.5, 0.9),
    Stage.ACCEPTED: (0.85, 0.97),
    Stage.SATISFACTION_SURVEYED: (0.9, 1.0),
    Stage.MANAGED: (0.95, 1.0),
}


def made_funding(block: Block, programme: Programme, abundance: float = 1.0) -> Table:
    rng, histories, count = block.rng, block.histories, len(block)
    is_planned = histories.reached(Stage.PLANNED) & (programme.total > 0)
    chance = np.array([c for _, c, _ in _SOURCES]) * abundance
    chosen = rng.random((count, len(_SOURCES))) < chance
    chosen[:, 0] = True
    weight = np.array([w for *_, w in _SOURCES]) * rng.lognormal(0, 0.3, chosen.shape)
    share = np.where(chosen, weight, 0.0)
    share /= share.sum(axis=1, keepdims=True)
    likely = np.where(histories.reached(Stage.ACCEPTED), _PAID_IN_FULL, _COVERED_IN_FULL)
    in_full = rng.random(count) < likely
    cover = np.where(in_full, 1.0, rng.uniform(0.7, 1.0, count))
    planned = np.ceil(share * (programme.total * cover)[:, None] / 100).astype(np.int64) * 100
    owner, source = np.nonzero(chosen & is_planned[:, None])
    amount = planned[owner, source]
    settled = in_full & histories.reached(Stage.UNDER_WORKS)
    committed = _part(np.where(settled, 1.0, _drawn(rng, histories, _COMMITTED))[owner], amount)
    received = _part(_drawn(rng, histories, _RECEIVED)[owner], committed)
    spent = _part((programme.done * rng.uniform(0.8, 0.98, count))[owner], received)
    # Bonds come a year late for one community in three.
    is_late = (source == 3) & (rng.random(len(owner)) < 0.33)
    return Table(
        "funding",
        {
            "id": block.numbers.take("funding", len(owner)),
            "community": block.id[owner],
            "year": histories.plan_year[owner] + is_late,
            "source": np.array([str(s) for s, *_ in _SOURCES])[source],
            "planned_cny": amount,
            "committed_cny": committed,
            "received_cny": received,
            "spent_cny": spent,
            "visibility": block.visibility(owner),
        },
    )


def _drawn(
    rng: Generator, histories: Histories, by_stage: dict[Stage, tuple[float, float]]
) -> Floats:
    """A share for each community, from the range of the furthest stage it has reached."""
    least, most = np.zeros(len(histories)), np.zeros(len(histories))
    for stage, (low, high) in by_stage.items():
        reached = histories.reached(stage)
        least[reached], most[reached] = low, high
    return rng.uniform(least, most)


def _part(share: Floats, whole: Indices) -> Indices:
    """That share of whole amounts, in full hundreds, never more than the whole."""
    return np.minimum(np.rint(share * whole / 100).astype(np.int64) * 100, whole)
