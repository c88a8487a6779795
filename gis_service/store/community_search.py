"""Choosing communities: the conditions that overview, list and map counts have in common."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gis_service.store.closures import CLOSED_TODAY, end_of_day


@dataclass(frozen=True, slots=True)
class Choice:
    """Which communities are meant. An empty choice means all of them.

    `division` is a prefix of a division code, `bbox` west, south, east, north in degrees.
    """

    q: str = ""
    division: str = ""
    phases: tuple[str, ...] = ()
    year: int | None = None
    closed_today: bool = False
    without_boundary: bool = False
    bbox: tuple[float, float, float, float] | None = None


def condition(choice: Choice, now: datetime) -> tuple[str, dict[str, Any]]:
    """A WHERE condition on `open.communities c`, and its parameters."""
    terms = ["true"]
    values: dict[str, Any] = {"tomorrow": end_of_day(now)}
    if choice.division:
        terms.append("starts_with(c.division, :division)")
        values["division"] = choice.division
    for number, word in enumerate(choice.q.lower().split()):
        name = f"word_{number}"
        terms.append(
            f"(c.search_key LIKE :{name} OR EXISTS (SELECT FROM open.divisions d"
            f" WHERE d.name LIKE :{name} AND starts_with(c.division, d.code)))"
        )
        values[name] = f"%{_escaped(word)}%"
    if choice.phases:
        terms.append("coalesce(c.phase, c.stage, '') = ANY(:phases)")
        values["phases"] = list(choice.phases)
    if choice.year is not None:
        terms.append("c.plan_year = :year")
        values["year"] = choice.year
    if choice.closed_today:
        terms.append(f"c.id IN ({CLOSED_COMMUNITIES})")
    if choice.without_boundary:
        terms.append("c.geometry IS NULL")
    if choice.bbox:
        terms.append("c.geometry && ST_MakeEnvelope(:west, :south, :east, :north, 4490)")
        values |= dict(zip(("west", "south", "east", "north"), choice.bbox, strict=True))
    return " AND ".join(terms), values


CLOSED_COMMUNITIES = f"""
    SELECT s.community FROM open.warning_perimeters p JOIN open.sites s ON s.id = p.site
    WHERE {CLOSED_TODAY}"""


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
