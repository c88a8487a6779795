"""Choosing communities: the conditions that overview, list and map counts have in common."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gis_service.store.closures import CLOSED_TODAY, end_of_day
from gis_service.store.periods import LOCAL
from layers.divisions import CODE_LENGTHS
from layers.stages import PHASE_OF

_AFTER_DIGITS = ":"
"""Follows the nine, by code point: it ends the range of all codes with one beginning."""
_STAGES_WITHOUT_PHASE = [stage.value for stage, phase in PHASE_OF.items() if phase is None]


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
    lapsed: bool = False
    bbox: tuple[float, float, float, float] | None = None


def condition(choice: Choice, now: datetime) -> tuple[str, dict[str, Any]]:
    """A WHERE condition on `open.communities c`, and its parameters."""
    terms = ["true"]
    values: dict[str, Any] = {"tomorrow": end_of_day(now)}
    if choice.division:
        terms.append("c.division >= :division AND c.division < :division_end")
        values |= {"division": choice.division, "division_end": choice.division + _AFTER_DIGITS}
    for number, word in enumerate(choice.q.lower().split()):
        name = f"word_{number}"
        terms.append(f"(c.search_key LIKE :{name} OR c.division IN ({_within_named(name)}))")
        values[name] = f"%{_escaped(word)}%"
    if choice.phases:
        # Each side is false without figures, so that the planner may begin with the figures.
        terms.append("(c.phase = ANY(:phases) OR c.stage = ANY(:stages))")
        values |= {
            "phases": [*choice.phases],
            "stages": [stage for stage in _STAGES_WITHOUT_PHASE if stage in choice.phases],
        }
    if choice.year is not None:
        terms.append("c.plan_year = :year")
        values["year"] = choice.year
    if choice.closed_today:
        terms.append(f"c.id IN ({CLOSED_COMMUNITIES})")
    if choice.without_boundary:
        terms.append("c.geometry IS NULL")
    if choice.lapsed:
        terms.append("c.lapsed_from <= :today")
        values["today"] = now.astimezone(LOCAL).date()
    if choice.bbox:
        terms.append("c.geometry && ST_MakeEnvelope(:west, :south, :east, :north, 4490)")
        values |= dict(zip(("west", "south", "east", "north"), choice.bbox, strict=True))
    return " AND ".join(terms), values


CLOSED_COMMUNITIES = f"""
    SELECT s.community FROM open.warning_perimeters p JOIN open.sites s ON s.id = p.site
    WHERE {CLOSED_TODAY}"""


def _within_named(word: str) -> str:
    """Codes of the divisions that are named so, and of all that lie in them."""
    above = " OR ".join(f"left(code, {length}) IN (TABLE named)" for length in CODE_LENGTHS)
    return f"""
        WITH named AS MATERIALIZED (SELECT code FROM open.divisions WHERE name LIKE :{word})
        SELECT code FROM open.divisions WHERE {above}"""


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
