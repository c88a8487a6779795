"""What passers-by say of a closure, without an account: it is still there, or gone."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request

from gis_service import sighting
from gis_service.api.requests import Unnamed
from gis_service.api.trying import counted
from gis_service.informing.models import Sightings
from layers.ledgers.sightings import Seen

router = APIRouter(tags=["Public page"])

FREE = 40
"""Taps from one address before it has to wait."""

Perimeter = Annotated[int, Path(alias="id", ge=1, lt=1 << 63)]


class Said(BaseModel):
    """What was found on the spot."""

    model_config = ConfigDict(extra="forbid")

    seen: Seen


@router.post(
    "/closures/{id}/sightings",
    dependencies=[Depends(counted("sighting", FREE, forgiving=False))],
)
def post_sighting(request: Request, id: Perimeter, body: Said, db: Unnamed) -> Sightings:
    """Says that a closure is still there, or gone, and answers how many say so since yesterday.

    Sent again it counts once: an address has one word of each kind a day on a closure. The address
    is not kept.
    """
    address = request.client.host if request.client else ""
    return sighting.say(db, id, body.seen, address)
