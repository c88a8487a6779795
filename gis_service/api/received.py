"""What residents reported in one's own area, as the desk that answers it lists it."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from gis_service import receiving
from gis_service.api.requests import Asking, Reading, only_known
from gis_service.informing.model import Model

router = APIRouter(prefix="/reports", tags=["Residents"], dependencies=[Depends(only_known)])


class ReceivedReport(Model):
    """`waits`: nobody has decided yet whether the public sees it. `alike` are the numbers of
    others that are probably of the same thing: of one category, within 50 m (or, where one has no
    pin, in the same community) and within 30 days. `place` is what the community is called."""

    id: int
    version: int
    visibility: str
    community: int | None
    place: str | None
    category: str
    text: str
    status: str
    reported_at: datetime
    replied_at: datetime | None
    reopened_at: datetime | None
    private: bool
    has_photo: bool
    waits: bool
    alike: list[int]
    x: float | None
    y: float | None


class ReportCounts(Model):
    """Of the whole area; reopened and waiting ones are among the open."""

    open: int
    reopened: int
    waiting: int
    closed: int


class ReceivedReports(Model):
    rows: list[ReceivedReport]
    counts: ReportCounts


@router.get("")
def get_reports(
    db: Reading,
    asking: Asking,
    closed: bool = False,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> ReceivedReports:
    """Reports in my area: those asked for again first, then what nobody has looked at."""
    found = receiving.reports(db, asking, closed=closed, limit=limit, offset=offset)
    return ReceivedReports.model_validate(found, from_attributes=True)
