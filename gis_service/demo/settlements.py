"""Tables of the communities themselves, of their buildings and of the stages they went through."""

import numpy as np
import shapely
from numpy.random import Generator
from numpy.typing import NDArray

from gis_service.demo.block import Block
from gis_service.demo.frames import Floats, Indices
from gis_service.demo.histories import STEPS, Days
from gis_service.demo.tables import Table
from layers.stages import Stage

SOURCE = "示例数据(made demo data)"
_PREFERENCES = {
    "willingness": (8.0, 2.0, "入户调查(示例)"),
    "participation": (5.0, 3.0, "社区台账(示例)"),
    "self_demolition": (3.0, 3.0, "城管拆违台账(示例)"),
    "willingness_to_pay": (2.0, 4.0, "出资意愿书(示例)"),
}
_KNOWN = 0.8
_EVIDENCE = {
    Stage.SURVEYED: "摸底登记表",
    Stage.RESERVE: "纳入储备库通知",
    Stage.CONSULTING: "入户征询记录",
    Stage.PLANNED: "年度改造计划;业主组织备案表;后续管理决议",
    Stage.PUBLICISED: "改造方案公示照片",
    Stage.APPROVED: "业主表决结果公告",
    Stage.UNDER_WORKS: "开工报告",
    Stage.ACCEPTED: "竣工验收单",
    Stage.SATISFACTION_SURVEYED: "满意度调查汇总表",
    Stage.MANAGED: "物业服务合同",
}
_STOPS = {
    Stage.SUSPENDED: "地下管线与图纸不符,重新勘探。",
    Stage.CANCELLED: "列入片区征收范围,取消改造。",
}
_NINE_IN_CHINA_IN_UTC = np.timedelta64(1, "h")


def communities(block: Block) -> Table:
    places, library, plan = block.places, block.places.library, block.places.plan
    plots = places.frames.placed(library.plot[plan], np.arange(len(block)))
    shapes = np.asarray(shapely.multipolygons(plots[:, None]), dtype=object)
    shapes[~block.has_boundary] = None
    year = block.histories.plan_year
    known_counts = block.histories.reached(Stage.RESERVE)
    return Table(
        "communities",
        {
            "id": block.id,
            "geometry": shapes,
            "code": places.code,
            "name": places.name,
            "division": places.street,
            "address": places.address,
            "built_year": block.built_year,
            "buildings": library.slabs[plan],
            "households": block.households,
            "floor_area_m2": np.round(library.floor_area_m2[plan], 1),
            "elderly_share": np.round(block.rng.beta(6, 14, len(block)), 2),
            "safety_findings": np.ma.masked_where(~known_counts, block.rng.poisson(3, len(block))),
            "missing_facilities": np.ma.masked_where(
                ~known_counts, block.rng.poisson(4, len(block))
            ),
            "plan_year": np.ma.masked_equal(year, 0),
            **_preferences(block),
            "made": np.ones(len(block), dtype=bool),
            "source": np.full(len(block), SOURCE),
            "visibility": block.visibility(np.arange(len(block))),
        },
    )


def _preferences(block: Block) -> dict[str, Floats | Days]:
    """The four preferences of N(四), each with its day and source, where someone has asked."""
    columns: dict[str, Floats | Days] = {}
    asked = block.histories.reached(Stage.RESERVE)
    day = np.where(asked, block.histories.day(Stage.RESERVE), np.datetime64("NaT", "D"))
    for name, (alpha, beta, source) in _PREFERENCES.items():
        known = asked & (block.rng.random(len(block)) < _KNOWN)
        share = np.round(block.rng.beta(alpha, beta, len(block)), 2)
        columns[name] = np.ma.masked_where(~known, share)
        columns[f"{name}_on"] = np.where(known, day, np.datetime64("NaT", "D"))
        columns[f"{name}_source"] = np.where(known, source, "")
    return columns


def buildings(block: Block) -> Table:
    """Buildings of every community with a boundary, those of one community in sequence."""
    stock = block.places.library.buildings
    surveyed = np.flatnonzero(block.has_boundary)
    within, kind = stock.of(block.places.plan[surveyed])
    owner = surveyed[within]
    lived_in = stock.units[kind] > 0
    return Table(
        "buildings",
        {
            "id": block.numbers.take("buildings", len(owner)),
            "geometry": block.places.frames.placed(stock.shape[kind], owner),
            "community": block.id[owner],
            "number": stock.number[kind],
            "use": stock.use[kind],
            "floors": stock.floors[kind],
            "height_m": stock.height_m[kind],
            "units": stock.units[kind],
            "households": stock.households[kind],
            "built_year": block.built_year[owner] + _years_after(block.rng, lived_in),
            "occupied": lived_in,
            "visibility": block.visibility(owner),
        },
    )


def _years_after(rng: Generator, lived_in: NDArray[np.bool_]) -> Indices:
    """Sheds came in the nineties' boom of motorcycles, years after the slabs."""
    return np.where(lived_in, rng.integers(0, 2, len(lived_in)), rng.integers(2, 9, len(lived_in)))


def stage_changes(block: Block) -> Table:
    histories = block.histories
    owner, step = np.nonzero(~np.isnat(histories.on))
    halted = np.flatnonzero(~np.isnat(histories.stopped))
    evidence = np.array([_EVIDENCE[stage] for stage in STEPS])
    stage = np.concatenate(
        [np.array([str(s) for s in STEPS])[step], histories.stage[halted].astype(str)]
    )
    day = np.concatenate([histories.on[owner, step], histories.stopped[halted]])
    who = np.concatenate([owner, halted])
    order = np.lexsort((day, who))
    reason = np.array([_STOPS[s] for s in histories.stage[halted]], dtype=object)
    return Table(
        "stage_changes",
        {
            "id": block.numbers.take("stage_changes", len(who)),
            "community": block.id[who][order],
            "stage": stage[order],
            "at": (day.astype("datetime64[s]") + _NINE_IN_CHINA_IN_UTC)[order],
            "reason": np.concatenate([np.full(len(owner), "", object), reason])[order],
            "evidence": np.concatenate([evidence[step], np.full(len(halted), "停工(取消)通知书")])[
                order
            ],
            "by": np.full(len(who), "街道经办"),
            "visibility": block.visibility(who[order]),
        },
    )
