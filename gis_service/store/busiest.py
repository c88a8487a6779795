"""Where most is going on, for those who want to be shown something."""

from sqlalchemy import Connection, func, select

from gis_service.store import scopes
from layers import sites
from layers.sites import SiteStatus


def busiest_street(db: Connection, within: str) -> tuple[str, list[int]] | None:
    """Code of the street with the most active sites under a division, and their ids."""
    path = scopes.owned(sites.LAYER.name)
    found = db.execute(
        select(path.division, func.array_agg(path.table.c.id))
        .select_from(path.source)
        .where(
            path.table.c.status == SiteStatus.ACTIVE.value,
            func.starts_with(path.division, within),
        )
        .group_by(path.division)
        .order_by(func.count().desc(), path.division)
        .limit(1)
    ).one_or_none()
    return None if found is None else (found[0], sorted(found[1]))
