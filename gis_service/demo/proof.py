"""The evidence that stages stand on, column by column, where no community has a story of its own.

What `consent` and `conduct` tell row by row of the demo towns is made here for thousands: enough
for every gate that was passed to open again, save for the few whose evidence lapsed since.
"""

from collections.abc import Iterator
from hashlib import sha256

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from gis_service.demo.block import Block
from gis_service.demo.frames import Flags, Indices
from gis_service.demo.histories import Days
from gis_service.demo.tables import Table
from gis_service.demo.works import MENU, Programme
from layers.gates.acceptance import EXCLUSIVE
from layers.ledgers.acceptances import AcceptedPart
from layers.ledgers.comments import CommentOutcome
from layers.ledgers.decisions import DecisionResult
from layers.ledgers.inspections import CHECKS
from layers.ledgers.owner_organisations import ManagementMode, OrganisationKind
from layers.ledgers.works import Matter
from layers.stages import Stage

_POSTED_D, _VOTED_D, _VOTED_BEFORE_D = 8, 16, 2
_VALID_D = 1_500
_SHORT_D = 40
_DISSOLVED, _EXPIRED = 0.006, 0.01
"""Shares of communities whose evidence fell away after the gate that it had opened."""
_STEP = "主体施工"
_FAILED = 0.05
"""Of checks and acceptances, those that failed first and were repeated."""
_ANSWER_D = 3
_NONE = np.datetime64("NaT", "D")


def made_proof(rng: Generator, block: Block, works: Programme) -> Iterator[Table]:
    yield _organisations(rng, block)
    posted = _publicity(block)
    yield posted
    yield _comments(rng, block, posted)
    yield _decisions(rng, block, works)
    yield _inspections(rng, block, works)
    yield from _acceptances(rng, block, works)


def _organisations(rng: Generator, block: Block) -> Table:
    histories = block.histories
    is_planned = histories.reached(Stage.PLANNED)
    owner = np.flatnonzero(histories.reached(Stage.CONSULTING) & (is_planned | _some(rng, block)))
    # Of those that are still asked, every other may enter the next plan.
    decided = (is_planned | (block.id % 2 == 0))[owner]
    formed = histories.day(Stage.CONSULTING)[owner] + rng.integers(1, 20, len(owner))
    ended = decided & (rng.random(len(owner)) < _DISSOLVED)
    kinds = np.array([(kind.value, kind.label.zh) for kind in OrganisationKind])
    kind = rng.integers(0, len(kinds), len(owner))
    mode = rng.choice([each.value for each in ManagementMode], len(owner)).astype(object)
    mode[~decided] = None
    return Table(
        "owner_organisations",
        {
            "id": block.numbers.take("owner_organisations", len(owner)),
            "community": block.id[owner],
            "kind": kinds[kind, 0],
            "name": block.places.name[owner] + kinds[kind, 1].astype(object),
            "formed_on": formed,
            "formed_evidence": np.full(len(owner), "备案表(示例)"),
            "management_mode": mode,
            "management_standard": np.where(decided, "四级:保洁、绿化、秩序维护", ""),
            "fee_cny_m2_month": np.ma.masked_where(~decided, rng.integers(2, 9, len(owner)) / 10),
            "decided_on": np.where(decided, np.minimum(formed + 15, _today(block)), _NONE),
            "decided_evidence": np.where(decided, "业主大会决议(示例)", ""),
            "dissolved_on": np.where(ended, _today(block) - 30, _NONE),
            "visibility": block.visibility(owner),
        },
    )


def _some(rng: Generator, block: Block) -> Flags:
    """While residents are consulted, more than half have formed theirs."""
    return rng.random(len(block)) < 0.6


def _publicity(block: Block) -> Table:
    owner = np.flatnonzero(block.histories.reached(Stage.PUBLICISED))
    starts = block.histories.day(Stage.PUBLICISED)[owner]
    name = block.places.name[owner]
    snapshot = [f"{each}改造方案(示例):内容与预算见改造内容。" for each in name]
    return Table(
        "publicity",
        {
            "id": block.numbers.take("publicity", len(owner)),
            "community": block.id[owner],
            "title": name + "改造方案公示",
            "snapshot": snapshot,
            "snapshot_sha256": [sha256(each.encode()).hexdigest() for each in snapshot],
            "starts": starts,
            "ends": starts + _POSTED_D,
            "place": np.full(len(owner), "小区南门公告栏"),
            "visibility": block.visibility(owner),
        },
    )


def _comments(rng: Generator, block: Block, posted: Table) -> Table:
    """One on each posting, answered before owners agree; of others every third waits."""
    count = len(posted)
    day = posted["starts"] + rng.integers(1, 5, count)
    place = np.searchsorted(block.id, posted["community"])
    is_answered = block.histories.reached(Stage.APPROVED)[place] | (rng.random(count) < 0.67)
    outcome = np.full(count, CommentOutcome.ADOPTED.value, dtype=object)
    outcome[~is_answered] = None
    kept = np.flatnonzero(day < _today(block) - _ANSWER_D)
    return Table(
        "comments",
        {
            "id": block.numbers.take("comments", len(kept)),
            "publicity": posted["id"][kept],
            "text": np.full(len(kept), "希望增加停车位。"),
            "made_at": day[kept].astype("datetime64[s]") + np.timedelta64(12, "h"),
            "outcome": outcome[kept],
            "answer": np.where(is_answered[kept], "已在方案中增加车位。", ""),
            "answered_on": np.where(is_answered[kept], day[kept] + _ANSWER_D, _NONE),
            "name": np.full(len(kept), "某业主"),
            "visibility": block.visibility(place[kept], is_answered[kept]),
        },
    )


def _decisions(rng: Generator, block: Block, works: Programme) -> Table:
    """Votes that passed, by the graver threshold; those of communities yet to agree are open."""
    histories = block.histories
    owner = np.flatnonzero(histories.reached(Stage.PUBLICISED))
    is_passed = histories.reached(Stage.APPROVED)[owner]
    ends: Days = np.where(
        is_passed,
        histories.day(Stage.APPROVED)[owner] - _VOTED_BEFORE_D,
        _today(block) + rng.integers(4, 15, len(owner)),
    )
    owners = block.households[owner]
    area = np.round(block.places.library.floor_area_m2[block.places.plan[owner]], 1)
    took = np.where(is_passed, rng.uniform(0.78, 0.95, len(owner)), 0.0)
    favour = took * rng.uniform(0.82, 0.97, len(owner))
    ran_out = is_passed & (rng.random(len(owner)) < _EXPIRED)
    valid = np.where(ran_out, np.minimum(ends + _SHORT_D, _today(block) - 1), ends + _VALID_D)
    return Table(
        "decisions",
        {
            "id": block.numbers.take("decisions", len(owner)),
            "community": block.id[owner],
            "title": block.places.name[owner] + "改造方案",
            "matter": _matters(block, works)[owner],
            "starts": ends - _VOTED_D,
            "ends": ends,
            "owners_total": owners,
            "area_total_m2": area,
            "owners_took_part": np.ceil(owners * took).astype(np.int64),
            "area_took_part_m2": np.round(area * took, 1),
            # Rounded up, that a small community still passes by heads.
            "owners_in_favour": np.ceil(owners * favour).astype(np.int64),
            "area_in_favour_m2": np.round(area * favour, 1),
            "result": np.where(is_passed, DecisionResult.PASSED, DecisionResult.OPEN),
            "valid_until": np.where(is_passed, np.maximum(valid, ends), _NONE),
            "evidence": np.where(is_passed, "表决结果公告(示例)", ""),
            "visibility": block.visibility(owner, is_passed),
        },
    )


def _matters(block: Block, works: Programme) -> NDArray[np.str_]:
    """The gravest matter among the works of each community."""
    found = np.full(len(block), Matter.ORDINARY.value, dtype="U16")
    for matter in (Matter.COMMON_USE, Matter.REBUILD):
        items = [at for at, item in enumerate(MENU) if item.matter is matter]
        found[works.owner[np.isin(works.item, items)]] = matter.value
    return found


def _inspections(rng: Generator, block: Block, works: Programme) -> Table:
    """One step of each item that is done, passed by all three checks, some not at once."""
    rows = np.flatnonzero(works.table["progress"] >= 1)
    failed = rows[rng.random(len(rows)) < _FAILED]
    order = np.concatenate([np.tile(np.arange(len(CHECKS)), len(rows)), np.full(len(failed), -1)])
    work = np.concatenate([np.repeat(rows, len(CHECKS)), failed])
    kind = np.array([check.value for check in CHECKS])[np.maximum(order, 0)]
    starts = works.table["starts"][work]
    day = np.minimum(starts + 10, _today(block) - len(CHECKS))
    return Table(
        "inspections",
        {
            "id": block.numbers.take("inspections", len(work)),
            "work": works.table["id"][work],
            "kind": kind,
            "step": np.full(len(work), _STEP),
            "on": day + order,
            "passed": order >= 0,
            "findings": np.where(order >= 0, "", "局部空鼓,返工。"),
            "inspector": np.full(len(work), "示例检查人"),
            "visibility": block.visibility(works.owner[work]),
        },
    )


def _acceptances(rng: Generator, block: Block, works: Programme) -> Iterator[Table]:
    """The common parts as a whole, some the second time; and of works inside the homes, one
    householder's for each."""
    accepted = np.flatnonzero(block.histories.reached(Stage.ACCEPTED))
    failed = accepted[rng.random(len(accepted)) < _FAILED]
    common = np.concatenate([failed, accepted])
    inside = [at for at, item in enumerate(MENU) if item.category in EXCLUSIVE]
    is_inside = np.isin(works.item, inside) & block.histories.reached(Stage.ACCEPTED)[works.owner]
    homes = np.flatnonzero(is_inside)
    community = works.owner[homes]
    home: Indices = block.numbers.take("households", len(homes))
    yield Table(
        "households",
        {
            "id": home,
            "community": block.id[community],
            "room": np.full(len(homes), "1-1-101"),
            "area_m2": np.full(len(homes), 62.0),
            "owner_name": np.full(len(homes), "某业主"),
            "visibility": np.full(len(homes), "draft"),
        },
    )
    owner = np.concatenate([common, community])
    is_common = np.arange(len(owner)) < len(common)
    is_failed = np.arange(len(owner)) < len(failed)
    none = np.zeros(len(common), dtype=np.int64)
    yield Table(
        "acceptances",
        {
            "id": block.numbers.take("acceptances", len(owner)),
            "community": block.id[owner],
            "work": np.ma.masked_equal(np.concatenate([none, works.table["id"][homes]]), 0),
            "part": np.where(is_common, AcceptedPart.COMMON, AcceptedPart.EXCLUSIVE),
            "on": block.histories.day(Stage.ACCEPTED)[owner]
            - np.where(is_common & ~is_failed, 0, 6),
            "passed": ~is_failed,
            "findings": np.where(is_failed, "雨水口坡度不足,已整改。", ""),
            "lead": np.where(is_common, block.places.street_name[owner] + "办事处", "建设单位"),
            "evidence": np.full(len(owner), "验收单(示例)"),
            "household": np.ma.masked_equal(np.concatenate([none, home]), 0),
            "visibility": block.visibility(owner),
        },
    )


def _today(block: Block) -> np.datetime64:
    return np.datetime64(block.today, "D")
