"""Entering paper ballots, keyed by room: quickly, many at once, and each once.

Rows that cannot be entered are told one by one and hold up no others. Sent again, a row is known
for a repetition.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from gis_service.store import attachments
from gis_service.store import ballots as stored
from gis_service.store.ballots import Room
from gis_service.voting import correcting
from gis_service.voting.finding import taking_ballots
from gis_service.voting.sheets import Sheet
from layers.core.access import Actor
from layers.core.rules import Problem
from layers.core.text import Text


@dataclass(frozen=True, slots=True)
class Entered:
    """How many came in, had come in before, or were corrected; `refused` by number of row."""

    entered: int
    repeated: int
    corrected: int
    refused: list[tuple[int, Problem]]


_UNKNOWN = Text("小区没有房号“{room}”。", "The community has no room '{room}'.")
_AMBIGUOUS = Text("有多套“{room}”,请注明楼栋。", "There are several '{room}': name the building.")
_NO_SCAN = Text("请先上传扫描件。", "Send the scan first.")


def enter(
    db: Connection, actor: Actor, decision: int, sheets: Sequence[Sheet], now: datetime
) -> Entered:
    """Enters sheets for an open vote. Raises what `taking_ballots` does."""
    vote = taking_ballots(db, actor, decision)
    refused: list[tuple[int, Problem]] = []
    placed: list[tuple[int, int]] = []
    for row, place in enumerate(_places(db, vote.community, sheets)):
        if isinstance(place, Problem):
            refused.append((row, place))
        else:
            placed.append((row, place))
    firsts = {home: row for row, home in reversed(placed) if not sheets[row].withdrawn}
    papers = [sheets[row].paper(household, now) for household, row in firsts.items()]
    added = stored.add(db, decision, papers)
    later = [(row, home) for row, home in placed if home not in added or firsts[home] != row]
    corrected = 0
    for row, problem in correcting.again(db, decision, sheets, later, now):
        if problem is None:
            corrected += 1
        else:
            refused.append((row, problem))
    told = {row for row, _ in refused}
    repeated = sum(row not in told for row, _ in later) - corrected
    return Entered(len(added), repeated, corrected, sorted(refused, key=lambda each: each[0]))


def _places(db: Connection, community: int, sheets: Sequence[Sheet]) -> Iterator[int | Problem]:
    """The household of each sheet, or why it has none or may not be entered."""
    named: defaultdict[str, list[Room]] = defaultdict(list)
    for room in stored.rooms(db, community, {sheet.room for sheet in sheets}):
        named[room.room].append(room)
    scans = attachments.known(db, {sheet.scan for sheet in sheets if sheet.scan})
    for sheet in sheets:
        fitting = [r for r in named[sheet.room] if sheet.building in (None, r.building)]
        if sheet.scan and sheet.scan not in scans:
            yield Problem("scan.unknown", _NO_SCAN, "scan")
        elif len(fitting) == 1:
            yield fitting[0].household
        elif fitting:
            yield Problem("room.ambiguous", _AMBIGUOUS.format(room=sheet.room), "room")
        else:
            yield Problem("room.unknown", _UNKNOWN.format(room=sheet.room), "room")
