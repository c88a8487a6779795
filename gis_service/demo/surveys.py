"""What residents answer once works are accepted: rounds of a survey, answers, and their remarks."""

from collections.abc import Iterator
from itertools import cycle

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from gis_service.demo.block import Block
from gis_service.demo.frames import Indices
from gis_service.demo.histories import Days
from gis_service.demo.tables import Table
from layers.ledgers.surveys import SurveyChannel
from layers.stages import Stage

_CHANNELS = np.array([channel.value for channel in SurveyChannel])
_OFTEN = (0.55, 0.2, 0.15, 0.1)
_FEW = 3
_REMARKED = 0.12
_ANSWERED_AFTER_D = 10
_SATISFIED = (0.85, 0.97)
_REACHED = (0.55, 0.9)
"""Of the households that a round asks, those that answer it (least, most)."""

# (remark, what became of it, why)
_REMARKS = (
    ("路灯太暗,晚上不好走。", "adopted", "已加装路灯 6 盏。"),
    ("希望多一些晾衣架。", "adopted", "已在绿地北侧增设。"),
    ("雨水口有异味。", "adopted", "已加装防臭装置。"),
    ("想把自行车棚改成停车位。", "not_adopted", "车棚使用率高,经业主委员会讨论保留。"),
    ("希望减免物业费。", "not_adopted", "收费标准由业主大会确定。"),
    ("希望外墙再刷一遍。", "not_adopted", "验收合格,已列入质保期回访。"),
)


def made_surveys(rng: Generator, block: Block, answering: tuple[float, float]) -> Iterator[Table]:
    """Rounds, then answers. Where works are just accepted too few have answered to be told of;
    elsewhere as large a share of the households as `answering` says, least and most."""
    histories = block.histories
    owner = np.flatnonzero(histories.reached(Stage.ACCEPTED))
    is_surveyed = histories.reached(Stage.SATISFACTION_SURVEYED)[owner]
    share = rng.uniform(*answering, len(owner))
    count = np.where(is_surveyed, np.rint(block.households[owner] * share), _FEW).astype(np.int64)
    content = rng.uniform(*_SATISFIED, len(owner))
    at = np.repeat(np.arange(len(owner)), count)
    order = np.arange(len(at)) - np.repeat(np.cumsum(count) - count, count)
    channel = rng.choice(len(_CHANNELS), len(at), p=_OFTEN)
    # A gate asks for a form and for a visit.
    channel = np.where(order < 2, order, channel)
    first = histories.day(Stage.ACCEPTED)[owner][at]
    today = np.datetime64(block.today, "D")
    on = np.minimum(first + 1 + order % 12, today)
    yield _rounds(rng, block, owner[at], channel, on)
    remark, outcome, answer = _remarks(rng, len(at))
    is_answered = (outcome != "") & (on <= today - _ANSWERED_AFTER_D)
    outcome[~is_answered], answer[~is_answered] = None, ""
    yield Table(
        "surveys",
        {
            "id": block.numbers.take("surveys", len(at)),
            "community": block.id[owner][at],
            "channel": _CHANNELS[channel],
            "on": on,
            "satisfied": rng.random(len(at)) < content[at],
            "remark": remark,
            "outcome": outcome,
            "answer": answer,
            "answered_on": np.where(is_answered, on + 5, np.datetime64("NaT", "D")),
            "visibility": block.visibility(owner[at]),
        },
    )


def _remarks(
    rng: Generator, count: int
) -> tuple[NDArray[np.object_], NDArray[np.object_], NDArray[np.object_]]:
    """Of each answer a remark, its outcome and its answer, or three empty words."""
    columns = tuple(np.full(count, "", dtype=object) for _ in range(3))
    for row, words in zip(np.flatnonzero(rng.random(count) < _REMARKED), cycle(_REMARKS)):
        for column, word in zip(columns, words, strict=True):
            column[row] = word
    remark, outcome, answer = columns
    return remark, outcome, answer


def _rounds(rng: Generator, block: Block, owner: Indices, channel: Indices, on: Days) -> Table:
    """One for each community and channel."""
    pair, group, replies = np.unique(
        owner * len(_CHANNELS) + channel, return_inverse=True, return_counts=True
    )
    community, kind = np.divmod(pair, len(_CHANNELS))
    starts = np.full(len(pair), np.datetime64("9999-01-01", "D"))
    ends = np.full(len(pair), np.datetime64("0001-01-01", "D"))
    np.minimum.at(starts, group, on)
    np.maximum.at(ends, group, on)
    asked = np.ceil(replies / rng.uniform(*_REACHED, len(pair))).astype(np.int64)
    street = block.places.street_name[community]
    return Table(
        "survey_rounds",
        {
            "id": block.numbers.take("survey_rounds", len(pair)),
            "community": block.id[community],
            "channel": _CHANNELS[kind],
            "starts": starts,
            "ends": ends,
            "households_asked": asked,
            "conducted_by": np.where(kind == 3, "示例第三方评估机构", street + "办事处"),
            "visibility": block.visibility(community),
        },
    )
