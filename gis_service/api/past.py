"""What was: the versions of a feature, and bringing one of them back."""

from collections.abc import Iterator
from typing import Annotated, Any

import shapely
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from gis_service import editing
from gis_service.api.answers import answer
from gis_service.api.bodies import Body, read_body
from gis_service.api.collections import Chosen
from gis_service.api.conditions import condition
from gis_service.api.formats import JSON
from gis_service.api.items import item_answer, number
from gis_service.api.links import Link, above, address, itself, link
from gis_service.api.methods import Id, demand_method
from gis_service.api.pages import text_of
from gis_service.api.queries import Asked, read
from gis_service.api.repeating import once
from gis_service.api.requests import Asking, Reading, Tongue
from gis_service.api.writing import ITEM, now
from gis_service.editing import ANY
from gis_service.store import past
from gis_service.store.past import Version
from layers.core.layer import About
from layers.core.text import Language, Text

router = APIRouter(include_in_schema=False)

MOST_VERSIONS = 1000
_OF_THE_ROW = ("id", "version", "visibility", "created_at", "updated_at")


class HistoryAsked(Asked):
    limit: Annotated[
        int,
        Field(ge=1, le=MOST_VERSIONS),
        About("一次给出的版本数,从新到旧", "Versions in the answer, newest first"),
    ] = 100
    below: Annotated[
        int | None,
        Field(ge=1, le=2_000_000_000),
        About("只要这一版之前的版本", "Only versions before this one"),
    ] = None


class Restored(BaseModel):
    """Which version is to come back."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Annotated[int, Field(ge=1, le=2_000_000_000)]


@router.get(f"{ITEM}/history")
def get_history(
    request: Request, db: Reading, asking: Asking, layer: Chosen, language: Tongue, id_: Id
) -> Response:
    """Every change of a feature: who, when, and what it was before and after."""
    asked = read(request, HistoryAsked)
    found = editing.recall(db, asking, layer, number(id_, layer), asked.limit, asked.below)
    links = [*itself(request, (JSON,), JSON, language), *_more(request, found, asked, language)]
    body = {
        "layer": layer.name,
        "id": number(id_, layer),
        "versions": [_told(version) for version in found],
        "links": links,
    }
    return answer(request, text_of(body), JSON.media_type)


@router.post(f"{ITEM}/restore")
def restore(
    request: Request,
    db: Reading,
    asking: Asking,
    layer: Chosen,
    language: Tongue,
    id_: Id,
    body: Body,
) -> Response:
    """Makes a feature what it was at an earlier version, or brings a deleted one back."""
    read(request, Asked)
    demand_method("PUT", layer, item=True)
    editing.allow_changes(asking, layer)

    def act() -> Response:
        found = number(id_, layer)
        wanted = read_body(body, Restored)
        gone = past.deleted(db, layer, found) is not None
        when = ANY if gone else condition(request, layer, found)
        editing.restore(db, asking, layer, found, wanted.version, when)
        return item_answer(above(request), layer, now(db, asking, layer, found), language)

    return once(db, asking, request, body, act)


def _told(version: Version) -> dict[str, Any]:
    row = version.row
    return {
        "version": version.version,
        "operation": version.operation,
        "at": version.at.isoformat(),
        "by": version.actor,
        "visibility": row.get("visibility"),
        "before": _attributes(version.before),
        "after": _attributes(version.after),
        "geometry": None
        if version.geometry is None
        else shapely.geometry.mapping(version.geometry),
    }


def _attributes(row: past.Row | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {name: value for name, value in row.items() if name not in _OF_THE_ROW}


def _more(
    request: Request, found: list[Version], asked: HistoryAsked, language: Language
) -> Iterator[Link]:
    if found and found[-1].version > 1 and len(found) == asked.limit:
        href = address(request, below=str(found[-1].version))
        yield link(href, "next", JSON.media_type, Text("更早", "Earlier")[language])
