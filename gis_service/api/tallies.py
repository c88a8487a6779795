"""Ballots, tallies and sealed results as they go over HTTP."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from gis_service.api.outcomes import Outcome, Share
from gis_service.store.votes import BuildingVotes
from gis_service.voting import tallying
from gis_service.voting.sheets import Sheet
from layers.core.attachment import Sha256
from layers.core.measures import Line, Prose
from layers.core.text import Language
from layers.ledgers.ballots import Answer, BallotChannel
from layers.ledgers.decisions import DecisionResult
from layers.ledgers.works import Matter
from layers.voting import Gravity, evaluate

MOST_SHEETS = 500


class Body(BaseModel):
    """Base of what clients send; unknown members are refused."""

    model_config = ConfigDict(extra="forbid")


class Paper(Body):
    """One room's ballot. `building` is needed where several buildings have such a room; `scan` is
    an attached file, of one sheet or of several rooms. A `reason` corrects what was entered before,
    or, with `withdrawn`, takes back what was entered for the wrong room."""

    room: Annotated[Line, Field(min_length=1, pattern=r"^[^\x00]*$")]
    answer: Answer
    building: int | None = None
    scan: Sha256 | None = None
    cast_at: AwareDatetime | None = None
    reason: Annotated[Line, Field(pattern=r"^[^\x00]*$")] = ""
    withdrawn: bool = False

    @property
    def sheet(self) -> Sheet:
        return Sheet(**self.model_dump())


class Papers(Body):
    ballots: Annotated[list[Paper], Field(min_length=1, max_length=MOST_SHEETS)]


class Refused(BaseModel):
    """A ballot that was not entered; `row` counts from 0."""

    row: int
    room: str
    code: str
    message: str


class Entered(BaseModel):
    """`repeated` had been entered before with the same answer."""

    entered: int
    repeated: int
    corrected: int
    refused: list[Refused]


class Reversal(Body):
    reason: Annotated[Prose, Field(min_length=1, pattern=r"^[^\x00]*$")]


class VotingRoom(BaseModel):
    """A household by its room; `answer` and `channel` are null until it has voted."""

    model_config = ConfigDict(from_attributes=True)

    household: int
    building: int | None
    number: str
    room: str
    answer: Answer | None
    channel: BallotChannel | None
    scan: str | None


class Rooms(BaseModel):
    rooms: list[VotingRoom]


class BuildingTally(BaseModel):
    """`missing` is who still has to take part for two thirds of this building."""

    building: int | None
    number: str
    households: int
    total: Share
    took_part: Share
    in_favour: Share
    missing: Share

    @classmethod
    def of(cls, votes: BuildingVotes) -> Self:
        whole = votes.whole
        stands = evaluate(
            Gravity.ORDINARY, whole.owners, whole.area_m2, votes.took_part, votes.in_favour
        )
        return cls(
            building=votes.id,
            number=votes.number,
            households=votes.households,
            total=Share.of(whole),
            took_part=Share.of(votes.took_part),
            in_favour=Share.of(votes.in_favour),
            missing=Share.of(stands.missing.took_part),
        )


class VoteTally(BaseModel):
    """Totals of a vote and how they stand, were the matter ordinary and were it major.

    `matter` is what the officer called it and `plan` what the community's works make of it; the
    public is not told of `ballots` and `plan`, nor of small buildings.
    """

    decision: int
    title: str
    starts: date
    ends: date
    result: DecisionResult
    result_title: str
    matter: Matter
    gravity: Gravity
    plan: Gravity | None
    total: Share
    took_part: Share
    in_favour: Share
    outcomes: list[Outcome]
    ballots: int | None
    closed_at: datetime | None
    ballots_sha256: str | None
    reversal_reason: str
    buildings: list[BuildingTally]

    @classmethod
    def of(cls, tally: tallying.Tally, language: Language) -> Self:
        vote = tally.vote
        return cls(
            decision=tally.id,
            title=vote.title,
            starts=vote.starts,
            ends=vote.ends,
            result=vote.result,
            result_title=vote.result.label[language],
            matter=vote.matter,
            gravity=vote.matter.gravity,
            plan=tally.plan,
            total=Share(owners=vote.owners_total, area_m2=vote.area_total_m2),
            took_part=Share.of(vote.took_part),
            in_favour=Share.of(vote.in_favour),
            outcomes=[Outcome.of(each, vote.outcome(each)) for each in Gravity],
            ballots=tally.ballots,
            closed_at=vote.closed_at,
            ballots_sha256=vote.ballots_sha256,
            reversal_reason=vote.reversal_reason,
            buildings=[BuildingTally.of(each) for each in tally.buildings],
        )
