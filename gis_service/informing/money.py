"""Who pays, in which year, and how far the money has come: planned, committed, received, spent."""

from datetime import datetime

from sqlalchemy import Connection

from gis_service.informing.models import Funding, Money, SourceMoney, YearMoney, YearSourceMoney
from gis_service.store import money as stored
from gis_service.store.community_search import Choice
from layers.ledgers.funding import Source


def funding(db: Connection, choice: Choice, now: datetime) -> Funding:
    """Money of the chosen communities. Sources are in the order of the notice, N(三)."""
    order = {source.value: number for number, source in enumerate(Source)}
    rows = sorted(
        stored.sums(db, choice, now),
        key=lambda row: (row["year"] or 0, order.get(row["source"], -1)),
    )
    years = [row for row in rows if row["year"] is not None]
    return Funding(
        total=next(Money(**row) for row in rows if row["year"] is None and row["source"] is None),
        by_source=[SourceMoney(**row) for row in rows if row["year"] is None and row["source"]],
        by_year=[YearMoney(**row) for row in years if row["source"] is None],
        by_year_and_source=[YearSourceMoney(**row) for row in years if row["source"]],
    )
