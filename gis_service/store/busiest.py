"""Where most is going on, for those who want to be shown something."""

from sqlalchemy import Connection, func, select

from gis_service.store import scopes
from layers.core.layer import Layer


def busiest_street(
    db: Connection, layer: Layer, attribute: str, value: str, within: str
) -> tuple[str, list[int]] | None:
    """Code of the street under a division with the most rows of which the attribute has that
    value, and their ids."""
    path = scopes.owned(layer.name)
    found = db.execute(
        select(path.division, func.array_agg(path.table.c.id))
        .select_from(path.source)
        .where(path.table.c[attribute] == value, func.starts_with(path.division, within))
        .group_by(path.division)
        .order_by(func.count().desc(), path.division)
        .limit(1)
    ).one_or_none()
    return None if found is None else (found[0], sorted(found[1]))
