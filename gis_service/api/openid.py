"""Signing in by the outside provider: there, and back again."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gis_service.api import credentials
from gis_service.api.links import origin
from gis_service.api.requests import Configured, database
from gis_service.errors import NotSignedIn
from gis_service.identity import openid, signing_in
from gis_service.store.openings import LASTS
from gis_service.store.sessions import LONGEST
from layers.core.text import Text

router = APIRouter(prefix="/session/openid", tags=["Session"])

COOKIE = "onemap_openid"
_PATH = "/api/session/openid"


@router.get("", status_code=302, response_class=RedirectResponse)
def begin(
    request: Request,
    settings: Configured,
    next_: Annotated[
        str,
        Query(alias="next", max_length=500, description="Where to go then, on this service."),
    ] = "/",
) -> Response:
    """Go to the provider to sign in."""
    with database(request).identity.begin() as db:
        begun = openid.begin(db, settings, _callback(request), _ours(next_))
    answer = RedirectResponse(begun.address, 302, {"Cache-Control": "no-store"})
    answer.set_cookie(
        COOKIE,
        begun.state,
        max_age=int(LASTS.total_seconds()),
        path=_PATH,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return answer


@router.get("/callback", status_code=303, response_class=RedirectResponse)
def come_back(
    request: Request,
    settings: Configured,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=4000)] = "",
) -> Response:
    """Come back from the provider, signed in."""
    # The browser that comes back is the one that went: else one could sign another in as oneself.
    if not state or request.cookies.get(COOKIE) != state:
        raise NotSignedIn(
            Text("登录不是由此浏览器发起的。", "The sign-in was not begun by this browser.")
        )
    engine = database(request).identity
    with engine.begin() as db:
        opening = openid.opening_of(db, state)
    with engine.begin() as db:
        account = openid.finish(db, settings, _callback(request), opening, code)
        if before := credentials.cookie_of(request):
            signing_in.sign_out(db, before)
        secret = signing_in.begin(db, account)
    answer = RedirectResponse(opening.next, 303, {"Cache-Control": "no-store"})
    credentials.set_cookie(request, answer, secret, int(LONGEST.total_seconds()))
    answer.delete_cookie(COOKIE, path=_PATH)
    return answer


def _callback(request: Request) -> str:
    return f"{origin(request)}{_PATH}/callback"


def _ours(address: str) -> str:
    """A path on this service; whatever might lead elsewhere leads to the map."""
    ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if ours and address.isprintable() else "/"
