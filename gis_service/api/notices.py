"""One-time codes for printed notices: told once, in the answer that issues them."""

from datetime import UTC, date, datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from gis_service import issuing
from gis_service.api.requests import Asking, Reading
from gis_service.issuing import Slip
from gis_service.store.periods import LOCAL

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


@router.post("/decisions/{id}/codes")
def post_codes(id: int, response: Response, db: Reading, asking: Asking) -> Notices:
    """Codes for the households that have not voted; those issued to them before are void."""
    return _told(response, issuing.for_vote(db, asking, id))


@router.post("/communities/{id}/survey-codes")
def post_survey_codes(
    id: int, body: Survey, response: Response, db: Reading, asking: Asking
) -> Notices:
    """Codes for the households that have not answered; those issued to them before are void."""
    today = datetime.now(UTC).astimezone(LOCAL).date()
    return _told(response, issuing.for_survey(db, asking, id, body.ends, today))


def _told(response: Response, slips: list[Slip]) -> Notices:
    response.headers["Cache-Control"] = "no-store"
    return Notices(
        notices=[
            Notice(building=slip.door.building, room=slip.door.room, code=slip.code)
            for slip in slips
        ]
    )
