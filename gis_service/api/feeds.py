"""Following a community, a street or a circle of ground: an Atom feed, without an account.

Nobody leaves an address: the reader's own program asks when it likes.
"""

from datetime import UTC, datetime
from math import isfinite
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.links import address, origin
from gis_service.api.pages import TEMPLATES
from gis_service.api.requests import Reading, Tongue
from gis_service.errors import BadParameter
from gis_service.informing.news import news
from gis_service.store.news import Followed
from layers.core.text import Language, Text

router = APIRouter(prefix="/feeds", tags=["Public page"])

ATOM = "application/atom+xml"
FARTHEST_M = 5_000
_NAME = Text("旧改一张图", "Renewal One Map")
_TITLE = Text("旧改一张图:我关注的", "Renewal One Map: what I follow")
_LONG_AGO = datetime(2022, 6, 22, tzinfo=UTC)
"""The day of the notice: a feed without news must still say when it was last changed."""


@router.get("/atom", response_class=Response, responses={200: {"content": {ATOM: {}}}})
def get_atom(
    request: Request,
    db: Reading,
    language: Tongue,
    community: Annotated[int | None, Query(ge=1, lt=1 << 63)] = None,
    division: Annotated[
        str, Query(pattern=r"^(\d{6}|\d{9})?$", description="Code of a county or a street.")
    ] = "",
    circle: Annotated[
        str, Query(max_length=80, description="longitude,latitude,metres; at most 5,000 m.")
    ] = "",
    lang: Annotated[  # What it says is heeded by `language`.
        Language | None, Query(description="Else by Accept-Language.")
    ] = None,
) -> Response:
    """News of one of: a community, a division, a circle."""
    if [community is not None, bool(division), bool(circle)].count(True) != 1:
        one = Text("小区、地区、圆形范围,给其一。", "Give one: community, division or circle.")
        raise BadParameter("community", one)
    pieces = news(db, Followed(community, division, _circle(circle) if circle else None))
    page = f"{origin(request)}/"
    body = TEMPLATES.get_template("feed.xml").render(
        language=language,
        here=address(request),
        title=_TITLE[language],
        author=_NAME[language],
        page=page,
        updated=_moment(max((piece.updated for piece in pieces), default=_LONG_AGO)),
        entries=[
            {
                "id": f"{page}api/feeds/atom#{piece.key}",
                "title": piece.title[language],
                "text": piece.text[language],
                "updated": _moment(piece.updated),
                "page": f"{page}?community={piece.community}",
            }
            for piece in pieces
        ],
    )
    return answer(request, body, ATOM, {"Content-Language": language})


def _circle(given: str) -> tuple[float, float, float]:
    wanted = Text(
        f"应为 经度,纬度,米,半径至多 {FARTHEST_M} 米。",
        f"Expected longitude,latitude,metres; at most {FARTHEST_M} m.",
    )
    try:
        longitude, latitude, radius = map(float, given.split(","))
    except ValueError:
        raise BadParameter("circle", wanted) from None
    sound = isfinite(radius) and abs(longitude) <= 180 and abs(latitude) <= 90
    if not sound or not 0 < radius <= FARTHEST_M:
        raise BadParameter("circle", wanted)
    return longitude, latitude, radius


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
