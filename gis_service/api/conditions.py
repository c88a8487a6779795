"""ETags that name a version, and the conditions that clients make of them (RFC 9110, 13.1.1)."""

import re

from starlette.requests import Request

from gis_service.editing import ANY, Condition
from gis_service.errors import NoCondition
from layers.core.layer import Layer
from layers.core.text import Text

_NEVER = Condition(frozenset())
_UNCONDITIONAL_CLIENT = "QGIS/"
"""QGIS writes without conditions and has no way to add any. There the last writer wins, and what
was overwritten stands in the history."""


def version_tag(layer: str, id_: int, version: int) -> str:
    """What the ETag of every representation of that version begins with."""
    return f"{layer}.{id_}.{version}"


def condition(request: Request, layer: Layer, id_: int) -> Condition:
    """What If-Match asks for. Raises NoCondition where there is none.

    A representation also tells what the database adds up, such as progress: only the version in
    its tag says whether someone has changed the feature.
    """
    header = request.headers.get("if-match")
    if header is None:
        if _UNCONDITIONAL_CLIENT in request.headers.get("user-agent", ""):
            return ANY
        raise NoCondition(
            Text(
                "请在 If-Match 中给出所改版本的 ETag。",
                "Say in If-Match which version you change: the ETag it was read with.",
            )
        )
    if header.strip() == "*":
        return ANY
    ours = re.compile(rf'"{layer.name}\.{id_}\.(\d{{1,9}})(?:\.\w*)?"')
    found = ours.findall(header)
    return Condition(frozenset(map(int, found))) if found else _NEVER
