"""One-time codes for printed notices: told once, in the answer that issues them.

That answer is the letters themselves where a PDF is asked for, by its `Accept`.
"""

from datetime import date
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from gis_service import issuing
from gis_service.api.formats import JSON, PDF, chosen
from gis_service.api.prints import IS_PDF, Ordering, private_sheet
from gis_service.issuing import Slip
from gis_service.printing import letters

router = APIRouter(tags=["Notices"])


class Survey(BaseModel):
    """The last day on which the codes are good."""

    model_config = ConfigDict(extra="forbid")

    ends: date


class Notice(BaseModel):
    """What is printed for one household."""

    building: str
    room: str
    code: str


class Notices(BaseModel):
    notices: list[Notice]


@router.post("/decisions/{id}/codes", response_model=Notices, responses=IS_PDF)
def post_codes(request: Request, id: int, response: Response, ordered: Ordering) -> Any:
    """Codes for the households that have not voted; those issued to them before are void."""
    wanted = chosen(request, (JSON, PDF))
    slips = issuing.for_vote(ordered.db, ordered.actor, id)
    if wanted is PDF:
        return private_sheet(letters.for_vote(ordered, id, slips), f"letters-vote-{id}.pdf")
    return _told(response, slips)


@router.post("/communities/{id}/survey-codes", response_model=Notices, responses=IS_PDF)
def post_survey_codes(
    request: Request, id: int, body: Survey, response: Response, ordered: Ordering
) -> Any:
    """Codes for the households that have not answered; those issued to them before are void."""
    wanted = chosen(request, (JSON, PDF))
    slips = issuing.for_survey(ordered.db, ordered.actor, id, body.ends, ordered.today)
    if wanted is PDF:
        pdf = letters.for_survey(ordered, id, body.ends, slips)
        return private_sheet(pdf, f"letters-survey-{id}.pdf")
    return _told(response, slips)


def _told(response: Response, slips: list[Slip]) -> Notices:
    response.headers["Cache-Control"] = "no-store"
    return Notices(
        notices=[
            Notice(building=slip.door.building, room=slip.door.room, code=slip.code)
            for slip in slips
        ]
    )
