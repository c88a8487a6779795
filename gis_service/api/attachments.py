"""Attached files over HTTP: sent first, then named by rows, read by whoever sees those."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from gis_service import attaching
from gis_service.api.links import base
from gis_service.api.requests import Asking, Reading, SignedIn, transacting
from gis_service.api.uploading import form_of, uploaded
from layers.core.attachment import Form

router = APIRouter(prefix="/attachments", tags=["Attachments"])

_FORM_OVERHEAD = 10_000
Hash = Annotated[str, Path(alias="sha256", pattern=r"^[0-9a-f]{64}$")]


class NoFields(BaseModel):
    """The file is all."""

    model_config = ConfigDict(extra="forbid", title="Attaching")


class Attachment(BaseModel):
    """`sha256` is what a row names it by. Of pictures only the pixels are kept, as JPEG."""

    sha256: str
    form: Form
    media_type: str
    bytes: int
    width: int | None
    height: int | None


@router.post(
    "",
    status_code=201,
    max_body_size=attaching.MOST_BYTES + _FORM_OVERHEAD,
    openapi_extra=form_of(NoFields),
)
async def post_attachment(request: Request, response: Response, known: SignedIn) -> Attachment:
    """Send a photo or a PDF, to be named by a row that is written next."""
    actor = known.account.actor
    async with uploaded(request) as upload:
        content = await run_in_threadpool(upload.content.read)
    async with transacting(request, actor) as db:
        made = await run_in_threadpool(attaching.attach, db, actor, content)
    response.headers["Location"] = f"{base(request)}/attachments/{made.sha256}"
    return Attachment.model_validate(made, from_attributes=True)


@router.get("/{sha256}", response_class=Response)
def get_attachment(
    db: Reading,
    asking: Asking,
    sha256: Hash,
    size: Annotated[Literal["full", "small"], Query()] = "full",
) -> Response:
    """A file that hangs on a row which I may see."""
    found = attaching.look(db, asking, sha256, small=size == "small")
    shown = "inline" if found.media_type.startswith("image/") else "attachment"
    suffix = found.media_type.rpartition("/")[2]
    return Response(
        found.content,
        media_type=found.media_type,
        headers={
            "Content-Disposition": f'{shown}; filename="{sha256[:12]}.{suffix}"',
            # Whatever it turns out to be: it runs nothing and loads nothing.
            "Content-Security-Policy": "default-src 'none'; sandbox",
            # It never changes, but a row may be taken back from the public.
            "Cache-Control": "private, max-age=300",
        },
    )
