"""The shapes an answer comes in: asked for by `?f=`, else by Accept, else JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from gis_service.api.preferring import preferred
from gis_service.errors import BadParameter
from layers.core.text import Text


@dataclass(frozen=True, slots=True)
class Format:
    """`key` is the value of `f`; `also` are media types that mean the same."""

    key: str
    media_type: str
    also: tuple[str, ...] = ()


JSON = Format("json", "application/json")
GEOJSON = Format("json", "application/geo+json", ("application/json", "application/vnd.geo+json"))
SCHEMA = Format("json", "application/schema+json", ("application/json",))
HTML = Format("html", "text/html")
CSV = Format("csv", "text/csv")
PDF = Format("pdf", "application/pdf")


def chosen(request: Request, offers: Sequence[Format]) -> Format:
    """The format that the client asks for; the first of `offers` when it does not say.

    Raises BadParameter for an `f` that there is not.
    """
    asked = request.query_params.get("f")
    if asked is None:
        header = request.headers.get("accept", "")
        types = {t: offer for offer in offers for t in (offer.media_type, *offer.also)}
        best = preferred(header, types, _covers)
        return types[best] if best else offers[0]
    for offer in offers:
        if asked == offer.key:
            return offer
    keys = ", ".join(offer.key for offer in offers)
    raise BadParameter("f", Text(f"f 应为其一:{keys}。", f"f is one of: {keys}."))


def _covers(pattern: str, media_type: str) -> bool:
    """A range without parameters covers a type with any."""
    wanted, _, parameters = pattern.lower().partition(";")
    offered, _, offered_parameters = media_type.partition(";")
    kind, _, subtype = wanted.partition("/")
    offered_kind, _, offered_subtype = offered.partition("/")
    return (
        kind in ("*", offered_kind)
        and subtype in ("*", offered_subtype)
        and (offered_parameters in ("", parameters) or not parameters)
    )
