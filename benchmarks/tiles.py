"""Tiles of communities and buildings: our cut against the usual one, and with HTTP around it.

The limit is the same SQL asked for in this process. The usual cuts are those of the known tile
servers: every geometry through ST_AsMVTGeom, from a stored column of the tiles' projection or
projected for each tile.
"""

import os
import random
from functools import partial

from sqlalchemy import Connection, text

from benchmarks.measuring import Served, Way, loaded, measured, report, served
from benchmarks.measuring.processors import Watch
from gis_service.store import tiles
from gis_service.store.database import Database
from gis_service.store.tiles import Address
from layers import CATALOGUE
from layers.core.access import PUBLIC

LAYERS = (CATALOGUE["communities"], CATALOGUE["buildings"])
ZOOMS = range(12, 18)
TILES = 100
_BOX = "ST_TileEnvelope(:z, :x, :y)"
_WIDE = "ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)"


def usual(shape: str, found_by: str) -> str:
    """One statement for all layers, as ours is."""
    parts = (
        f"""coalesce((
            SELECT ST_AsMVT(t, '{layer.name}', 4096, 'geom', 'id') FROM (
                SELECT ST_AsMVTGeom({shape}, {_BOX}, 4096, 64, true) AS geom, id,
                    {", ".join(layer.tile_fields)}
                FROM open.{layer.name} WHERE {found_by}
            ) t), '')"""
        for layer in LAYERS
    )
    return f"SELECT {' || '.join(parts)}"


STORED = usual("geom_3857", f"geom_3857 && {_WIDE}")
PROJECTED = usual("ST_Transform(geometry, 3857)", f"geometry && ST_Transform({_WIDE}, 4490)")


def main() -> None:
    with loaded("province") as (database, postgis), served(database) as service:
        addresses = _where_people_look(database)
        with database.transaction(PUBLIC) as db:
            watch = Watch({"client": os.getpid(), "service": service.pid, "PostGIS": postgis})
            ways = [
                Way("limit: our cut, SQL alone", partial(_cut, db, addresses), TILES),
                Way("our cut over HTTP", partial(_fetch, service, addresses), TILES, service.fresh),
                Way("usual, stored 3857", partial(_usual, db, STORED, addresses), TILES),
                Way("usual, projected each time", partial(_usual, db, PROJECTED, addresses), TILES),
            ]
            report("Tiles z12-17", "tile", {"": measured(ways, watch, rounds=3)})


def _where_people_look(database: Database) -> list[Address]:
    """Tiles over communities, so that there are many where there are many communities."""
    chance = random.Random(81)
    with database.transaction(PUBLIC) as db:
        middles = db.execute(
            text("""
                SELECT ST_X(ST_Centroid(geometry)), ST_Y(ST_Centroid(geometry))
                FROM open.communities WHERE geometry IS NOT NULL ORDER BY id""")
        ).all()
    found = []
    for longitude, latitude in chance.sample(middles, TILES):
        z = chance.choice(ZOOMS)
        x, y, _ = tiles.GRID.tile(longitude, latitude, z)
        found.append(Address(z, x, y))
    return found


def _cut(db: Connection, addresses: list[Address]) -> None:
    for address in addresses:
        tiles.tile(db, LAYERS, address)


def _usual(db: Connection, statement: str, addresses: list[Address]) -> None:
    prepared = text(statement)
    for address in addresses:
        db.scalar(prepared, {"z": address.z, "x": address.x, "y": address.y})


def _fetch(service: Served, addresses: list[Address]) -> None:
    names = ",".join(layer.name for layer in LAYERS)
    for address in addresses:
        service.get(f"/tiles/{names}/{address.z}/{address.x}/{address.y}.mvt")


if __name__ == "__main__":
    main()
