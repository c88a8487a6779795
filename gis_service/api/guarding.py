"""Around everything: what browsers are told to refuse, and requests that are refused unread."""

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gis_service.api import credentials
from gis_service.api.problems import problem_response
from gis_service.errors import BadParameter
from layers.core.text import Text

MAX_QUERY_BYTES = 16_384
"""Enough for a filter with a drawn polygon."""


def policy(basemap: str) -> str:
    """What our own pages may load. `basemap` is the template of an outside basemap, or empty."""
    outside = ["https:"]
    if (parts := urlsplit(basemap)).netloc:
        outside.append(f"{parts.scheme}://{parts.netloc}")
    elsewhere = " ".join(outside)
    return "; ".join(
        (
            "default-src 'self'",
            # MapLibre decodes tiles in workers, which bundlers hand over as blobs.
            "worker-src 'self' blob:",
            f"img-src 'self' data: blob: {elsewhere}",
            f"connect-src 'self' {elsewhere}",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


class Guarded:
    """The application behind limits, with headers that keep browsers safe on each answer."""

    def __init__(self, app: ASGIApp, basemap: str) -> None:
        self.app = app
        self.headers = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Content-Security-Policy": policy(basemap),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        known = credentials.carried(scope)

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                if known:
                    _keep_private(headers)
            await send(message)

        if (error := _refused(scope)) is None:
            await self.app(scope, receive, headed)
        else:
            await problem_response(Request(scope), error)(scope, receive, headed)


def _keep_private(headers: MutableHeaders) -> None:
    """What somebody was given because of who they are is for no shared cache and no other page."""
    headers["Cache-Control"] = headers.get("Cache-Control", "no-cache").replace("public", "private")
    headers.add_vary_header("Authorization, Cookie")
    if "Access-Control-Allow-Origin" in headers:
        del headers["Access-Control-Allow-Origin"]


def _refused(scope: Scope) -> BadParameter | None:
    query = scope["query_string"]
    if len(query) > MAX_QUERY_BYTES:
        return BadParameter(
            "query",
            Text(
                f"查询串超过 {MAX_QUERY_BYTES} 字节。",
                f"The query string is over {MAX_QUERY_BYTES} bytes.",
            ),
        )
    # PostgreSQL's text cannot hold NUL, so no name or value can mean anything with it.
    if b"%00" in query or b"\0" in query or "\0" in scope["path"]:
        return BadParameter("query", Text("请求中含有空字符。", "The request holds a NUL."))
    return None
