"""What each renovation consists of, what it costs, and how much of it is done.

About 40,000 yuan a household, spread over a dozen usual items; the dear ones are the pipes, the
façades and the roofs. Works exist from the consultation on, and have dates from the approval on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from gis_service.demo.block import Block
from gis_service.demo.frames import Floats, Indices
from gis_service.demo.histories import Days, Histories
from gis_service.demo.tables import Table
from layers.ledgers.works import Matter, WorkCategory
from layers.stages import Stage

_C = WorkCategory


@dataclass(frozen=True, slots=True)
class Item:
    """A usual item: how often it is chosen, its weight in the budget, its part of the period."""

    category: WorkCategory
    title: str
    chance: float
    weight: float
    starts: float
    ends: float
    matter: Matter = Matter.ORDINARY


MENU = (
    Item(_C.DRAINAGE, "雨污分流改造", 0.95, 2.2, 0.0, 0.45),
    Item(_C.WATER, "供水管网更新", 0.7, 1.2, 0.05, 0.45),
    Item(_C.ROADS, "小区道路修复", 0.9, 1.4, 0.45, 0.85),
    Item(_C.FACADE, "外墙整治", 0.75, 2.4, 0.15, 0.8),
    Item(_C.ROOF, "屋面防水", 0.75, 1.6, 0.1, 0.6),
    Item(_C.WEAK_CURRENT, "弱电管线下地", 0.6, 0.7, 0.2, 0.6),
    Item(_C.FIRE, "消防设施完善", 0.6, 0.6, 0.3, 0.75),
    Item(_C.SECURITY, "安防监控", 0.55, 0.35, 0.6, 0.95),
    Item(_C.STAIRS, "楼道整修", 0.6, 0.8, 0.4, 0.9),
    Item(_C.LIGHTING, "路灯照明", 0.5, 0.3, 0.6, 0.9),
    Item(_C.GREENING, "绿化补植", 0.5, 0.5, 0.7, 1.0),
    Item(_C.PARKING, "停车位改造", 0.6, 0.6, 0.5, 0.9, Matter.COMMON_USE),
    Item(_C.CHARGING, "电动自行车充电桩", 0.6, 0.25, 0.7, 1.0, Matter.COMMON_USE),
    Item(_C.BARRIER_FREE, "无障碍坡道", 0.35, 0.2, 0.6, 0.9),
    Item(_C.ELDERLY_CARE, "养老服务站", 0.2, 0.8, 0.5, 1.0, Matter.COMMON_USE),
    Item(_C.LIFTS, "加装电梯", 0.1, 2.0, 0.3, 1.0, Matter.REBUILD),
)
_YUAN_A_HOUSEHOLD = 40_000
_PERIOD_D = (130, 240)


@dataclass(frozen=True, slots=True)
class Programme:
    """Works of many communities: `owner` is the community's place in its block.

    `total` yuan and the share `done` are of each community; so are the days in `begins` and `ends`
    of the works as a whole, NaT before the approval.
    """

    table: Table
    owner: Indices
    item: Indices
    total: Indices
    done: Floats
    begins: Days
    ends: Days

    def chosen(self, category: WorkCategory) -> Indices:
        """Rows of the table that are of that category."""
        [item] = [i for i, entry in enumerate(MENU) if entry.category is category]
        return np.flatnonzero(self.item == item)


def made_works(block: Block, abundance: float = 1.0) -> Programme:
    """`abundance` below 1 makes fewer items, for scales where rows count more than detail."""
    rng, histories, count = block.rng, block.histories, len(block)
    now = np.datetime64(block.today, "D")
    has_plan = histories.reached(Stage.CONSULTING) & ~histories.at(Stage.CANCELLED)
    chance = np.array([item.chance for item in MENU]) * abundance
    chosen = rng.random((count, len(MENU))) < chance
    chosen[:, 0] = True
    chosen &= has_plan[:, None]
    weight = np.array([item.weight for item in MENU]) * rng.lognormal(0, 0.25, chosen.shape)
    weight = np.where(chosen, weight, 0.0)
    wanted = block.households * _YUAN_A_HOUSEHOLD * rng.lognormal(0, 0.3, count)
    share = weight / np.maximum(weight.sum(axis=1, keepdims=True), 1e-9)
    budget = np.rint(share * wanted[:, None] / 100).astype(np.int64) * 100
    owner, item = np.nonzero(chosen)
    begins, length = _period(rng, histories)
    at = np.array([(i.starts, i.ends) for i in MENU])[item]
    starts, ends = (begins[owner] + _days(at[:, edge] * length[owner]) for edge in (0, 1))
    progress = _done(rng, histories, now, owner, starts, ends)
    total = budget.sum(axis=1)
    spent = np.bincount(owner, progress * budget[owner, item], minlength=count)
    table = Table(
        "works",
        {
            "id": block.numbers.take("works", len(owner)),
            "community": block.id[owner],
            "category": _of_menu([str(i.category) for i in MENU], item),
            "title": _of_menu([i.title for i in MENU], item),
            "matter": _of_menu([str(i.matter) for i in MENU], item),
            "budget_cny": budget[owner, item],
            "progress": progress,
            "starts": starts,
            "ends": ends,
            # While residents are asked, what is proposed stays inside.
            "visibility": block.visibility(owner, histories.reached(Stage.PLANNED)[owner]),
        },
    )
    done = spent / np.maximum(total, 1)
    return Programme(table, owner, item, total, done, begins, begins + length)


def _period(rng: Generator, histories: Histories) -> tuple[Days, Indices]:
    """First day of the works and their length in days, as planned or as they were."""
    begun, finished = histories.day(Stage.UNDER_WORKS), histories.day(Stage.ACCEPTED)
    length = rng.integers(*_PERIOD_D, size=len(begun))
    expected = histories.day(Stage.APPROVED) + rng.integers(20, 60, size=len(begun))
    first = np.where(np.isnat(begun), expected, begun)
    took = (finished - begun).astype(np.int64) - 3
    return first, np.where(np.isnat(finished), length, took)


def _done(
    rng: Generator,
    histories: Histories,
    now: np.datetime64,
    owner: Indices,
    starts: Days,
    ends: Days,
) -> Floats:
    """The share of each item that is done, at a pace of its own, until today or the standstill."""
    halt = np.where(np.isnat(histories.stopped), now, histories.stopped)[owner]
    elapsed = (halt - starts).astype(float) / np.maximum((ends - starts).astype(float), 1)
    done = np.clip(np.nan_to_num(elapsed) * rng.uniform(0.8, 1.15, len(owner)), 0, 1)
    done = np.where(histories.reached(Stage.UNDER_WORKS)[owner], done, 0.0)
    done = np.where(histories.reached(Stage.ACCEPTED)[owner], 1.0, done)
    return np.round(done, 2).astype(np.float64)


def _days(length: Floats) -> Indices:
    return np.rint(length).astype(np.int64)


def _of_menu(words: list[str], item: Indices) -> NDArray[np.str_]:
    return np.array(words)[item]
