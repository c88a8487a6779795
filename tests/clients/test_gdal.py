"""GDAL's OAPIF and MVT drivers, as Debian ships them, against the running service."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import morecantile
import pyogrio
import pytest
from httpx import Client

from gis_service.store.views import layers_for
from layers.core.access import PUBLIC
from layers.core.layer import Layer
from tests.api.layers import each_drawn, each_public
from tests.clients.conftest import BUILDINGS

pytestmark = pytest.mark.skipif(
    shutil.which("ogrinfo") is None, reason="GDAL's tools are not installed: apt install gdal-bin"
)
# GDAL is to reach a service on this machine, whatever proxy the environment names.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if "proxy" not in name.lower()},
    "GDAL_HTTP_TIMEOUT": "60",
}


def run(*command: str) -> str:
    done = subprocess.run(
        command, env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ERROR" not in done.stderr, done.stderr
    return done.stdout


def test_it_lists_every_layer(server: str) -> None:
    told = run("ogrinfo", f"OAPIF:{server}/api")
    for layer in layers_for(PUBLIC):
        assert f": {layer.name}" in told


@each_public
def test_it_reads_every_layer(server: str, layer: Layer) -> None:
    told = run("ogrinfo", "-al", f"OAPIF:{server}/api", layer.name)
    count = BUILDINGS if layer.name == "buildings" else 1
    assert told.count("OGRFeature(") == count
    for name in layer.public_fields:
        assert f"{name} (" in told


def test_it_pages_into_a_geopackage(server: str, tmp_path: Path) -> None:
    out = tmp_path / "buildings.gpkg"
    run(
        *("ogr2ogr", "-f", "GPKG", str(out), f"OAPIF:{server}/api", "buildings"),
        *("-oo", "PAGE_SIZE=1000"),
    )
    frame = pyogrio.read_dataframe(out)
    assert len(frame) == BUILDINGS
    assert frame["number"].nunique() == BUILDINGS
    west, south, east, north = frame.total_bounds
    assert 114.9 < west < east < 115
    assert 28.2 < south < north < 28.3


def test_a_box_is_asked_of_the_service(server: str) -> None:
    told = run(
        *("ogrinfo", "-al", "-spat", "114.9", "28.2", "115", "28.3"),
        *(f"OAPIF:{server}/api", "communities"),
    )
    assert told.count("OGRFeature(") == 1
    told = run("ogrinfo", "-al", "-spat", "0", "0", "1", "1", f"OAPIF:{server}/api", "communities")
    assert "OGRFeature(" not in told


def tile_of(client: Client, layer: Layer, rows: dict[str, int]) -> Any:
    """The deepest tile with something of the layer in it."""
    [west, south, *_] = client.get(f"/api/collections/{layer.name}").json()["extent"]["spatial"][
        "bbox"
    ][0]
    return morecantile.tms.get("WebMercatorQuad").tile(west, south, 17)


@each_drawn
def test_it_reads_tiles(
    server: str, client: Client, layer: Layer, rows: dict[str, int], tmp_path: Path
) -> None:
    tile = tile_of(client, layer, rows)
    answer = client.get(f"/tiles/{layer.name}/{tile.z}/{tile.x}/{tile.y}.mvt")
    assert answer.status_code == 200
    file = tmp_path / "tile.mvt"
    file.write_bytes(answer.content)
    told = run(
        *("ogrinfo", "-al", f"MVT:{file}"),
        *("-oo", f"X={tile.x}", "-oo", f"Y={tile.y}", "-oo", f"Z={tile.z}"),
    )
    assert f"Layer name: {layer.name}" in told
    assert "OGRFeature(" in told
