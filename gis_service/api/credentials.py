"""What a request says of who asks: a session's cookie or a bearer token, and whence it was sent."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from gis_service.api.links import origin
from gis_service.errors import NotPermitted
from layers.core.text import Text

COOKIE = "onemap_session"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class ForeignOrigin(NotPermitted):
    """A page of another service made the browser send this."""

    title = Text("来源不符", "Foreign origin")


def cookie_of(request: Request) -> str | None:
    return request.cookies.get(COOKIE)


def bearer_of(request: Request) -> str | None:
    """The token of `Authorization: Bearer`; other schemes are not ours and mean nothing."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def carried(scope: Scope) -> bool:
    """Whether the request carries anything by which somebody may be known."""
    return any(
        name == b"authorization" or (name == b"cookie" and COOKIE.encode() in value)
        for name, value in scope["headers"]
    )


def check_origin(request: Request, *, required: bool = True) -> None:
    """Browsers send a cookie along whoever asks them to, and say who did: it must be us.

    Raises ForeignOrigin for a writing request that another page sent, or, if `required`, one
    that does not say.
    """
    if request.method in _SAFE_METHODS:
        return
    found = request.headers.get("origin")
    if found is None and not required:
        return
    if found != origin(request):
        raise ForeignOrigin(
            Text(
                f"以 Cookie 身份写入时,Origin 应为 {origin(request)}。",
                f"A writing request by cookie must bear the Origin {origin(request)}.",
            )
        )


def set_cookie(request: Request, response: Response, secret: str, lasts_s: int) -> None:
    """Scripts cannot read it, other sites' posts do not send it, HTTP does not carry it."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=lasts_s,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def clear_cookie(request: Request, response: Response) -> None:
    response.delete_cookie(
        COOKIE, path="/", secure=request.url.scheme == "https", httponly=True, samesite="lax"
    )
