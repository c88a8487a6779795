"""Who may read what planners saved: those who may read plans, where their areas meet its own."""

from typing import Any

from sqlalchemy import ColumnElement, false, func, literal, or_, select

from layers.core.access import GRANTS, Actor


def readable(areas: ColumnElement[Any], actor: Actor) -> ColumnElement[bool]:
    """Areas meet where one lies in the other."""
    if not GRANTS[actor.role].reads_plans:
        return false()
    area = func.unnest(areas).column_valued("area")
    meeting = [
        way
        for mine in sorted(actor.areas)
        for way in (func.starts_with(area, mine), func.starts_with(literal(mine), area))
    ]
    return select(area).where(or_(false(), *meeting)).exists()
