"""Tiles hold what PostGIS's own clipping holds, and nothing that is not public."""

from typing import Any

import mapbox_vector_tile
import morecantile
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from gis_service.store.database import Database
from gis_service.store.features import add_many
from gis_service.store.tiles import Address, kind_of, tile
from layers import CATALOGUE
from layers.core.access import PUBLIC
from layers.core.layer import Visibility
from tests.examples import add_examples, feature_of

GRID = morecantile.tms.get("WebMercatorQuad")
BUILDINGS = (CATALOGUE["buildings"],)
WITH_MARGIN = shapely.box(-64, -64, 4096 + 64, 4096 + 64)
REFERENCE = text("""
    SELECT id, ST_AsGeoJSON(geom) AS geom FROM (
        SELECT id, ST_AsMVTGeom(
            geom_3857, ST_TileEnvelope(:z, :x, :y)::box2d, 4096, 64, true) AS geom
        FROM open.buildings
        WHERE geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)
    ) t WHERE geom IS NOT NULL""")


@pytest.fixture(scope="module")
def filled(database: Database) -> Database:
    """Footprints in rows, some of them across the edges of tiles; drafts between them."""
    layer = CATALOGUE["buildings"]
    steps = range(200)
    shown = [feature_of(layer, {}, east=0.0007 * step, number=f"{step}") for step in steps]
    drafts = [feature_of(layer, {}, east=0.0007 * step + 0.0003, number="secret") for step in steps]
    with database.owner.begin() as connection:
        add_examples(connection)
        add_many(connection, layer, shown, Visibility.PUBLISHED)
        add_many(connection, layer, drafts, Visibility.DRAFT)
    return database


def decoded(
    database: Database, address: Address, layer: str = "buildings", tile_layer: str = ""
) -> list[Any]:
    with database.transaction(PUBLIC) as db:
        body = tile(db, (CATALOGUE[layer],), address)
    if not body:
        return []
    found = mapbox_vector_tile.decode(body, default_options={"y_coord_down": True})
    features: list[Any] = found.get(tile_layer or layer, {"features": []})["features"]
    return features


def at(longitude: float, latitude: float, z: int) -> Address:
    found = GRID.tile(longitude, latitude, z)
    return Address(z, found.x, found.y)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(114.92, 115.06), st.integers(14, 20))
def test_the_hybrid_cut_is_what_st_asmvtgeom_makes(
    filled: Database, longitude: float, z: int
) -> None:
    address = at(longitude, 28.23045, z)
    cut = {f["id"]: shapely.geometry.shape(f["geometry"]) for f in decoded(filled, address)}
    with filled.transaction(PUBLIC) as db:
        rows = db.execute(REFERENCE, {"z": z, "x": address.x, "y": address.y})
        wanted = {row.id: shapely.from_geojson(row.geom) for row in rows}
    assert cut.keys() == wanted.keys()
    for id_, shape in cut.items():
        # PostGIS's boxes are of single precision: a metre may stand out beyond the margin.
        inside = shapely.intersection(shape, WITH_MARGIN)
        assert shapely.hausdorff_distance(inside, wanted[id_]) <= 1


def test_drafts_are_in_no_tile(filled: Database) -> None:
    numbers = [f["properties"]["number"] for f in decoded(filled, at(114.95, 28.2304, 15))]
    assert numbers
    assert "secret" not in numbers


def test_a_tile_carries_what_drawing_needs_and_no_more(filled: Database) -> None:
    for layer in CATALOGUE.values():
        if layer.geometry is None or layer.name == "divisions":
            continue
        z = max(layer.minzoom, 18)
        [feature, *_] = (
            decoded(filled, at(114.9206, 28.2304, z), layer.name)
            or decoded(filled, at(114.921, 28.231, 15), layer.name)
            or [{"properties": {}}]
        )
        assert set(feature["properties"]) <= set(layer.tile_fields)


def test_moments_travel_as_seconds(filled: Database) -> None:
    [perimeter] = decoded(filled, at(114.9206, 28.23035, 18), "warning_perimeters")
    assert perimeter["properties"]["starts"] == 1793491200  # 2026-11-01 08:00 in China
    assert kind_of(CATALOGUE["warning_perimeters"], "starts") == "Number"


def test_an_area_that_tiles_cut_is_named_once(filled: Database) -> None:
    first, last = at(114.92, 28.2304, 17), at(115.06, 28.2304, 17)
    rows = [Address(17, x, first.y) for x in range(first.x, last.x + 1)]
    pieces = [f["id"] for address in rows for f in decoded(filled, address)]
    names = [
        f["id"] for address in rows for f in decoded(filled, address, tile_layer="buildings_names")
    ]
    assert len(pieces) > len(set(pieces))
    assert sorted(names) == sorted(set(pieces))


def test_what_is_smaller_than_a_pixel_is_left_out(filled: Database) -> None:
    assert decoded(filled, at(114.9206, 28.2304, 13)) != []
    with filled.transaction(PUBLIC) as db:
        assert tile(db, BUILDINGS, at(114.9206, 28.2304, 12)) == b""
        assert tile(db, (CATALOGUE["divisions"],), Address(0, 0, 0)) == b""


@pytest.mark.parametrize(
    "address", [Address(-1, 0, 0), Address(23, 0, 0), Address(1, 2, 0), Address(1, 0, -1)]
)
def test_outside_the_pyramid_there_is_no_tile(address: Address) -> None:
    assert not address.exists()
