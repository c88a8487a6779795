"""What an officer types from one paper ballot."""

from dataclasses import dataclass
from datetime import datetime

from gis_service.store.ballots import Paper
from layers.ledgers.ballots import Answer


@dataclass(frozen=True, slots=True)
class Sheet:
    """`scan` is the hash of an attached file. A `reason` corrects an entry made before;
    `withdrawn` takes it back, where it was made for the wrong room."""

    room: str
    answer: Answer
    building: int | None = None
    scan: str | None = None
    cast_at: datetime | None = None
    reason: str = ""
    withdrawn: bool = False

    def paper(self, household: int, now: datetime) -> Paper:
        """As the first entry of a household."""
        return Paper(household, self.answer, self.cast_at or now, self.scan)
