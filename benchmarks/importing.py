"""Importing footprints from a GeoPackage: with every check and history, against bare copying.

The limit is a COPY of the same rows into a table with the same spatial index, and no check. The
peers write such a table too: ogr2ogr by COPY, and GeoPandas.
"""

import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import geopandas
import pyogrio
import shapely
from sqlalchemy import Engine, text

from benchmarks.measuring import Way, loaded, measured, report
from benchmarks.measuring.processors import Watch
from gis_service import importing
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR

ROWS = 10_000
LAYER = CATALOGUE["buildings"]
COLUMNS = ("number", "use", "floors", "households")
_PEER = "bench.footprints"


def main() -> None:
    with loaded("province") as (database, postgis), TemporaryDirectory() as directory:
        file = Path(directory) / "footprints.gpkg"
        _write(database, file)
        engine = database.owner
        ways = [
            Way("limit: COPY alone", partial(_copy, engine, file), 1, partial(_clear, engine)),
            Way(
                "onemap import --apply",
                partial(_import, database, file),
                1,
                partial(_without_buildings, engine),
            ),
            *(
                [Way("ogr2ogr, no check", _ogr(engine, file), 1, partial(_clear, engine))]
                if which("ogr2ogr")
                else []
            ),
            Way("GeoPandas, no check", partial(_frame, engine, file), 1, partial(_clear, engine)),
        ]
        watch = Watch({"client": os.getpid(), "PostGIS": postgis})
        found = measured(ways, watch, rounds=3)
        report(f"Importing {ROWS:,} footprints", "file", {"": found})


def _write(database: Database, file: Path) -> None:
    frame = geopandas.read_postgis(
        f"SELECT {', '.join(COLUMNS)}, geometry FROM open.buildings ORDER BY id LIMIT {ROWS}",
        database.anonymous,
        geom_col="geometry",
    )
    frame.to_file(file, driver="GPKG", layer="footprints", engine="pyogrio", VERSION="1.3")


def _without_buildings(engine: Engine) -> None:
    with engine.begin() as db:
        db.execute(text("TRUNCATE onemap.buildings CASCADE"))


def _clear(engine: Engine) -> None:
    with engine.begin() as db:
        db.execute(text("DROP SCHEMA IF EXISTS bench CASCADE"))
        db.execute(text("CREATE SCHEMA bench"))


def _import(database: Database, file: Path) -> None:
    with database.transaction(OPERATOR) as db:
        prepared = importing.prepare(db, OPERATOR, LAYER, file, importing.Options())
        done = importing.apply(db, LAYER, prepared)
    if done.written != ROWS:
        raise RuntimeError(f"{ROWS - done.written} rows were refused")


def _copy(engine: Engine, file: Path) -> None:
    _, _, shapes, columns = pyogrio.raw.read(file)
    rows = zip(shapely.to_wkb(shapely.from_wkb(shapes), hex=True), *columns, strict=True)
    with engine.begin() as db:
        db.execute(
            text(
                f"CREATE TABLE {_PEER} (geometry geometry(Polygon, 4490), number text, use text,"
                " floors bigint, households bigint)"
            )
        )
        driver = db.connection.driver_connection
        assert driver is not None
        with driver.cursor() as cursor, cursor.copy(f"COPY {_PEER} FROM STDIN") as copy:
            for row in rows:
                copy.write_row([None if value != value else value for value in row])
        db.execute(text(f"CREATE INDEX ON {_PEER} USING gist (geometry)"))


def _ogr(engine: Engine, file: Path) -> Callable[[], object]:
    url = engine.url
    where = f"host={url.query['host']} port={url.query['port']} dbname={url.database}"
    line = ["ogr2ogr", "-q", "-f", "PostgreSQL", f"PG:{where} user={url.username}", str(file)]
    line += ["-nln", _PEER, "-lco", "GEOMETRY_NAME=geometry", "-t_srs", "EPSG:4490"]
    return partial(subprocess.run, line, env={**os.environ, "PG_USE_COPY": "YES"}, check=True)


def _frame(engine: Engine, file: Path) -> None:
    frame = geopandas.read_file(file, engine="pyogrio")
    frame.to_postgis("footprints", engine, schema="bench")


if __name__ == "__main__":
    main()
