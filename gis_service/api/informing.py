"""What the public page asks: catalogue, overview, list, cards, closures."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from gis_service.api.requests import Configured, Keeping, Reading
from gis_service.errors import BadParameter
from gis_service.informing import card, catalogue, closures, listing, money, overview
from gis_service.informing.legend import themes
from gis_service.informing.models import Card, Catalogue, Closure, CommunityList, Funding, Overview
from gis_service.store.closures import end_of_day
from gis_service.store.community_search import Choice
from layers.core.text import Text
from layers.stages import Phase, Stage

router = APIRouter(tags=["Public page"])

Box = tuple[float, float, float, float]
_PHASES = {*(phase.value for phase in Phase), Stage.CANCELLED.value}


def _box(value: str) -> Box:
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        wanted = Text("应为 西,南,东,北(度)。", "Expected west,south,east,north in degrees.")
        raise BadParameter("bbox", wanted) from None
    return west, south, east, north


def _choice(
    q: Annotated[str, Query(max_length=100, description="Name, pinyin or initials.")] = "",
    division: Annotated[str, Query(pattern=r"^\d{0,9}$", description="Prefix of a code.")] = "",
    phase: Annotated[str, Query(max_length=200, description="Phases, by commas.")] = "",
    year: Annotated[int | None, Query(ge=1900, le=2100)] = None,
    closures: Annotated[str, Query(pattern="^(|today)$")] = "",
    without_boundary: bool = False,
    lapsed: Annotated[bool, Query(description="Evidence of a passed gate has lapsed.")] = False,
    bbox: Annotated[str, Query(max_length=200)] = "",
) -> Choice:
    phases = tuple(filter(None, phase.split(",")))
    if unknown := set(phases) - _PHASES:
        known = ", ".join(sorted(_PHASES))
        raise BadParameter("phase", Text(f"{unknown} 不在 {known} 之中。", f"One of: {known}."))
    return Choice(
        q=q,
        division=division,
        phases=phases,
        year=year,
        closed_today=closures == "today",
        without_boundary=without_boundary,
        lapsed=lapsed,
        bbox=_box(bbox) if bbox else None,
    )


def _now() -> datetime:
    return datetime.now(UTC)


Chosen = Annotated[Choice, Depends(_choice)]
Now = Annotated[datetime, Depends(_now)]


@router.get("/catalogue")
def get_catalogue(db: Reading, kept: Keeping, settings: Configured) -> Catalogue:
    """Titles, vocabularies and legends."""
    return catalogue.catalogue(db, settings, kept.of(db, "themes", lambda: themes(db)))


@router.get("/overview")
def get_overview(
    db: Reading,
    kept: Keeping,
    chosen: Chosen,
    now: Now,
    within: Annotated[str, Query(pattern=r"^(\d{2}|\d{4}|\d{6}|\d{9})?$")] = "",
) -> Overview:
    """Communities added up by the divisions one level below `within`."""
    choice = replace(chosen, division=within or chosen.division)
    question = ("overview", choice, end_of_day(now))
    return kept.of(db, question, lambda: overview.overview(db, choice, now))


@router.get("/communities")
def get_communities(
    db: Reading,
    kept: Keeping,
    chosen: Chosen,
    now: Now,
    sort: Annotated[str, Query(max_length=40, description="A column; minus is down.")] = "name",
    limit: Annotated[int, Query(ge=1, le=listing.MAX_PAGE)] = 50,
    after: Annotated[str, Query(max_length=20, description="Token of a page.")] = "",
) -> CommunityList:
    """Communities in rows."""
    question = ("list", chosen, end_of_day(now), sort, limit, after)
    return kept.of(
        db,
        question,
        lambda: listing.communities(db, chosen, now, sort=sort, limit=limit, after=after),
    )


@router.get("/funding")
def get_funding(db: Reading, kept: Keeping, chosen: Chosen, now: Now) -> Funding:
    """Money by source and by year: planned, committed, received, spent."""
    question = ("money", chosen, end_of_day(now))
    return kept.of(db, question, lambda: money.funding(db, chosen, now))


@router.get("/communities/{id}/card")
def get_card(
    db: Reading, now: Now, community: Annotated[int, Path(alias="id", ge=1, lt=1 << 63)]
) -> Card:
    """All that the public may know of one community."""
    return card.card(db, community, now)


@router.get("/closures")
def get_closures(
    db: Reading, now: Now, bbox: Annotated[str, Query(max_length=200)] = "73,3,136,54"
) -> list[Closure]:
    """Perimeters closed today in a box."""
    return closures.closures_today(db, _box(bbox), now)
