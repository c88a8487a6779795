"""Weights: how much each criterion counts. Only their proportions matter."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from layers.core.rules import Problem
from layers.core.text import Text
from layers.planning.criteria import CODES, CRITERIA, Floats, Group


@dataclass(frozen=True, slots=True)
class WeightSet:
    """A named set that comes with the platform; people save sets of their own beside it."""

    name: str
    title: Text
    weights: Mapping[str, float]


BUREAU = WeightSet(
    "bureau",
    Text("住建部门默认", "Bureau default"),
    {
        "willingness": 0.20,
        "participation": 0.10,
        "self_demolition": 0.15,
        "willingness_to_pay": 0.15,
        "age": 0.10,
        "safety": 0.10,
        "facilities": 0.07,
        "households": 0.05,
        "elderly": 0.05,
        "reports": 0.03,
    },
)
"""The platform's default, not law: the four preferences of N(四) bear six tenths."""

EQUAL = WeightSet("equal", Text("等权", "Equal"), dict.fromkeys(CODES, 1.0))
PREFERENCES = WeightSet(
    "preferences",
    Text("只看四项优先条件", "The four preferences alone"),
    {each.code: float(each.group is Group.PREFERENCE) for each in CRITERIA},
)

SETS: Mapping[str, WeightSet] = {each.name: each for each in (BUREAU, EQUAL, PREFERENCES)}


def problems(weights: Mapping[str, float]) -> Iterator[Problem]:
    """An unknown criterion, a weight that is none, nothing but zeros."""
    for code, weight in weights.items():
        field = f"weights.{code}"
        if code not in CODES:
            said = Text(f"没有准则“{code}”。", f"There is no criterion '{code}'.")
            yield Problem("criterion.unknown", said, field)
        elif not math.isfinite(weight) or weight < 0:
            said = Text("{title}:权重应为不小于零的数。", "{title}: a weight is zero or more.")
            yield Problem("weight.bad", said.format(title=_TITLES[code]), field)
    if not any(weights.values()):
        said = Text("至少一项权重大于零。", "At least one weight is more than zero.")
        yield Problem("weights.zero", said, "weights")


_TITLES = {each.code: each.title for each in CRITERIA}


def vector(weights: Mapping[str, float]) -> Floats:
    """The weights in the order of the criteria, summing to 1; what is not named counts nothing.

    Raises ValueError where there are `problems`.
    """
    for problem in problems(weights):
        raise ValueError(problem.message.en)
    given = np.array([float(weights.get(code, 0.0)) for code in CODES])
    # Scaled first: what is tiny or huge neither vanishes nor overflows in the sum.
    scaled: Floats = given / given.max()
    shares: Floats = scaled / scaled.sum()
    return shares
