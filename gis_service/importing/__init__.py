"""Importing files: a dry run with a report of every row first, then all rows or none.

`prepare` reads and checks, `apply` writes what it found good; both in one transaction of the
caller's. The same rules hold as for drawing.
"""

from sqlalchemy import Connection

from gis_service.importing.options import Options
from gis_service.importing.preparing import Prepared, prepare
from gis_service.importing.report import Report
from gis_service.store import features as stored
from layers.core.layer import Layer

__all__ = ["Options", "Prepared", "Report", "apply", "prepare"]


def apply(
    db: Connection, layer: Layer, prepared: Prepared, *, skip_refused: bool = False
) -> Report:
    """Writes the accepted rows; none at all while any is refused, unless `skip_refused`."""
    refused = len(prepared.report.rows) - len(prepared.features)
    if refused and not skip_refused:
        return prepared.report
    stored.add_many(db, layer, prepared.features, prepared.visibility)
    return prepared.report.wrote(len(prepared.features))
