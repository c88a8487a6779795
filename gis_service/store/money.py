"""Money of the chosen communities, added up by year and by source of funding."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, text

from gis_service.store.community_search import Choice, condition


def sums(db: Connection, choice: Choice, now: datetime) -> Sequence[RowMapping]:
    """Planned, committed, received and spent in yuan, of published rows alone.

    One row for each year and source; rows without a year are sums of all years, rows without a
    source sums of all sources, and the row without either is the sum of everything.
    """
    where, values = condition(choice, now)
    statement = text(f"""
        SELECT f.year, f.source,
            coalesce(sum(f.planned_cny), 0) AS planned_cny,
            coalesce(sum(f.committed_cny), 0) AS committed_cny,
            coalesce(sum(f.received_cny), 0) AS received_cny,
            coalesce(sum(f.spent_cny), 0) AS spent_cny
        FROM open.funding f JOIN open.communities c ON c.id = f.community
        WHERE {where}
        GROUP BY GROUPING SETS ((f.year, f.source), (f.year), (f.source), ())""")
    return db.execute(statement, values).mappings().all()
