"""The communities on whose ground perimeters stand, one transaction at a time."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from gis_service.store.tables import TABLES


def hold(db: Connection, perimeters: Collection[int]) -> dict[int, int]:
    """The community of each perimeter; it and its boundary stay until the transaction ends.

    Communities are held in order, so that two transactions wait and never deadlock.
    """
    closed, sites, grounds = (
        TABLES[name] for name in ("warning_perimeters", "sites", "communities")
    )
    joined = closed.join(sites, sites.c.id == closed.c.site)
    pairs = select(closed.c.id, sites.c.community).select_from(joined)
    found = {row.id: row.community for row in db.execute(pairs.where(closed.c.id.in_(perimeters)))}
    held = select(grounds.c.id).where(grounds.c.id.in_(found.values())).order_by(grounds.c.id)
    db.execute(held.with_for_update(key_share=True))
    return found
