"""Sheets to print: PDFs of what the asker may see, in the language that `lang` names."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated, Any, cast

from anyio import CapacityLimiter
from fastapi import APIRouter, Depends, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.formats import PDF
from gis_service.api.links import origin
from gis_service.api.requests import Asking, Keeping, Reading, only_known
from gis_service.printing.acceptance_forms import acceptance_forms
from gis_service.printing.ballot_sheets import ballot_sheets
from gis_service.printing.notice import notice
from gis_service.printing.order import Order
from gis_service.printing.press import Press
from layers.core.access import PUBLIC
from layers.core.text import Language

router = APIRouter(tags=["Prints"])

ID = Annotated[int, Path(ge=1, lt=1 << 63)]
IS_PDF: dict[int | str, dict[str, Any]] = {200: {"content": {PDF.media_type: {}}}}


async def press(request: Request) -> Press:
    return cast(Press, request.app.state.press)


Printing = Annotated[Press, Depends(press)]


async def turn(request: Request) -> AsyncIterator[None]:
    async with cast(CapacityLimiter, request.app.state.printing_turns):
        yield


Turn = Annotated[None, Depends(turn, scope="function")]


async def order(
    request: Request,
    _: Turn,
    db: Reading,
    actor: Asking,
    printing: Printing,
    lang: Annotated[
        Language, Query(description="Of the sheet's own words; a wall speaks Chinese.")
    ] = "zh",
) -> Order:
    """Not in the language of the browser: the sheet is for who reads it, not for who prints it."""
    return Order(db, actor, printing, origin(request), lang, datetime.now(UTC))


Ordering = Annotated[Order, Depends(order)]


@router.get(
    "/communities/{id}/publicity/{publicity}/notice.pdf",
    response_class=Response,
    responses=IS_PDF,
    dependencies=[Depends(only_known)],
)
def get_notice(
    request: Request, id: ID, publicity: ID, ordered: Ordering, kept: Keeping
) -> Response:
    """The sheet of a publicity, A3, to hang up: its text and hash, map, works, money, QR code."""

    def printed() -> bytes:
        return notice(ordered, id, publicity)

    question = ("notice", id, publicity, ordered.home, ordered.language, ordered.today)
    public = ordered.actor == PUBLIC
    pdf = kept.of(ordered.db, question, printed) if public else printed()
    return sheet(request, pdf, f"notice-{id}-{publicity}.pdf")


@router.get(
    "/decisions/{id}/ballots.pdf",
    response_class=Response,
    responses=IS_PDF,
    dependencies=[Depends(only_known)],
)
def get_ballot_sheets(id: ID, ordered: Ordering) -> Response:
    """Paper ballots of an open vote, building by building; for those who keep the ballots."""
    return private_sheet(ballot_sheets(ordered, id), f"ballots-{id}.pdf")


@router.get(
    "/communities/{id}/acceptance-forms.pdf",
    response_class=Response,
    responses=IS_PDF,
    dependencies=[Depends(only_known)],
)
def get_acceptance_forms(id: ID, ordered: Ordering) -> Response:
    """Forms to sign at the acceptance of works; for those who keep the households."""
    return private_sheet(acceptance_forms(ordered, id), f"acceptance-{id}.pdf")


def sheet(request: Request, pdf: bytes, name: str) -> Response:
    """Shown by the browser, and named for when it is kept."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}"',
        # A browser shows a PDF by a plug-in of its own, which our pages' policy forbids.
        "Content-Security-Policy": "default-src 'none'; object-src 'self'",
    }
    return answer(request, pdf, PDF.media_type, headers)


def private_sheet(pdf: bytes, name: str) -> Response:
    """For those who may see it: kept by no browser and no proxy."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(pdf, headers=headers, media_type=PDF.media_type)
