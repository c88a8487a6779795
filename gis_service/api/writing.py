"""OGC API Features Part 4: features are created, replaced, changed and deleted."""

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from gis_service import editing
from gis_service.api.bodies import Body, draft, patch
from gis_service.api.collections import Chosen
from gis_service.api.conditions import condition
from gis_service.api.items import item_answer, number
from gis_service.api.links import address, below
from gis_service.api.methods import Id, allowed, demand_method
from gis_service.api.queries import Asked, read
from gis_service.api.repeating import once
from gis_service.api.requests import Asking, Reading, Tongue
from gis_service.store.reading import Item, item
from gis_service.store.references import CRS84
from gis_service.store.views import view
from layers.core.access import Actor
from layers.core.layer import Layer

router = APIRouter(include_in_schema=False)
ITEMS = "/collections/{collectionId}/items"
ITEM = f"{ITEMS}/{{featureId}}"


@router.post(ITEMS)
def create(
    request: Request, db: Reading, asking: Asking, layer: Chosen, language: Tongue, body: Body
) -> Response:
    """Adds a feature."""
    read(request, Asked)
    demand_method(request.method, layer, item=False)
    editing.allow(asking, layer)

    def act() -> Response:
        sent = draft(request, body)
        feature = editing.feature_of(layer, sent)
        [id_] = editing.create_many(db, asking, layer, [feature], sent.visibility)
        there = below(request, id_)
        made = item_answer(there, layer, now(db, asking, layer, id_), language)
        made.status_code = 201
        made.headers["Location"] = address(there)
        return made

    return once(db, asking, request, body, act)


@router.put(ITEM)
def replace(
    request: Request,
    db: Reading,
    asking: Asking,
    layer: Chosen,
    language: Tongue,
    id_: Id,
    body: Body,
) -> Response:
    """Makes a feature what the body says."""
    read(request, Asked)
    demand_method(request.method, layer, item=True)
    editing.allow_changes(asking, layer)

    def act() -> Response:
        found = number(id_, layer)
        when = condition(request, layer, found)
        editing.replace(db, asking, layer, found, draft(request, body), when)
        return item_answer(request, layer, now(db, asking, layer, found), language)

    return once(db, asking, request, body, act)


@router.patch(ITEM)
def amend(
    request: Request,
    db: Reading,
    asking: Asking,
    layer: Chosen,
    language: Tongue,
    id_: Id,
    body: Body,
) -> Response:
    """Changes the parts of a feature that the body names."""
    read(request, Asked)
    demand_method(request.method, layer, item=True)
    editing.allow_changes(asking, layer)

    def act() -> Response:
        found = number(id_, layer)
        when = condition(request, layer, found)
        editing.amend(db, asking, layer, found, patch(request, body), when)
        return item_answer(request, layer, now(db, asking, layer, found), language)

    return once(db, asking, request, body, act)


@router.delete(ITEM)
def delete(request: Request, db: Reading, asking: Asking, layer: Chosen, id_: Id) -> Response:
    """Deletes a feature."""
    read(request, Asked)
    demand_method(request.method, layer, item=True)
    editing.allow_changes(asking, layer)

    def act() -> Response:
        found = number(id_, layer)
        editing.delete(db, asking, layer, found, condition(request, layer, found))
        return Response(status_code=204)

    return once(db, asking, request, b"", act)


@router.options(ITEMS)
def options_of_items(request: Request, layer: Chosen) -> Response:
    """What may be done with a layer."""
    return Response(status_code=204, headers=allowed(layer, item=False))


@router.options(ITEM)
def options_of_item(request: Request, layer: Chosen) -> Response:
    """What may be done with a feature of the layer, whether or not there is this one."""
    return Response(status_code=204, headers=allowed(layer, item=True))


@router.api_route(ITEMS, methods=["PUT", "PATCH", "DELETE"])
def refuse_for_items(request: Request, layer: Chosen) -> Response:
    demand_method(request.method, layer, item=False)
    raise AssertionError(request.method)


@router.post(ITEM)
def refuse_for_item(request: Request, layer: Chosen) -> Response:
    demand_method(request.method, layer, item=True)
    raise AssertionError(request.method)


def now(db: Connection, actor: Actor, layer: Layer, id_: int) -> Item:
    """The feature as its change left it."""
    return item(db, view(layer, actor), layer, id_, CRS84)
