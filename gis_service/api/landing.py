"""The landing page, and which parts of the standards are kept."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.formats import HTML, JSON, chosen
from gis_service.api.links import base, itself, link
from gis_service.api.pages import page, text_of
from gis_service.api.queries import Asked, read
from gis_service.api.requests import Tongue
from layers.core.text import Text

router = APIRouter(include_in_schema=False)
OFFERS = (JSON, HTML)
OPENAPI_30 = "application/vnd.oai.openapi+json;version=3.0"
OPENAPI_31 = "application/vnd.oai.openapi+json;version=3.1"

_TITLE = Text("旧改一张图", "Renewal One Map")
_DESCRIPTION = Text(
    "城镇老旧小区改造的公开数据:小区、进度、资金、围挡。",
    "Open data on the renovation of old residential communities: progress, money, closures.",
)
_FEATURES = "http://www.opengis.net/spec/ogcapi-features"
_TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf"
_CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf"

CONFORMS_TO = (
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
    *(f"{_FEATURES}-1/1.0/conf/{part}" for part in ("core", "oas30", "html", "geojson")),
    f"{_FEATURES}-2/1.0/conf/crs",
    *(
        f"{_TILES}/{part}"
        for part in ("core", "tileset", "tilesets-list", "geodata-tilesets", "mvt")
    ),
    *(
        f"{_FEATURES}-3/1.0/conf/{part}"
        for part in (
            "queryables",
            "queryables-query-parameters",
            "filter",
            "features-filter",
        )
    ),
    *(
        f"{_FEATURES}-4/1.0/conf/{part}"
        for part in ("create-replace-delete", "update", "optimistic-locking-etags", "features")
    ),
    *(
        f"{_CQL2}/{part}"
        for part in (
            "cql2-text",
            "cql2-json",
            "basic-cql2",
            "advanced-comparison-operators",
            "case-insensitive-comparison",
            "basic-spatial-functions",
            "basic-spatial-functions-plus",
            "spatial-functions",
            "property-property",
        )
    ),
)


@router.get("/")
def get_landing_page(request: Request, language: Tongue) -> Response:
    """Where everything is."""
    read(request, Asked)
    format_ = chosen(request, OFFERS)
    here = base(request)
    body = {
        "title": _TITLE[language],
        "description": _DESCRIPTION[language],
        "links": [
            *itself(request, OFFERS, format_, language),
            *(
                link(f"{here}{path}", rel, media_type, words[language])
                for path, rel, media_type, words in _LINKS
            ),
        ],
    }
    if format_ is HTML:
        return page(request, language, "landing.html", body=body)
    return answer(request, text_of(body), format_.media_type)


@router.get("/conformance")
def get_conformance(request: Request, language: Tongue) -> Response:
    """The conformance classes that the service meets."""
    read(request, Asked)
    format_ = chosen(request, OFFERS)
    body = {
        "links": [*itself(request, OFFERS, format_, language)],
        "conformsTo": list(CONFORMS_TO),
    }
    if format_ is HTML:
        return page(request, language, "conformance.html", body=body)
    return answer(request, text_of(body), format_.media_type)


_LINKS = (
    (
        "/openapi.json?f=openapi30",
        "service-desc",
        OPENAPI_30,
        Text("OpenAPI 3.0 文档", "OpenAPI 3.0 document"),
    ),
    (
        "/openapi.json",
        "service-desc",
        OPENAPI_31,
        Text("OpenAPI 3.1 文档", "OpenAPI 3.1 document"),
    ),
    ("/docs", "service-doc", HTML.media_type, Text("接口说明", "Documentation")),
    ("/conformance", "conformance", JSON.media_type, Text("符合的标准", "Conformance")),
    ("/collections", "data", JSON.media_type, Text("图层", "Layers")),
)
