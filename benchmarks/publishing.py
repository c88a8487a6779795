"""A change of a published perimeter: what the service's own safety check adds to the write.

A community of 40 buildings and 10 perimeters stands among those of the demo. Its perimeters are
reworded, which asks nothing, and extended, which is judged; each change is taken back.
"""

import os
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection, select

from benchmarks.measuring import Way, loaded, measured, report
from benchmarks.measuring.processors import Watch
from benchmarks.safety import NOW, PERIOD, estate
from gis_service import editing
from gis_service.editing import ANY, Patch
from gis_service.store import features
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.layer import Visibility
from layers.core.rules import Feature

LAYER = CATALOGUE["warning_perimeters"]
REWORDED = Patch({"reason": "请绕行"}, reshapes=False, geometry=None)
EXTENDED = Patch({"ends": "2027-01-20T00:00:00Z"}, reshapes=False, geometry=None)


def main() -> None:
    with (
        loaded("province") as (database, postgis),
        database.transaction(OPERATOR) as db,
    ):
        _, site = estate(db)
        _keep_watch(db, site)
        table = TABLES[LAYER.name]
        ids = list(db.scalars(select(table.c.id).where(table.c.site == site)))
        watch = Watch({"client": os.getpid(), "PostGIS": postgis})
        ways = [
            Way("limit: reworded, not judged", partial(_change, db, ids, REWORDED), len(ids)),
            Way("extended, judged", partial(_change, db, ids, EXTENDED), len(ids)),
        ]
        costs = measured(ways, watch)
    report("A published perimeter among 10, 40 buildings", "change", {"": costs})


def _keep_watch(db: Connection, site: int) -> None:
    """Nothing is published of a site where nobody is on duty."""
    layer = CATALOGUE["duty_shifts"]
    period = {**PERIOD, "ends": NOW + timedelta(days=36_500)}
    shift = layer.attributes.model_validate({**layer.example, "site": site, **period})
    features.add_many(db, layer, [Feature(None, shift)], Visibility.PUBLISHED)


def _change(db: Connection, ids: list[int], patch: Patch) -> None:
    for id_ in ids:
        with db.begin_nested() as change:
            editing.amend(db, OPERATOR, LAYER, id_, patch, ANY)
            change.rollback()


if __name__ == "__main__":
    main()
