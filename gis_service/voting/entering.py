"""Entering paper ballots, keyed by room: quickly, many at once, and each once.

Rows that cannot be entered are told one by one and hold up no others. Sent again, a row is known
for a repetition.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from gis_service.store import ballots as stored
from gis_service.store.ballots import Paper, Room, Standing
from gis_service.voting.finding import taking_ballots
from layers.core.access import Actor
from layers.core.rules import Problem
from layers.core.text import Text
from layers.ledgers.ballots import Answer, BallotChannel


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper ballot as an officer types it. A `reason` corrects an entry made before."""

    room: str
    answer: Answer
    building: int | None = None
    scan: str = ""
    cast_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """How many came in, had come in before, or were corrected; `refused` by number of row."""

    entered: int
    repeated: int
    corrected: int
    refused: list[tuple[int, Problem]]


_UNKNOWN = Text("小区没有房号“{room}”。", "The community has no room '{room}'.")
_AMBIGUOUS = Text("有多套“{room}”,请注明楼栋。", "There are several '{room}': name the building.")
_ONLINE = Text(
    "“{room}”已在线投票({answer}),不能改录。",
    "'{room}' has voted online ({answer}), which is not for others to correct.",
)
_DIFFERS = Text(
    "“{room}”已录为“{answer}”;更正须填写原因。",
    "'{room}' was entered as '{answer}'; a correction needs a reason.",
)


def enter(
    db: Connection, actor: Actor, decision: int, sheets: Sequence[Sheet], now: datetime
) -> Entered:
    """Enters sheets for an open vote. Raises what `taking_ballots` does."""
    vote = taking_ballots(db, actor, decision)
    named = _by_room(stored.rooms(db, vote.community, {sheet.room for sheet in sheets}))
    refused: list[tuple[int, Problem]] = []
    placed: list[tuple[int, int]] = []
    for row, sheet in enumerate(sheets):
        fitting = [r for r in named[sheet.room] if sheet.building in (None, r.building)]
        if len(fitting) == 1:
            placed.append((row, fitting[0].household))
        else:
            said = (_AMBIGUOUS if fitting else _UNKNOWN).format(room=sheet.room)
            code = "room.ambiguous" if fitting else "room.unknown"
            refused.append((row, Problem(code, said, "room")))
    firsts = {household: row for row, household in reversed(placed)}
    added = stored.add(
        db, decision, [_paper(sheets[row], household, now) for household, row in firsts.items()]
    )
    later = [(r, h) for r, h in placed if h not in added or firsts[h] != r]
    corrected = 0
    for row, problem in _again(db, decision, sheets, later, now):
        if problem is None:
            corrected += 1
        else:
            refused.append((row, problem))
    told = {row for row, _ in refused}
    repeated = sum(row not in told for row, _ in later) - corrected
    return Entered(len(added), repeated, corrected, sorted(refused, key=lambda each: each[0]))


def _by_room(rooms: Sequence[Room]) -> defaultdict[str, list[Room]]:
    named: defaultdict[str, list[Room]] = defaultdict(list)
    for room in rooms:
        named[room.room].append(room)
    return named


def _again(
    db: Connection,
    decision: int,
    sheets: Sequence[Sheet],
    later: Sequence[tuple[int, int]],
    now: datetime,
) -> Iterator[tuple[int, Problem | None]]:
    """Of sheets whose household has a ballot: those refused, and, with None, those corrected.
    The rest say what was said before."""
    standing = {**stored.standing(db, decision, {household for _, household in later})}
    for row, household in later:
        sheet, before = sheets[row], standing[household]
        if sheet.answer is before.answer:
            continue
        if before.channel is BallotChannel.PAPER and sheet.reason:
            paper = _paper(sheet, household, now, before.correction + 1)
            if stored.add(db, decision, [paper]):
                standing[household] = Standing(sheet.answer, before.channel, paper.correction)
                yield row, None
                continue
        said = _ONLINE if before.channel is BallotChannel.ONLINE else _DIFFERS
        message = said.format(room=sheet.room, answer=before.answer.label)
        yield row, Problem("ballot.differs", message, "answer")


def _paper(sheet: Sheet, household: int, now: datetime, correction: int = 0) -> Paper:
    return Paper(
        household,
        sheet.answer,
        sheet.cast_at or now,
        sheet.scan,
        sheet.reason if correction else "",
        correction,
    )
