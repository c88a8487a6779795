"""Sending without an account, and following what was sent by its code."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, cast

from anyio import CapacityLimiter
from fastapi import APIRouter, Depends
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request

from gis_service import attaching, submitting
from gis_service.api.bodies import draft, draft_in
from gis_service.api.collections import Chosen
from gis_service.api.requests import Asking, Reading, transacting
from gis_service.api.scenes import Body
from gis_service.api.trying import counted
from gis_service.api.uploading import FORM_TYPE, form_of, read_fields, type_of, uploaded
from gis_service.editing import Draft
from gis_service.files.pictures import Picture
from gis_service.informing.model import Model

router = APIRouter(prefix="/collections/{collectionId}/submissions", tags=["Public page"])

FREE_SUBMISSIONS, FREE_QUESTIONS = 10, 60
"""From one address before it has to wait."""
MOST_PICTURE_BYTES = 10_000_000
"""A phone's photo as it is; the page sends it smaller."""
_FORM_OVERHEAD = 50_000
_GEOJSON = "application/geo+json"

Submit = Depends(counted("submit", FREE_SUBMISSIONS, forgiving=False))
Question = Depends(counted("status", FREE_QUESTIONS, forgiving=False))
Code = Annotated[str, Field(min_length=8, max_length=40, examples=["7KQM-2XWT-9HBD"])]


class WithPicture(BaseModel):
    """`file` is a photo: only its pixels are kept, and nobody sees it but who sees the row."""

    model_config = ConfigDict(extra="forbid")

    feature: Annotated[str, Field(description="The GeoJSON feature.")]


def _bodies() -> dict[str, Any]:
    told = form_of(WithPicture)["requestBody"]
    body = {
        "required": True,
        "description": "A GeoJSON feature with the attributes that a sender fills in; or a form "
        "with that feature and a photo.",
        "content": {_GEOJSON: {"schema": {"type": "object"}}, **told["content"]},
    }
    return {"requestBody": body}


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


@router.post(
    "",
    status_code=201,
    max_body_size=MOST_PICTURE_BYTES + _FORM_OVERHEAD,
    openapi_extra=_bodies(),
    dependencies=[Submit],
)
async def post_submission(request: Request, asking: Asking, layer: Chosen) -> Receipt:
    """Sends a feature to be looked at; neither it nor its photo shows before somebody has."""
    feature, picture = await _sent(request)
    now = datetime.now(UTC)
    async with transacting(request, asking) as db:
        code = await run_in_threadpool(submitting.submit, db, layer, feature, now, picture)
    return Receipt(code=code)


@router.post("/status", dependencies=[Question])
def post_status(db: Reading, layer: Chosen, body: Coded) -> Told:
    """What became of what was sent. The code stands in the body, where no log keeps it."""
    return _told(submitting.told(db, layer, body.code))


@router.post("/reopen", dependencies=[Submit])
def post_reopen(db: Reading, layer: Chosen, body: Again) -> Told:
    """Says that what was closed is not settled."""
    return _told(submitting.reopen(db, layer, body.code, body.reason))


async def _sent(request: Request) -> tuple[Draft, Picture | None]:
    """The feature, and the photo that came with it."""
    if type_of(request) != FORM_TYPE:
        return draft(request, await request.body()), None
    async with uploaded(request) as upload:
        fields = read_fields(upload.fields, WithPicture)
        feature = draft_in(request, fields.feature.encode())
        content = await run_in_threadpool(upload.content.read)
    # A few at a time: a large picture takes half a gigabyte while it is decoded.
    turns = cast(CapacityLimiter, request.app.state.picture_turns)
    async with turns:
        return feature, await run_in_threadpool(attaching.pictured, content)


def _told(found: Mapping[str, Any]) -> Told:
    facts = {name: value for name, value in found.items() if name != "visibility"}
    return Told(visibility=found["visibility"], facts=facts)
