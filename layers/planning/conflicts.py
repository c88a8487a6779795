"""Why nothing can be chosen: a smallest set of constraints that contradict each other, by name.

A set that contradicts itself shares a constraint with every set whose removal would make a choice
possible. So: take the fewest constraints that meet all such sets known so far; when they still
allow a choice, that choice breaks others, which are one more such set; when they do not, no
smaller contradiction exists (A. Ignatiev et al., Smallest MUS extraction, CP 2015).
"""

import time
from collections.abc import Sequence
from contextlib import suppress

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import coo_array, csr_array

from layers.planning.constraints import Ints, Row
from layers.planning.criteria import Floats


def conflicts(rows: Sequence[Row], count: int, seconds: float = 5.0) -> list[str]:
    """Names in the order of the rows. Empty when the rows allow a choice among `count`.

    When time runs out (three times `seconds` at the most) it answers a set that contradicts itself,
    though a smaller one may exist.
    """
    for row in rows:
        if _never_holds(row):
            return [row.name]
    until = time.monotonic() + seconds
    names = list(dict.fromkeys(row.name for row in rows))
    corrections: list[set[str]] = []
    while time.monotonic() < until:
        core = _fewest_meeting(corrections, names)
        try:
            broken = _broken(rows, count, core, until)
        except TimeoutError:
            break
        if broken is None:
            return [name for name in names if name in core]
        if not broken:
            return []
        corrections.append(broken)
    return _thinned(rows, count, names, 2 * seconds)


def _never_holds(row: Row) -> bool:
    most, least = (int(row.weights[chosen].sum()) for chosen in (row.weights > 0, row.weights < 0))
    over = row.high is not None and least > row.high
    return over or (row.low is not None and most < row.low)


def _fewest_meeting(sets: Sequence[set[str]], names: Sequence[str]) -> set[str]:
    if not sets:
        return set()
    table = np.array([[name in each for name in names] for each in sets], dtype=float)
    answer = milp(
        np.ones(len(names)),
        integrality=np.ones(len(names)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(table, 1, np.inf),
    )
    return {name for name, taken in zip(names, answer.x > 0.5, strict=True) if taken}


def _broken(rows: Sequence[Row], count: int, held: set[str], until: float) -> set[str] | None:
    """The fewest other constraints that a choice breaks which holds to `held`; None for none."""
    free = [name for name in dict.fromkeys(row.name for row in rows) if name not in held]
    column = {name: count + at for at, name in enumerate(free)}
    cost = np.concatenate([np.zeros(count), np.ones(len(free))])
    answer = milp(
        cost,
        integrality=np.ones(len(cost)),
        bounds=Bounds(0, 1),
        constraints=_elastic(rows, column, len(cost)),
        options={"time_limit": max(until - time.monotonic(), 0.5)},
    )
    if answer.status == _INFEASIBLE:
        return None
    if answer.x is None:
        raise TimeoutError
    chosen = answer.x[:count] > 0.5
    return {row.name for row in rows if row.name not in held and not row.holds(chosen)}


_INFEASIBLE = 2


def _elastic(rows: Sequence[Row], column: dict[str, int], width: int) -> LinearConstraint:
    """A row whose name has a column may be broken at the price of it."""
    data: list[Floats] = []
    across: list[Ints] = []
    high: list[float] = []
    down: list[Ints] = []
    for row in rows:
        weights = row.weights.astype(float)
        scale = float(np.abs(weights).max(initial=1.0))
        most, least = weights[weights > 0].sum(), weights[weights < 0].sum()
        for limit, sign, reach in ((row.high, 1.0, most), (row.low, -1.0, least)):
            if limit is None:
                continue
            give = max(sign * (reach - limit), 0.0) if row.name in column else 0.0
            extra = ([column[row.name]], [-give]) if give else ([], [])
            across.append(np.concatenate([row.at, np.array(extra[0], dtype=np.int64)]))
            data.append(np.concatenate([sign * weights, extra[1]]) / scale)
            down.append(np.full(len(across[-1]), len(high)))
            high.append(sign * limit / scale)
    entries = (np.concatenate(data), (np.concatenate(down), np.concatenate(across)))
    matrix = csr_array(coo_array(entries, shape=(len(high), width)))
    return LinearConstraint(matrix, -np.inf, high)


def _thinned(rows: Sequence[Row], count: int, names: Sequence[str], seconds: float) -> list[str]:
    """Takes away one after the other what the contradiction does not need, while there is time."""
    until = time.monotonic() + seconds
    kept = _burdened(rows, count) or list(names)
    for name in list(kept):
        fewer = [row for row in rows if row.name in kept and row.name != name]
        if not fewer or time.monotonic() > until:
            break
        with suppress(TimeoutError):
            if _broken(fewer, count, {row.name for row in fewer}, until) is None:
                kept.remove(name)
    return kept


def _burdened(rows: Sequence[Row], count: int) -> list[str]:
    """Those that contradict each other even when candidates may be chosen in part: the rows that
    bear a price where the least is broken. Empty where parts would do."""
    names = list(dict.fromkeys(row.name for row in rows))
    column = {name: count + at for at, name in enumerate(names)}
    limits = _elastic(rows, column, count + len(names))
    answer = linprog(
        np.concatenate([np.zeros(count), np.ones(len(names))]),
        A_ub=limits.A,
        b_ub=limits.ub,
        bounds=(0, 1),
        method="highs",
    )
    if answer.status != 0 or answer.fun < _PRICE:
        return []
    sided = [row.name for row in rows for limit in (row.high, row.low) if limit is not None]
    prices = zip(sided, answer.ineqlin.marginals, strict=True)
    priced = {name for name, price in prices if abs(price) > _PRICE}
    return [name for name in names if name in priced]


_PRICE = 1e-9
