"""What residents reported in one's own area, as the desk that answers it lists it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from gis_service import receiving
from gis_service.api.requests import Asking, Reading, only_known
from gis_service.receiving import ReceivedReports

router = APIRouter(prefix="/reports", tags=["Residents"], dependencies=[Depends(only_known)])


@router.get("")
def get_reports(
    db: Reading,
    asking: Asking,
    closed: bool = False,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> ReceivedReports:
    """Reports in my area: those asked for again first, then what nobody has looked at."""
    return receiving.reports(db, asking, closed=closed, limit=limit, offset=offset)
