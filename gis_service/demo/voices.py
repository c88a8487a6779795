"""How residents have their say before the works, and what was learned from others."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from gis_service.demo.block import Block
from gis_service.demo.frames import Floats, Indices
from gis_service.demo.tables import Table
from gis_service.demo.works import MENU, Programme
from layers.ledgers.design_visits import Profession
from layers.ledgers.wishes import WishChannel
from layers.stages import Stage

_ASKED_TOO = 0.2
"""Items of the menu that residents were asked about and that did not become works."""
_POLL_D, _VISIT_D = (4, 18), (20, 36)
_FIRMS = ("示例建筑设计院", "示例市政设计公司", "示例园林设计公司")
_OUTCOMES = (
    "停车位改到二号楼北侧,保留老樟树。",
    "雨污分流列为第一项,化粪池一并清理。",
    "单元门坡道加扶手,车棚加装充电与喷淋。",
    "外墙采用米黄色,空调外机统一加罩。",
)
_PLACES = ("小区东门广场", "社区议事厅", "一号楼前")
_TAKEN_UP = 0.25

# (practice, where from, what is done, what came of it)
_PRACTICES = (
    (
        "楼栋长包片联系",
        "示例市城东区某社区",
        "每栋推选楼栋长,收集意见,监督施工。",
        "意见三日内答复,投诉减少三成。",
    ),
    (
        "施工日历上墙",
        "示例市老城区某小区",
        "每周一公布本周施工部位、停水停电时间。",
        "停水停电来电咨询减少一半。",
    ),
    ("样板段先行", "示例县某街道", "先做一个单元,居民看过再全面铺开。", "返工减少。"),
    ("改管同步", "示例市住建部门", "雨污、供水、弱电一次开挖。", "道路只挖一次。"),
)


def made_voices(
    rng: Generator, block: Block, works: Programme, abundance: float = 1.0
) -> Iterator[Table]:
    """`abundance` below 1 polls fewer items, for scales where rows count more than detail."""
    yield _wishes(rng, block, works, abundance)
    yield _visits(rng, block)
    yield _practices(rng, block)


def _wishes(rng: Generator, block: Block, works: Programme, abundance: float) -> Table:
    """A poll by item: what became works was wanted by most, what did not by few."""
    asked_from = block.histories.day(Stage.CONSULTING) + _POLL_D[0]
    ends = block.histories.day(Stage.CONSULTING) + _POLL_D[1]
    is_over = ends <= np.datetime64(block.today, "D")
    chosen = np.zeros((len(block), len(MENU)), dtype=bool)
    chosen[works.owner, works.item] = True
    likely = np.where(chosen, 1.0, _ASKED_TOO) * abundance
    polled = (rng.random(chosen.shape) < likely) & is_over[:, None]
    owner, item = np.nonzero(polled)
    asked = np.maximum(np.rint(block.households * rng.uniform(0.6, 0.95, len(block))), 5)
    share: Floats = np.where(
        chosen[owner, item],
        rng.uniform(0.55, 0.95, len(owner)),
        rng.uniform(0.05, 0.4, len(owner)),
    )
    channels = np.array([channel.value for channel in WishChannel])
    return Table(
        "wishes",
        {
            "id": block.numbers.take("wishes", len(owner)),
            "community": block.id[owner],
            "category": np.array([each.category.value for each in MENU])[item],
            "channel": rng.choice(channels, len(block))[owner],
            "starts": asked_from[owner],
            "ends": ends[owner],
            "households_asked": asked[owner].astype(np.int64),
            "households_wanting": np.rint(asked[owner] * share).astype(np.int64),
            "evidence": np.full(len(owner), "征询汇总表(示例)"),
            "visibility": block.visibility(owner),
        },
    )


def _visits(rng: Generator, block: Block) -> Table:
    """One or two between the poll and the plan that is posted."""
    planned = np.flatnonzero(block.histories.reached(Stage.PLANNED))
    owner: Indices = np.repeat(planned, rng.integers(1, 3, len(planned)))
    professions = np.array([profession.value for profession in Profession])
    return Table(
        "design_visits",
        {
            "id": block.numbers.take("design_visits", len(owner)),
            "community": block.id[owner],
            "on": block.histories.day(Stage.CONSULTING)[owner]
            + rng.integers(*_VISIT_D, len(owner)),
            "profession": rng.choice(professions, len(owner)),
            "firm": rng.choice(_FIRMS, len(owner)),
            "place": rng.choice(_PLACES, len(owner)),
            "residents": rng.integers(8, 70, len(owner)),
            "outcome": rng.choice(_OUTCOMES, len(owner)),
            "name": np.full(len(owner), "某设计师"),
            "visibility": block.visibility(owner),
        },
    )


def _practices(rng: Generator, block: Block) -> Table:
    begun = block.histories.reached(Stage.UNDER_WORKS)
    owner = np.flatnonzero(begun & (rng.random(len(block)) < _TAKEN_UP))
    kind = rng.integers(0, len(_PRACTICES), len(owner))
    title, origin, learned, result = np.array(_PRACTICES).T
    return Table(
        "practices",
        {
            "id": block.numbers.take("practices", len(owner)),
            "community": block.id[owner],
            "title": title[kind],
            "origin": origin[kind],
            "learned": learned[kind],
            "adopted_on": block.histories.day(Stage.UNDER_WORKS)[owner],
            "result": result[kind],
            "visibility": block.visibility(owner),
        },
    )
