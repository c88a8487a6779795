"""Sending without an account, and following what was sent by its code."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import Field
from starlette.requests import Request

from gis_service import submitting
from gis_service.api.bodies import Body as Sent
from gis_service.api.bodies import draft
from gis_service.api.collections import Chosen
from gis_service.api.requests import Reading, database
from gis_service.api.scenes import Body
from gis_service.identity import throttling
from gis_service.informing.model import Model

router = APIRouter(prefix="/collections/{collectionId}/submissions", tags=["Public page"])

Code = Annotated[str, Field(min_length=8, max_length=40, examples=["7KQM-2XWT-9HBD"])]
_FEATURE = {
    "requestBody": {
        "required": True,
        "description": "A GeoJSON feature with the attributes that a sender fills in.",
        "content": {"application/geo+json": {"schema": {"type": "object"}}},
    }
}


class Receipt(Model):
    """Told once: by the code its holder, and nobody else, follows what was sent."""

    code: str


class Coded(Body):
    code: Code


class Again(Coded):
    reason: Annotated[str, Field(min_length=1, max_length=2000)]


class Told(Model):
    """What became of it; `visibility` says whether the public sees it."""

    visibility: str
    facts: dict[str, Any] = Field(description="Attributes of the layer, by name.")


@router.post("", status_code=201, openapi_extra=_FEATURE)
def post_submission(request: Request, db: Reading, layer: Chosen, body: Sent) -> Receipt:
    """Sends a feature to be looked at; it does not show before somebody has."""
    _slow_down(request, "submit", free=10)
    return Receipt(code=submitting.submit(db, layer, draft(request, body), datetime.now(UTC)))


@router.post("/status")
def post_status(request: Request, db: Reading, layer: Chosen, body: Coded) -> Told:
    """What became of what was sent. The code stands in the body, where no log keeps it."""
    _slow_down(request, "status", free=60)
    return _told(submitting.told(db, layer, body.code))


@router.post("/reopen")
def post_reopen(request: Request, db: Reading, layer: Chosen, body: Again) -> Told:
    """Says that what was closed is not settled."""
    _slow_down(request, "submit", free=10)
    return _told(submitting.reopen(db, layer, body.code, body.reason))


def _told(found: Any) -> Told:
    facts = {name: value for name, value in found.items() if name != "visibility"}
    return Told(visibility=found["visibility"], facts=facts)


def _slow_down(request: Request, what: str, free: int) -> None:
    address = request.client.host if request.client else ""
    throttling.slow_down(database(request).identity, what, address, free)
