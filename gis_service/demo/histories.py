"""How far each renovation has come, and when it took each step, seen from the day of loading.

Stages are dealt out in fixed shares, so that even sixty communities show every one of them; the
days between two stages are drawn, backwards from today.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from gis_service.demo.frames import Indices
from layers.stages import Stage

Days = NDArray[np.datetime64]

# The steps in order, with the days (least, most) from the step before.
PATH: dict[Stage, tuple[int, int]] = {
    Stage.SURVEYED: (0, 1),
    Stage.RESERVE: (60, 200),
    Stage.CONSULTING: (60, 300),
    Stage.PLANNED: (40, 120),
    Stage.PUBLICISED: (20, 90),
    Stage.APPROVED: (20, 60),
    Stage.UNDER_WORKS: (15, 60),
    Stage.ACCEPTED: (120, 260),
    Stage.SATISFACTION_SURVEYED: (15, 50),
    Stage.MANAGED: (20, 60),
}
STEPS = tuple(PATH)

# The share of communities at each step today, and for how many days they have been (least, most).
_TODAY: dict[Stage, tuple[float, tuple[int, int]]] = {
    Stage.SURVEYED: (0.10, (5, 400)),
    Stage.RESERVE: (0.12, (5, 400)),
    Stage.CONSULTING: (0.09, (5, 120)),
    Stage.PLANNED: (0.08, (5, 90)),
    Stage.PUBLICISED: (0.06, (2, 40)),
    Stage.APPROVED: (0.05, (3, 50)),
    Stage.UNDER_WORKS: (0.20, (10, 190)),
    Stage.SUSPENDED: (0.02, (40, 160)),
    Stage.ACCEPTED: (0.06, (3, 40)),
    Stage.SATISFACTION_SURVEYED: (0.04, (3, 45)),
    Stage.MANAGED: (0.16, (10, 1500)),
    Stage.CANCELLED: (0.02, (20, 400)),
}
_SUSPENDED_AFTER = (12, 38)


@dataclass(frozen=True, slots=True)
class Histories:
    """`step` is the furthest step of `STEPS` reached; `on` (n, steps) its days, or NaT.

    `stopped` is the day of a suspension or cancellation that still holds, or NaT; `plan_year` is 0
    where there is none.
    """

    stage: NDArray[np.object_]
    step: Indices
    on: Days
    stopped: Days
    plan_year: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.step)

    def reached(self, stage: Stage) -> NDArray[np.bool_]:
        return self.step >= STEPS.index(stage)

    def day(self, stage: Stage) -> Days:
        return self.on[:, STEPS.index(stage)]

    def days(self, which: int) -> dict[Stage, date]:
        """The steps that one community has taken, each with its day."""
        reached = self.on[which][: self.step[which] + 1]
        return dict(zip(STEPS, reached.astype(object), strict=False))

    def at(self, *stages: Stage) -> NDArray[np.bool_]:
        """Which communities stand at one of the stages today."""
        return np.isin(self.stage.astype(str), [stage.value for stage in stages])


def made_histories(rng: Generator, count: int, today: date) -> Histories:
    stages = np.array(list(_TODAY), dtype=object)
    shares = np.array([share for share, _ in _TODAY.values()])
    bins = np.searchsorted(np.cumsum(shares / shares.sum()), (np.arange(count) + 0.5) / count)
    which = rng.permutation(np.minimum(bins, len(stages) - 1))
    least, most = np.array([days for _, days in _TODAY.values()])[which].T
    since = rng.integers(least, most + 1)
    step = np.array([_step_of(stage) for stage in stages])[which]
    on = _walked_back(rng, step, np.datetime64(today, "D") - since)
    stage = stages[which]
    halted = np.isin(which, [list(_TODAY).index(s) for s in (Stage.SUSPENDED, Stage.CANCELLED)])
    pause = rng.integers(*_SUSPENDED_AFTER, size=count)
    stopped = np.where(halted, on[np.arange(count), step] + pause, np.datetime64("NaT", "D"))
    stopped = np.minimum(stopped, np.datetime64(today, "D") - 1)
    years = _plan_years(rng, step, on, today)
    return Histories(stage, step, on, stopped, np.where(stage == Stage.CANCELLED, 0, years))


def _step_of(stage: Stage) -> int:
    """The last step of the path that a community at `stage` has taken."""
    by_way = {Stage.SUSPENDED: Stage.UNDER_WORKS, Stage.CANCELLED: Stage.CONSULTING}
    return STEPS.index(by_way.get(stage, stage))


def _walked_back(rng: Generator, step: Indices, last: Days) -> Days:
    """Days of all steps up to `step`, the last of them on `last`."""
    least, most = np.array(list(PATH.values())).T
    gaps = rng.integers(least, most + 1, size=(len(step), len(STEPS)))
    # A step's gap lies before it: what is left to walk is the sum of the gaps after it.
    numbers = np.arange(len(STEPS))
    walked = np.where(numbers[None, :] <= step[:, None], gaps, 0)
    left = np.cumsum(walked[:, ::-1], axis=1)[:, ::-1] - walked
    days = last[:, None] - left
    return np.where(numbers[None, :] <= step[:, None], days, np.datetime64("NaT", "D"))


def _plan_years(rng: Generator, step: Indices, on: Days, today: date) -> NDArray[np.int64]:
    """The year of the works; where they have not begun, the year they are planned for, or 0."""
    begun = on[:, STEPS.index(Stage.UNDER_WORKS)]
    year = begun.astype("datetime64[Y]").astype(np.int64) + 1970
    this_year, next_year = today.year, today.year + 1
    soon = np.where(step >= STEPS.index(Stage.PUBLICISED), this_year, next_year)
    soon = soon if today.month < 10 else np.full(len(step), next_year)
    hoped = np.where(rng.random(len(step)) < 0.5, next_year, 0)
    return np.select(
        [~np.isnat(begun), step >= STEPS.index(Stage.PLANNED), step >= 1], [year, soon, hoped], 0
    )
