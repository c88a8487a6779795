"""Owner decisions over HTTP: the arithmetic of art. 278 for anyone, storing nothing."""

from fastapi import APIRouter

from gis_service.api.outcomes import Outcome, Vote
from layers.voting import evaluate

router = APIRouter(prefix="/decisions", tags=["Decisions"])


@router.post("/evaluate")
def post_evaluate(body: Vote) -> Outcome:
    """Whether a vote has the quorum and passes, and what it lacks."""
    body.check()
    outcome = evaluate(
        body.matter,
        body.owners_total,
        body.area_total_m2,
        body.took_part.value,
        body.in_favour.value,
    )
    return Outcome.of(body.matter, outcome)
