"""Pages of buildings as GeoJSON: over HTTP, as SQL alone, and as others make them.

The peer reads the same rows with GeoPandas and writes them as GeoJSON, without any HTTP.
"""

import json
import os
from functools import partial

import geopandas
from sqlalchemy import Connection

from benchmarks.measuring import Cost, Served, Way, loaded, measured, report, served
from benchmarks.measuring.processors import Watch
from gis_service.store import reading
from gis_service.store.reading import Wanted
from gis_service.store.views import view
from layers import CATALOGUE
from layers.core.access import PUBLIC

LAYER = CATALOGUE["buildings"]
COLUMNS = ", ".join(["id", "geometry", *sorted(LAYER.public_fields)])
LIMITS = {10: 60, 100: 40, 1000: 6}
"""Features on a page, and how many pages make a round."""


def main() -> None:
    groups: dict[str, list[Cost]] = {}
    with (
        loaded("province") as (database, postgis),
        served(database) as service,
        database.transaction(PUBLIC) as db,
    ):
        watch = Watch({"client": os.getpid(), "service": service.pid, "PostGIS": postgis})
        for limit, times in LIMITS.items():
            ways = [
                Way("limit: SQL alone", partial(_read, db, limit, times), times),
                Way("over HTTP", partial(_fetch, service, limit, times), times, service.fresh),
                Way("GeoPandas, no HTTP", partial(_frame, db, limit, times), times),
            ]
            groups[f"limit={limit}"] = measured(ways, watch, rounds=3)
    report("Pages of 100,000 buildings", "page", groups)


def _read(db: Connection, limit: int, times: int) -> None:
    after = None
    for _ in range(times):
        after = reading.page(db, view(LAYER, PUBLIC), LAYER, Wanted(limit=limit, after=after)).next


def _fetch(service: Served, limit: int, times: int) -> None:
    address = f"/api/collections/{LAYER.name}/items?limit={limit}"
    for _ in range(times):
        page = json.loads(service.get(address))
        [address] = (link["href"] for link in page["links"] if link["rel"] == "next")


def _frame(db: Connection, limit: int, times: int) -> None:
    for number in range(times):
        frame = geopandas.read_postgis(
            f"SELECT {COLUMNS} FROM open.{LAYER.name} WHERE id > {number}"
            f" ORDER BY id LIMIT {limit}",
            db,
            geom_col="geometry",
        )
        frame.to_json()


if __name__ == "__main__":
    main()
