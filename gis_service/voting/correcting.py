"""Correcting paper ballots: another entry for a household that has one. The last one counts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from gis_service.store import ballots as stored
from gis_service.store.ballots import Paper, Standing
from gis_service.voting.sheets import Sheet
from layers.core.rules import Problem
from layers.core.text import Text
from layers.ledgers.ballots import BallotChannel

_ONLINE = Text(
    "“{room}”已在线投票({answer}),不能改录。",
    "'{room}' has voted online ({answer}), which is not for others to correct.",
)
_DIFFERS = Text(
    "“{room}”已录为“{answer}”;更正须填写原因。",
    "'{room}' was entered as '{answer}'; a correction needs a reason.",
)
_NONE = Text("“{room}”没有可作废的选票。", "'{room}' has no ballot to withdraw.")
_SCANNED = "补扫描件"
"""What the ledger says of a scan that came after its ballot; a reason, not a word of the page."""


def again(
    db: Connection,
    decision: int,
    sheets: Sequence[Sheet],
    later: Sequence[tuple[int, int]],
    now: datetime,
) -> Iterator[tuple[int, Problem | None]]:
    """Of sheets whose household may have a ballot, by number of row and household: those refused,
    and, with None, those corrected. The rest say what was said before."""
    standing = {**stored.standing(db, decision, {household for _, household in later})}
    for row, household in later:
        sheet, before = sheets[row], standing.get(household)
        if before is None:
            yield row, Problem("ballot.none", _NONE.format(room=sheet.room), "room")
            continue
        if _said(sheet, before):
            continue
        paper = _correction(sheet, before, household, now)
        if paper and stored.add(db, decision, [paper]):
            standing[household] = Standing(
                paper.answer, before.channel, paper.correction, paper.scan, paper.withdrawn
            )
            yield row, None
        else:
            said = _ONLINE if before.channel is BallotChannel.ONLINE else _DIFFERS
            message = said.format(room=sheet.room, answer=before.answer.label)
            yield row, Problem("ballot.differs", message, "answer")


def _said(sheet: Sheet, before: Standing) -> bool:
    if sheet.withdrawn or before.withdrawn:
        return sheet.withdrawn and before.withdrawn
    return sheet.answer is before.answer and sheet.scan in (None, before.scan)


def _correction(sheet: Sheet, before: Standing, household: int, now: datetime) -> Paper | None:
    """The entry that takes the place of the one before, if it may."""
    if before.channel is BallotChannel.ONLINE:
        return None
    only_scan = sheet.answer is before.answer and not sheet.withdrawn
    reason = sheet.reason or (_SCANNED if only_scan else "")
    if not (reason or before.withdrawn):
        return None
    scan = None if before.withdrawn else before.scan
    return replace(
        sheet.paper(household, now),
        scan=sheet.scan or scan,
        reason=sheet.reason if before.withdrawn else reason,
        correction=before.correction + 1,
        withdrawn=sheet.withdrawn,
    )
