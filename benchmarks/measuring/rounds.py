"""Ways to do the same thing, measured in turns."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measuring.processors import Watch


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing it. `run` does it `times` times; `before` prepares a round, unmeasured."""

    name: str
    run: Callable[[], object]
    times: int = 1
    before: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians for doing it once: seconds, and seconds of processor of each program watched."""

    name: str
    seconds: float
    processor: dict[str, float]


def measured(ways: Sequence[Way], watch: Watch, rounds: int = 5) -> list[Cost]:
    """Each way once to warm up, then `rounds` times, one after the other in every round."""
    for way in ways:
        _round(way, watch)
    found = [[_round(way, watch) for way in ways] for _ in range(rounds)]
    return [_middle(way, costs) for way, costs in zip(ways, zip(*found, strict=True), strict=True)]


def _round(way: Way, watch: Watch) -> Cost:
    if way.before:
        way.before()
    gc.collect()
    before, start = watch.seconds(), time.perf_counter()
    way.run()
    taken, after = time.perf_counter() - start, watch.seconds()
    spent = {name: (after[name] - before[name]) / way.times for name in after}
    return Cost(way.name, taken / way.times, spent)


def _middle(way: Way, costs: Sequence[Cost]) -> Cost:
    return Cost(
        way.name,
        median(cost.seconds for cost in costs),
        {name: median(c.processor[name] for c in costs) for name in costs[0].processor},
    )
