"""Owner decisions over HTTP: the bare arithmetic for anyone; ballots, tallies and results."""

from datetime import UTC, datetime

from fastapi import APIRouter
from starlette.responses import Response

from gis_service.api.outcomes import Outcome, Share, Vote
from gis_service.api.requests import Asking, Reading, Tongue
from gis_service.api.tallies import Entered, Papers, Refused, Reversal, Rooms, VoteTally, VotingRoom
from gis_service.voting import closing, entering, listing, tallying
from layers.voting import evaluate

router = APIRouter(prefix="/decisions", tags=["Decisions"])


@router.post("/evaluate")
def post_evaluate(body: Vote) -> Outcome:
    """Whether a vote has the quorum and passes, and what it lacks; stores nothing."""
    body.check()
    outcome = evaluate(
        body.matter,
        body.owners_total,
        body.area_total_m2,
        body.took_part.value,
        body.in_favour.value,
    )
    return Outcome.of(body.matter, outcome)


@router.get("/electorate")
def get_electorate(community: int, db: Reading, asking: Asking) -> Share:
    """How many owners of a community the ledger of households knows, and their floor area."""
    return Share.of(listing.electorate(db, asking, community))


@router.get("/{id}/rooms")
def get_rooms(id: int, response: Response, db: Reading, asking: Asking) -> Rooms:
    """Every room that may vote and what it has voted; for those who keep the ballots."""
    response.headers["Cache-Control"] = "no-store"
    voters = listing.voters(db, asking, id)
    return Rooms(rooms=[VotingRoom.model_validate(voter) for voter in voters])


@router.get("/{id}/tally")
def get_tally(
    id: int, response: Response, db: Reading, asking: Asking, language: Tongue
) -> VoteTally:
    """How a vote stands, building by building; to the public once it is closed."""
    response.headers["Cache-Control"] = "no-store"
    return VoteTally.of(tallying.tally(db, asking, id), language)


@router.post("/{id}/ballots")
def post_ballots(id: int, body: Papers, db: Reading, asking: Asking, language: Tongue) -> Entered:
    """Enters paper ballots by room; those that were entered before are not entered again."""
    sheets = [paper.sheet for paper in body.ballots]
    done = entering.enter(db, asking, id, sheets, datetime.now(UTC))
    return Entered(
        entered=done.entered,
        repeated=done.repeated,
        corrected=done.corrected,
        refused=[
            Refused(
                row=row,
                room=sheets[row].room,
                code=problem.code,
                message=problem.message[language],
            )
            for row, problem in done.refused
        ],
    )


@router.post("/{id}/close")
def post_close(id: int, db: Reading, asking: Asking, language: Tongue) -> VoteTally:
    """Counts the ballots and seals the result; no ballot is taken any more."""
    closing.close(db, asking, id, datetime.now(UTC))
    return VoteTally.of(tallying.tally(db, asking, id), language)


@router.post("/{id}/reverse")
def post_reverse(
    id: int, body: Reversal, db: Reading, asking: Asking, language: Tongue
) -> VoteTally:
    """Takes back a sealed result; its totals stay, and the public reads the reason."""
    closing.reverse(db, asking, id, body.reason)
    return VoteTally.of(tallying.tally(db, asking, id), language)
