"""Answers kept for as long as nothing in the database changes.

Adding up three hundred thousand communities takes a second, and every visitor asks for the same
sums. They are not kept for a time, which would show yesterday's figures to whoever wrote today's,
but for one snapshot of the database: the first question after a commit finds its answer anew.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from gis_service.store.snapshots import snapshot

MOST = 500
"""Answers that are kept; a list of communities takes 100 kB."""

_NOTHING = object()

Answer = TypeVar("Answer")


@dataclass(slots=True)
class _Place:
    """Where an answer goes; who comes second waits instead of asking the same."""

    lock: Lock = field(default_factory=Lock)
    answer: Any = _NOTHING


class Kept:
    """The answers of one service. Threads share it."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._snapshot = ""
        self._places: dict[Hashable, _Place] = {}

    def of(self, db: Connection, question: Hashable, find: Callable[[], Answer]) -> Answer:
        """The answer to `question`, from `find` when it is not known for what `db` now holds."""
        place = self._place(snapshot(db), question)
        with place.lock:
            if place.answer is _NOTHING:
                place.answer = find()
            return cast(Answer, place.answer)

    def _place(self, now: str, question: Hashable) -> _Place:
        with self._lock:
            if now != self._snapshot or len(self._places) >= self._most:
                self._snapshot, self._places = now, {}
            return self._places.setdefault(question, _Place())
