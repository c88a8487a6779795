"""The document in both versions, and as a page for people."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.formats import Format, chosen
from gis_service.api.landing import OPENAPI_30, OPENAPI_31
from gis_service.api.links import base
from gis_service.api.openapi.document import document
from gis_service.api.openapi.operations import groups
from gis_service.api.openapi.version_30 import in_30
from gis_service.api.pages import page, text_of
from gis_service.api.queries import Asked, read
from gis_service.api.requests import Asking, Tongue

router = APIRouter(include_in_schema=False)

V31 = Format("openapi31", OPENAPI_31, ("application/json",))
V30 = Format("openapi30", OPENAPI_30)


@router.get("/openapi.json")
def get_document(request: Request, asking: Asking, language: Tongue) -> Response:
    """OpenAPI 3.1, or 3.0 by its media type or by `f`."""
    read(request, Asked)
    format_ = chosen(request, (V31, V30))
    told = document(request.app, base(request), asking, language)
    if format_ is V30:
        told = in_30(told)
    return answer(request, text_of(told), format_.media_type)


@router.get("/docs")
def get_docs(request: Request, asking: Asking, language: Tongue) -> Response:
    """The operations of the document, to be read."""
    read(request, Asked)
    told = document(request.app, base(request), asking, language)
    return page(request, language, "docs.html", document=told, groups=groups(told, language))
