"""Importing files: a dry run with a report of every row first, then all rows or none.

`prepare` reads and checks, `apply` writes what it found good; both in one transaction of the
caller's. The same rules hold as for drawing.
"""

from sqlalchemy import Connection

from gis_service import publishing
from gis_service.importing.options import Options
from gis_service.importing.preparing import Prepared, prepare
from gis_service.importing.report import Report
from gis_service.publishing import Change
from gis_service.store import features as stored
from layers.core.layer import Layer, Visibility

__all__ = ["Options", "Prepared", "Report", "apply", "prepare"]


def apply(
    db: Connection, layer: Layer, prepared: Prepared, *, skip_refused: bool = False
) -> Report:
    """Writes the accepted rows; none at all while any is refused, unless `skip_refused`.

    Raises Invalid where what was accepted may meanwhile not be published any more.
    """
    refused = len(prepared.report.rows) - len(prepared.features)
    if refused and not skip_refused:
        return prepared.report
    ids = stored.add_many(db, layer, prepared.features, prepared.visibility)
    if prepared.visibility is Visibility.PUBLISHED:
        shown = map(Change.first, ids, prepared.features)
        publishing.demand(db, prepared.actor, layer, shown)
    return prepared.report.wrote(len(prepared.features))
