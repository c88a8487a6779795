"""Links between answers. Addresses are absolute, as the client wrote them."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from gis_service.api.formats import Format
from layers.core.text import Language, Text

Link = dict[str, Any]

_THIS = Text("本页", "This document")


def origin(request: Request) -> str:
    """The address of the whole service, without a slash at its end."""
    return f"{request.url.scheme}://{request.url.netloc}"


def base(request: Request) -> str:
    """The address of the API, without a slash at its end."""
    return f"{origin(request)}{request.scope.get('root_path', '')}"


def address(request: Request, **changes: str | None) -> str:
    """This request's own address with parameters changed, or taken away where None."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in changes]
    pairs = [*kept, *((name, value) for name, value in changes.items() if value is not None)]
    path = f"{origin(request)}{request.url.path}"
    return f"{path}?{urlencode(pairs)}" if pairs else path


def below(request: Request, id_: int) -> Request:
    """The same client's request for one of what this address lists."""
    path = f"{request.scope['path']}/{id_}"
    return Request({**request.scope, "path": path, "query_string": b""})


def above(request: Request) -> Request:
    """The same client's request for what this address is a part of."""
    path = request.scope["path"].rpartition("/")[0]
    return Request({**request.scope, "path": path, "query_string": b""})


def link(href: str, rel: str, media_type: str, title: str) -> Link:
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def itself(
    request: Request, offers: Sequence[Format], chosen: Format, language: Language
) -> Iterable[Link]:
    """`self`, then `alternate` for each other format."""
    for offer in (chosen, *(offer for offer in offers if offer is not chosen)):
        mine = offer is chosen
        title = _THIS[language] if mine else f"{_THIS[language]} ({offer.key.upper()})"
        href = address(request) if mine else address(request, f=offer.key)
        yield link(href, "self" if mine else "alternate", offer.media_type, title)
