"""Requests that are sent again, because their answer was lost, are answered again, not done again.

The key and the answer are kept in the transaction of the change itself: a change that failed
keeps nothing, and of two at once the second waits for the first.
"""

from collections.abc import Callable
from hashlib import sha256

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from gis_service.errors import BadParameter, GisError
from gis_service.store import idempotency
from gis_service.store.idempotency import Kept
from layers.core.access import Actor
from layers.core.text import Text

HEADER = "Idempotency-Key"
_LONGEST = 200
# They say what the body means, or of what it is a change.
_MEANING = ("content-type", "content-crs", "if-match")


class KeyReused(GisError):
    """The key came before, with another request."""

    title = Text("重复键已被使用", "The key has been used")


def once(
    db: Connection, actor: Actor, request: Request, body: bytes, act: Callable[[], Response]
) -> Response:
    """What `act` answers; without acting, when the actor has sent this request before."""
    key = request.headers.get(HEADER)
    if key is None:
        return act()
    if not 0 < len(key) <= _LONGEST:
        wrong = Text(f"长度应为 1 至 {_LONGEST}。", f"It has 1 to {_LONGEST} characters.")
        raise BadParameter(HEADER, wrong)
    mark = _mark(request, body)
    given = idempotency.claim(db, actor.name, key)
    if given is not None:
        return _again(given, mark)
    made = act()
    headers = {k: v for k, v in made.headers.items() if k != "content-length"}
    kept = Kept(mark, made.status_code, headers, bytes(made.body))
    idempotency.keep(db, actor.name, key, kept)
    return made


def _again(kept: Kept, mark: bytes) -> Response:
    if kept.mark != mark:
        raise KeyReused(
            Text(
                f"这个 {HEADER} 已用于另一个请求。",
                f"This {HEADER} came with another request before.",
            )
        )
    return Response(kept.body, kept.status, {**kept.headers, "Idempotent-Replayed": "true"})


def _mark(request: Request, body: bytes) -> bytes:
    said = [request.method, request.url.path, request.url.query]
    said += [request.headers.get(name, "") for name in _MEANING]
    return sha256(b"\0".join([*(part.encode() for part in said), body])).digest()
