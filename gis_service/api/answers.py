"""Answers that a client may keep: a validator on each, and 304 when what it has still stands."""

from collections.abc import Mapping
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

KEPT = "public, max-age=0, must-revalidate"
HEAD_ONLY = "onemap.head_only"
"""In the scope of a request for the headers alone, which is answered as GET is."""
_VARY = "Accept, Accept-Language"


def answer(
    request: Request,
    body: str | bytes,
    media_type: str,
    headers: Mapping[str, str] | None = None,
    stable: str | bytes | None = None,
    version: str = "",
) -> Response:
    """`body`, or 304. Its ETag is strong unless only the part `stable` of it stays the same.

    `version` begins the tag of what clients change by it.
    """
    content = body.encode() if isinstance(body, str) else body
    lasting = stable.encode() if isinstance(stable, str) else stable
    digest = blake2b(content if lasting is None else lasting, digest_size=16).hexdigest()
    tag = f'"{version}.{digest}"' if version else f'"{digest}"'
    shared = {
        **(headers or {}),
        "ETag": tag if lasting is None else f"W/{tag}",
        "Cache-Control": KEPT,
        "Vary": _VARY,
        # Open data: any page may read what anyone may read.
        "Access-Control-Allow-Origin": "*",
    }
    if request.method == "GET" and _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=shared)
    return Response(content, headers=shared, media_type=media_type)


def _has(header: str, tag: str) -> bool:
    """Compared weakly, as RFC 9110 asks of If-None-Match."""
    return any(found.strip().removeprefix("W/") in (tag, "*") for found in header.split(","))
